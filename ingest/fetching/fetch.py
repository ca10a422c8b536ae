"""One page from a public address: redirects checked one by one, size and time limited.

Nothing is sent along: no cookie, no password, no proxy of the environment.
"""

import socket
import ssl
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from graph.errors import OnRecordError
from ingest.fetching.deadline import Deadline
from ingest.fetching.public import Resolve, Target, joined, system_resolve, target
from ingest.readers import media

REDIRECTS_LIMIT = 5
SIZE_LIMIT = 100_000_000  # bytes, packed or not
SECONDS_LIMIT = 60.0  # for everything, redirects included
_CHUNK = 65_536
_REDIRECTS = {301, 302, 303, 307, 308}
_HEADERS = {
    "User-Agent": "OnRecord (a reader of public documents)",
    "Accept": "text/html, application/pdf, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}

Connect = Callable[[Target, float], socket.socket]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a page holds, the address it came from at last, and a file name made from both."""

    url: str
    name: str
    data: bytes


Fetch = Callable[[str], Fetched]


def fetch_public(url: str) -> Fetched:
    """Return the page at this address; raise OnRecordError."""
    return fetch_page(url, resolve=system_resolve, connect=system_connect)


def fetch_page(
    url: str, *, resolve: Resolve, connect: Connect, seconds: float = SECONDS_LIMIT
) -> Fetched:
    """Return the page at this address; raise OnRecordError.

    `resolve` names the addresses of a host, `connect` opens a connection to a checked one.
    """
    with Deadline(seconds) as deadline:
        at = url
        for _ in range(REDIRECTS_LIMIT + 1):
            found = _asked(target(at, resolve), connect, deadline, subject=url)
            if isinstance(found, Fetched):
                return found
            at = joined(at, found)
    raise OnRecordError(
        f"it leads from address to address more than {REDIRECTS_LIMIT} times",
        subject=url,
        remedy="Open it in your browser, and give the address that it ends at",
    )


def system_connect(to: Target, seconds: float) -> socket.socket:
    """Return a connection to the checked address, under the host's own certificate for https."""
    raw = socket.create_connection((to.ip, to.port), timeout=seconds)
    if to.scheme == "http":
        return raw
    try:
        return ssl.create_default_context().wrap_socket(raw, server_hostname=to.host)
    except OSError:
        raw.close()
        raise


def _asked(to: Target, connect: Connect, deadline: Deadline, *, subject: str) -> Fetched | str:
    """Return the page, or the address that the host says it is at."""
    try:
        with closing(connect(to, deadline.left())) as connection:
            deadline.watch(connection)
            return _answer(to, connection, deadline)
    except (HTTPException, OSError, zlib.error) as fault:
        if deadline.over():
            raise OnRecordError(
                f"it did not come within {deadline.seconds:.0f} seconds",
                subject=subject,
                remedy="Try again later, or save the page in your browser and ingest the file",
            ) from fault
        raise OnRecordError(
            f"it cannot be fetched ({fault or type(fault).__name__})",
            subject=subject,
            remedy="Open it in your browser: if it shows there, save it and ingest the file",
        ) from fault


def _answer(to: Target, connection: socket.socket, deadline: Deadline) -> Fetched | str:
    client = HTTPConnection(to.host, to.port)
    client.sock = connection
    client.request("GET", to.path, headers={"Host": to.named_host(), **_HEADERS})
    with closing(client.getresponse()) as answer:
        return _taken(answer, to, deadline)


def _taken(answer: HTTPResponse, to: Target, deadline: Deadline) -> Fetched | str:
    place = answer.getheader("Location")
    if answer.status in _REDIRECTS and place:
        return place
    if answer.status != 200:
        raise OnRecordError(
            f"the host answered {answer.status} {answer.reason}".strip(),
            subject=to.url,
            remedy="Open it in your browser: if it shows there, save it and ingest the file",
        )
    data = _unpacked(_body(answer, to, deadline), answer, to)
    return Fetched(url=to.url, name=_name(to, answer.getheader("Content-Type", "")), data=data)


def _body(answer: HTTPResponse, to: Target, deadline: Deadline) -> bytes:
    if (answer.length or 0) > SIZE_LIMIT:
        raise _too_large(to)
    parts, size = [], 0
    while chunk := answer.read(_CHUNK):
        size += len(chunk)
        if size > SIZE_LIMIT:
            raise _too_large(to)
        parts.append(chunk)
    # A connection that was cut at the deadline may look like one that was closed in good order.
    if deadline.over() or (answer.length or 0) > 0:
        raise HTTPException("it ended before it was whole")
    return b"".join(parts)


def _unpacked(data: bytes, answer: HTTPResponse, to: Target) -> bytes:
    """Return the body as it was before a host packed it, though it was asked not to."""
    packing = answer.getheader("Content-Encoding", "identity").lower()
    if packing in ("identity", ""):
        return data
    if packing not in ("gzip", "deflate"):
        raise HTTPException(f"it is packed as {packing}")
    whole = zlib.decompressobj(wbits=47).decompress(data, SIZE_LIMIT + 1)
    if len(whole) > SIZE_LIMIT:
        raise _too_large(to)
    return whole


def _too_large(to: Target) -> OnRecordError:
    return OnRecordError(
        f"it has more than {SIZE_LIMIT // 1_000_000} MB, which is the limit",
        subject=to.url,
        remedy="Save it from your browser, split it into smaller files, and ingest these",
    )


def _name(to: Target, content_type: str) -> str:
    """Return the last part of the path; where its ending tells nothing, one for the kind."""
    name = PurePosixPath(unquote(urlsplit(to.url).path)).name or to.host
    kind = content_type.partition(";")[0].strip().lower()
    return name if media.is_read(name) or kind not in media.NAMES else name + media.extension(kind)

"""Which addresses may be asked: public ones, whatever name leads to them.

A page may redirect to, and a name may resolve to, a router or a database of one's own network.
"""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from graph.errors import OnRecordError

Resolve = Callable[[str, int], Sequence[str]]
_KEPT = "/%:@!$&'()*+,;=?~-._[]|"
_PORTS = {"http": 80, "https": 443}
# RFC 6052: addresses of IPv4 as networks without IPv4 write them.
_TRANSLATED = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address taken apart. `ip` is checked and is what is connected to: no second look-up."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: str

    def named_host(self) -> str:
        """Return the host as a request names it (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target(url: str, resolve: Resolve) -> Target:
    """Return where this address leads; raise OnRecordError unless all of it is public."""
    parts, host, port = _taken_apart(url)
    try:
        found = list(resolve(host, port))
    except (OSError, UnicodeError) as fault:
        raise OnRecordError(
            "no computer of this name is found",
            subject=url,
            remedy="Look at its spelling, and whether this computer is on the internet",
        ) from fault
    if not found or not all(map(is_public, found)):
        raise OnRecordError(
            "it leads into a private network, and only public addresses are fetched",
            subject=url,
            remedy="Save the page in your browser, ingest the file and give --url",
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(
        url=parts._replace(fragment="").geturl(),
        scheme=parts.scheme.lower(),
        host=host,
        port=port,
        path=path,
        ip=found[0],
    )


def is_public(address: str) -> bool:
    """Return whether the whole world may reach this address (IANA's special-purpose registries)."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = _embedded(ip)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    refused = (
        ip.is_private, ip.is_loopback, ip.is_link_local, ip.is_multicast, ip.is_reserved,
        ip.is_unspecified,
    )  # fmt: skip
    return ip.is_global and not any(refused)


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """Return the address of IPv4 that traffic to this one ends at, null where it is none."""
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def system_resolve(host: str, port: int) -> list[str]:
    """Return every address that this computer knows for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def joined(at: str, place: str) -> str:
    """Return the address that a page at another address calls this; raise OnRecordError."""
    try:
        return urljoin(at, place)
    except ValueError as fault:
        raise _no_address(place) from fault


def _taken_apart(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or _PORTS[parts.scheme.lower()]
        # RFC 3987, 3.1: letters that an address cannot hold are written as bytes.
        path, query = quote(parts.path, safe=_KEPT), quote(parts.query, safe=_KEPT)
    except (KeyError, ValueError) as fault:
        raise _no_address(url) from fault
    if not host or any(sign <= " " or sign == "\x7f" for sign in url):
        raise _no_address(url)
    if parts.username is not None or parts.password is not None:
        raise OnRecordError(
            "it holds a name or password, which would be stored",
            subject=parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl(),
            remedy="Save the page in your browser, ingest the file and give --url",
        )
    return parts._replace(path=path, query=query), host, port


def _no_address(url: str) -> OnRecordError:
    return OnRecordError(
        "this is no address that can be fetched: only http and https are",
        subject=url,
        remedy="Copy the address from your browser",
    )

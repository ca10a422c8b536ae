"""Fetching from a server of our own: names resolve as each test says, to nowhere outside."""

import gzip
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep

import pytest

from graph.errors import OnRecordError
from ingest.fetching import Fetched, fetch_page, fetch_public
from ingest.fetching.fetch import system_connect
from ingest.fetching.public import Target

NAMES = {
    "harbour.example": ["93.184.216.34"],
    "router.example": ["192.168.0.1"],
    "both.example": ["93.184.216.34", "10.0.0.1"],
    "127.0.0.1": ["127.0.0.1"],
}
PAGE = b"<html><body><p>Harbour Street</p></body></html>"


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, _, rest = self.path.removeprefix("/").partition("/")
        if kind == "to":
            self.answer(302, b"", Location=rest)
        elif kind == "round":
            self.answer(302, b"", Location=f"/round/{int(rest) + 1}")
        elif kind == "gone":
            self.answer(404, b"")
        elif kind == "gzip":
            self.answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif kind == "cut":
            self.answer(200, PAGE, **{"Content-Length": "1000"})
        elif kind == "slow":
            self.drip()
        elif kind == "large":
            self.answer(200, b"x" * 2_000, **{"Content-Length": str(200_000_000)})
        else:
            self.answer(200, PAGE, **{"Content-Type": "text/html; charset=utf-8"})

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            sleep(0.05)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        thread = Thread(target=running.serve_forever)
        thread.start()
        yield running.server_port
        running.shutdown()
        thread.join()


def resolve(host: str, port: int) -> list[str]:
    del port
    if host not in NAMES:
        raise socket.gaierror
    return NAMES[host]


def ask(server: int, url: str, *, seconds: float = 20) -> Fetched:
    asked: list[str] = []

    def connect(to: Target, left: float) -> socket.socket:
        asked.append(to.ip)
        return socket.create_connection(("127.0.0.1", server), timeout=left)

    try:
        return fetch_page(url, resolve=resolve, connect=connect, seconds=seconds)
    finally:
        assert set(asked) <= {"93.184.216.34"}


def refused(server: int, url: str, *, seconds: float = 20) -> str:
    with pytest.raises(OnRecordError) as caught:
        ask(server, url, seconds=seconds)
    assert caught.value.remedy
    return caught.value.happened


def test_a_page_is_fetched_and_its_last_address_is_told(server: int) -> None:
    home = "http://harbour.example"
    assert ask(server, f"{home}/to//news/street?id=1#top") == Fetched(
        url=f"{home}/news/street?id=1", name="street.html", data=PAGE
    )
    assert ask(server, f"{home}/café.html").url == f"{home}/caf%C3%A9.html"
    assert ask(server, home).name == "harbour.example.html"
    assert ask(server, f"{home}/gzip/a").data == PAGE


PRIVATE = "it leads into a private network, and only public addresses are fetched"
NO_ADDRESS = "this is no address that can be fetched: only http and https are"


@pytest.mark.parametrize(
    ("path", "happened"),
    [
        ("http://router.example/", PRIVATE),
        ("http://both.example/", PRIVATE),
        ("http://127.0.0.1:8000/", PRIVATE),
        ("http://harbour.example/to/http://router.example/admin", PRIVATE),
        ("http://harbour.example/to/file:///etc/passwd", NO_ADDRESS),
        ("http://harbour.example/to/http://[::", NO_ADDRESS),
        ("ftp://harbour.example/a", NO_ADDRESS),
        ("http:///a", NO_ADDRESS),
        ("http://harbour.example:99999/a", NO_ADDRESS),
        ("http://harbour.example/a b\r\nX: y", NO_ADDRESS),
        ("http://unheard.example/", "no computer of this name is found"),
        ("http://me:secret@harbour.example/", "it holds a name or password, which would be stored"),
        ("http://harbour.example/round/1",
         "it leads from address to address more than 5 times"),
        ("http://harbour.example/gone/a", "the host answered 404 Not Found"),
        ("http://harbour.example/cut/a", "it cannot be fetched (it ended before it was whole)"),
    ],
)  # fmt: skip
def test_what_is_not_fetched_is_named_with_its_cause(server: int, path: str, happened: str) -> None:
    assert refused(server, path) == happened


def test_a_password_in_an_address_is_not_repeated(server: int) -> None:
    with pytest.raises(OnRecordError) as caught:
        ask(server, "http://me:secret@harbour.example/")
    assert caught.value.subject == "http://harbour.example/"


def test_time_and_size_are_limited(server: int) -> None:
    slow = refused(server, "http://harbour.example/slow", seconds=0.4)
    assert slow == "it did not come within 0 seconds"
    large = refused(server, "http://harbour.example/large")
    assert large == "it has more than 100 MB, which is the limit"


def test_this_computer_is_reached_by_its_checked_address_alone(server: int) -> None:
    to = Target(
        url="http://harbour.example/",
        scheme="http",
        host="harbour.example",
        port=server,
        path="/",
        ip="127.0.0.1",
    )
    with system_connect(to, 5) as connection:
        assert connection.getpeername() == ("127.0.0.1", server)


def test_the_names_of_this_computer_are_private() -> None:
    for host in ("localhost", "0x7f.1"):
        with pytest.raises(OnRecordError, match="it leads into a private network"):
            fetch_public(f"http://{host}:1/")

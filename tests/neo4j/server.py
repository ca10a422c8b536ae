"""A real Neo4j 5 for the tests, from its Maven artifacts, in a home of its own."""

import random
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

VERSION = "5.26.28"
PASSWORD = "invented-for-tests"  # noqa: S105 - of a server that lives for one test run
ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / ".cache" / f"neo4j-{VERSION}" / "lib"
_OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
_START_SECONDS = 90


class Missing(Exception):
    """Java, Maven or the artifacts are not to be had here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server."""

    url: str
    user: str
    password: str


def library() -> Path:
    """Return the folder with the server's jars, fetching them through Maven once."""
    if not shutil.which("java"):
        raise Missing("Java 17 is not installed")
    if any(LIBRARY.glob("neo4j-server-*.jar")):
        return LIBRARY
    if not shutil.which("mvn"):
        raise Missing("Maven is not installed, and the jars are not in .cache")
    command = ["mvn", "-q", "-B", "-f", str(Path(__file__).with_name("pom.xml")),
               "dependency:copy-dependencies", "-DincludeScope=runtime",
               f"-DoutputDirectory={LIBRARY}"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"Maven could not fetch the jars: {done.stdout[-300:]}")
    return LIBRARY


@contextmanager
def running(home: Path) -> Iterator[Server]:
    """Start a server with this home, yield it when it answers, stop it in the end."""
    jars = library()
    port = _free_port()
    _configure(home, port)
    command = ["java", "-Xmx1g", *(f"--add-opens={name}=ALL-UNNAMED" for name in _OPENS),
               "-cp", f"{jars}/*", "org.neo4j.server.CommunityEntryPoint",
               f"--home-dir={home}", f"--config-dir={home / 'conf'}"]  # fmt: skip
    with (home / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
        try:
            url = f"bolt://127.0.0.1:{port}"
            _wait(url, process, home)
            _set_password(url)
            yield Server(url=url, user="neo4j", password=PASSWORD)
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _configure(home: Path, port: int) -> None:
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.usage_report.enabled": "false",
        # As docker-compose.yml sets them.
        "db.memory.transaction.max": "256m",
        "dbms.memory.transaction.total.max": "700m",
        "db.transaction.timeout": "120s",
        "dbms.security.auth_minimum_password_length": "8",
    }
    (home / "conf").mkdir(parents=True)
    text = "".join(f"{key}={value}\n" for key, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text(text)


def _wait(url: str, process: "subprocess.Popen[bytes]", home: Path) -> None:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with GraphDatabase.driver(url, auth=("neo4j", "neo4j")) as driver:
                driver.verify_authentication()
        except Neo4jError:
            return  # it answers: the first password must be changed before anything else
        except DriverError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"Neo4j did not start: {(home / 'output').read_text()[-1000:]}")


def _set_password(url: str) -> None:
    with (
        GraphDatabase.driver(url, auth=("neo4j", "neo4j")) as driver,
        driver.session(database="system") as session,
    ):
        session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=PASSWORD).consume()


def _free_port() -> int:
    """Return a free port of those that no system gives to whoever asks for any.

    The server takes seconds to begin, and other tests ask for many ports meanwhile.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port

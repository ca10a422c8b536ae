"""The explorer over the story of Wexcombe, served on a free port for a whole test session."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator

from graph.archive import Archive
from graph.search.updating import update
from graph.stores.open import open_store
from graph.stores.store import EdgeRow, NodeRow
from tests.wexcombe import tell
from web.app import create_app

#: A name that would run as a program wherever a page forgot that names are text.
NASTY = "<img src=x onerror=alert(1)> & “Sons”"


class Quiet(WSGIRequestHandler):
    """Tells of no request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def whole(app: WSGIApplication) -> WSGIApplication:
    """Read each answer before it is sent.

    Werkzeug's server leaves a file open where the browser lets go of a request half-way.
    """

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        with closing(ClosingIterator(app(environ, start))) as parts:
            return [b"".join(parts)]

    return answer


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Yield the address of an explorer whose archive stands in `folder`."""
    archive = Archive.create(folder / "archive", title="Wexcombe")
    with open_store(archive, None) as store:
        tell(store, archive)
        store.put_nodes([_named(NASTY, "organisation-nasty")])
        store.put_edges([_oversees("organisation-nasty", "organisation-hollin")])
        update(archive, store)
        app = create_app(store, archive, invented_sample=True)
        server = make_server("127.0.0.1", 0, whole(app), threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def _named(name: str, id_: str) -> NodeRow:
    properties = {"id": id_, "name": name, "search": "sons", "aliases": [], "anonymous": False,
                  "protected": False}  # fmt: skip
    return NodeRow(label="Organisation", id=id_, properties=properties)


def _oversees(source: str, target: str) -> EdgeRow:
    properties = {"id": "ln-nasty", "inferred": True, "review": "proposed", "method": "rule.link",
                  "confidence": "low", "passages": []}  # fmt: skip
    return EdgeRow(
        type="OVERSEES", id="ln-nasty", source=("Organisation", source),
        target=("Organisation", target), properties=properties,
    )  # fmt: skip

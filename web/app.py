"""The application factory: one Flask application over one archive and one store."""

from datetime import date
from pathlib import Path
from types import ModuleType

from flask import Flask, Response
from jinja2 import StrictUndefined

from graph.archive import Archive
from graph.stores.store import Store
from web import failures, sentences
from web import site as of_site
from web.files import files
from web.format import FILTERS
from web.look import Look
from web.pages import (
    console,
    documents,
    entities,
    exports,
    health,
    network,
    overview,
    queries,
    reports,
    scene,
    search,
    statements,
)
from web.security import guard
from web.site import Site
from web.twins import name_archive, tag

#: Every page is a module of `web.pages` with a function `add(app)`; a new one is named here.
PAGES: tuple[ModuleType, ...] = (
    overview,
    search,
    scene,
    exports,
    documents,
    entities,
    statements,
    reports,
    network,
    queries,
    console,
    health,
)


def create_app(
    store: Store,
    archive: Archive,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    as_of: date | None = None,
    invented_sample: bool = False,
) -> Flask:
    """Return the explorer. `host` and `port` are what it is told to listen on.

    `as_of` is the day for which states are told (null: today); `invented_sample` has every page
    say that its people do not exist.
    """
    app = Flask("web", root_path=str(Path(__file__).parent))
    look = Look.read()
    app.config["ONRECORD_HOST"] = host
    app.extensions["onrecord"] = Site(
        store=store, archive=archive, look=look, as_of=as_of, invented_sample=invented_sample
    )
    _prepare_templates(app, look)
    app.after_request(tag)
    app.after_request(name_archive)
    guard(app, host, port)
    failures.add_failures(app)
    app.add_url_rule("/style.css", "kinds", lambda: Response(look.css(), mimetype="text/css"))
    for page in PAGES:
        page.add(app)
    return app


def _prepare_templates(app: Flask, look: Look) -> None:
    env = app.jinja_env
    env.undefined = StrictUndefined
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    env.filters.update(FILTERS)
    for function in (of_site.nav, of_site.has_page, of_site.thing_url, of_site.scene_url,
                     of_site.words_url, of_site.site):  # fmt: skip
        env.globals[function.__name__] = function
    env.globals["look"] = look
    env.globals["files"] = files
    env.globals["say"] = sentences

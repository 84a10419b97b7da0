"""The application: pages by GET, everything that is asked or changed by POST of JSON."""

from collections.abc import Callable, Mapping
from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from analyzer.errors import FarmcheckError, TableError
from analyzer.serve.deciding import decide
from analyzer.serve.desk import Desk, Reply, parsed
from analyzer.serve.guard import Guard
from analyzer.serve.pages import Pages
from analyzer.serve.search import search
from analyzer.serve.table import fact, preview, save

Action = Callable[[Desk, Mapping[str, object]], Reply]

ACTIONS: Mapping[str, Action] = {
    "decide": decide,
    "search": search,
    "fact": fact,
    "fact/preview": preview,
    "fact/save": save,
}

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "csv": "text/csv"}


def make_app(desk: Desk, *, token: str, host: str) -> ASGIApp:
    """Return the application for one desk, guarded by ``token`` and answering only as ``host``."""
    pages = Pages()

    def page(name: str) -> Response:
        with desk.lock:
            try:
                found = pages.get(desk.book(), name)
            except FarmcheckError as error:
                return PlainTextResponse(_said(desk, error), 503)
        if found is None:
            return PlainTextResponse(f"{name}: 没有这一页 · no such page", 404)
        return Response(found, media_type=_TYPES.get(name.rpartition(".")[2], "application/octet-stream"))

    async def get(request: Request) -> Response:
        name = request.path_params["name"]
        return await run_in_threadpool(page, name) if name else RedirectResponse("/index.html", 303)

    async def post(request: Request, act: Action) -> Response:
        asked = parsed(await request.body())
        if asked is None:
            return JSONResponse({"error": "not a JSON object"}, 400)
        status, reply = await run_in_threadpool(_acted, desk, act, asked)
        return JSONResponse(reply, status)

    routes = [Route(f"/api/{name}", partial(post, act=act), methods=["POST"]) for name, act in ACTIONS.items()]
    routes.append(Route("/{name:path}", get, methods=["GET"]))
    return Guard(Starlette(routes=routes), token=token, host=host)


def _acted(desk: Desk, act: Action, asked: Mapping[str, object]) -> Reply:
    from filelock import Timeout

    with desk.lock:
        try:
            return act(desk, asked)
        except FarmcheckError as error:
            return 422, {"error": _said(desk, error)}
        except (OSError, Timeout) as error:
            return 503, {"error": str(error)}


def _said(desk: Desk, error: FarmcheckError) -> str:
    lines = [error.phrase.say(desk.settings.language)]
    if isinstance(error, TableError):
        lines += [problem.line(desk.settings.language) for problem in error.problems]
    return "\n".join(lines)

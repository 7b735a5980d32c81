"""The answers of the local page's server: the page itself, and what it asks."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from typing import Any, Final, TypeVar
from urllib.parse import quote, unquote

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from factcheck.checks.hotline.names import country_name
from factcheck.errors import UserError
from factcheck.linter import Linter
from factcheck.reports.json_list import dumped
from factcheck.reports.visible import visible
from factcheck.serve import lookup
from factcheck.serve.answers import answer
from factcheck.serve.drafts import KINDS, MOST_TEXT, Desk, Draft
from factcheck.serve.guard import Guard
from factcheck.serve.opening import opened

_TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
_JSON: Final = "application/json"
_PAGE: Final = "index.html"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types pasted default"
)
_GONE: Final = 499  # whoever asked has gone: they type faster than we check
T = TypeVar("T")


def create_app(linter: Linter, port: int, token: str) -> Guard:
    """The app, guarded.

    Args:
        linter: with the settings that hold for drafts whose editor chooses nothing else.
        port: the one that is listened on.
        token: the first part of every address.
    """
    answers = _Answers(linter)
    routes = [
        Route("/", answers.page),
        Route("/api/start", answers.start),
        Route("/api/check", answers.check, methods=["POST"]),
        Route("/api/open/{name}", answers.open, methods=["POST"]),
        Route("/api/make/{kind}", answers.make, methods=["POST"]),
        Route("/api/search", answers.search),
        Route("/api/entry/{id}", answers.entry),
        Route("/{name}", answers.file),
    ]
    return Guard(Starlette(routes=routes, exception_handlers={UserError: _refused}), port, token)


class _Answers:
    """Answers one question after the other: a check takes a whole processor."""

    def __init__(self, linter: Linter) -> None:
        self._desk = Desk(linter)
        self._turn = asyncio.Lock()
        self._decoder = msgspec.json.Decoder(Draft)
        built = files("factcheck.serve").joinpath("page")
        self._files = {file.name: file.read_bytes() for file in built.iterdir() if file.is_file()}

    async def page(self, request: Request) -> Response:
        nonce = secrets.token_urlsafe(16)
        html = self._files[_PAGE].replace(b"{{nonce}}", nonce.encode())
        headers = {"Content-Security-Policy": _POLICY.format(nonce=nonce)}
        return Response(html, media_type="text/html; charset=utf-8", headers=headers)

    async def file(self, request: Request) -> Response:
        """A part of the page, out of memory: no path of a request is ever one of the machine."""
        name: str = request.path_params["name"]
        type = _TYPES.get(name[name.rfind(".") :])
        if type is None or name not in self._files:
            return Response("there is no such page", 404)
        return Response(self._files[name], media_type=type)

    async def start(self, request: Request) -> Response:
        """What the page offers to choose from."""
        services = self._desk.linter.corpus.hotlines.values()
        codes = {one.country for one in services if not one.retired}
        countries = sorted((country_name(code).removeprefix("the "), code) for code in codes)
        chosen = self._desk.linter.settings.countries
        return _json({"countries": countries, "chosen": list(chosen), "most": MOST_TEXT})

    async def check(self, request: Request) -> Response:
        draft = await self._draft(request)
        return await self._in_turn(request, lambda: _json_text(answer(self._desk.check(draft))))

    async def open(self, request: Request) -> Response:
        data, name = await request.body(), unquote(request.path_params["name"])
        return await self._in_turn(request, lambda: _json_text(msgspec.json.encode(opened(data, name)).decode()))

    async def make(self, request: Request) -> Response:
        kind: str = request.path_params["kind"]
        if kind not in KINDS:
            return Response("there is no such file", 404)
        draft = await self._draft(request)
        return await self._in_turn(request, partial(self._made, kind, draft))

    def _made(self, kind: str, draft: Draft) -> Response:
        made = self._desk.make(kind, draft)
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(made.name)}"}
        return Response(made.data, media_type=made.type, headers=headers)

    async def search(self, request: Request) -> Response:
        words = request.query_params.get("words", "")
        return await self._in_turn(request, lambda: _json(lookup.found(self._desk.linter.corpus, words)))

    async def entry(self, request: Request) -> Response:
        id: str = request.path_params["id"]
        return await self._in_turn(request, lambda: _json(lookup.shown(self._desk.linter.corpus, id)))

    async def _draft(self, request: Request) -> Draft:
        try:
            return self._decoder.decode(await request.body())
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise UserError(f"this is no draft: {error}") from None

    async def _in_turn(self, request: Request, work: Callable[[], Response]) -> Response:
        async with self._turn:
            if await request.is_disconnected():
                return Response(status_code=_GONE)
            return await run_in_threadpool(work)


async def _refused(request: Request, error: Exception) -> Response:
    return Response(dumped({"error": visible(str(error))}), 400, media_type=_JSON)


def _json(value: Any) -> Response:
    return _json_text(dumped(value))


def _json_text(text: str) -> Response:
    return Response(text.encode("utf-8"), media_type=_JSON)

"""Who may ask: pages that this server itself has given out, on this computer, and nobody else.

Any website that a user visits can send requests to a port of their computer, and can give its own name that port's
address (DNS rebinding). So the Host and the Origin must be ours, and the address holds a token that only the user
has been told.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST: Final = "127.0.0.1"
MOST_BYTES: Final = 40_000_000  # of a request: a Word file with its pictures
_NAMES: Final = (HOST, "localhost")
_OURS: Final = ("same-origin", "none")  # of Sec-Fetch-Site: our page, or the user's own typing
HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",  # the page has one of its own
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Lets a request through to the app if it comes from our page or our user, and is not too large.

    Args:
        port: the one that is listened on.
        token: the first part of every address.
    """

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(f"{name}:{port}" for name in _NAMES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":  # there are no web sockets here
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        scope["path"] = scope["path"][len(self._token) + 1 :]
        await self._app(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return PlainTextResponse("this page is for this computer alone", 421)
        theirs = origin is not None and origin != f"http://{host}"
        if theirs or (origin is None and scope["method"] not in ("GET", "HEAD")):
            return PlainTextResponse("another page may not ask", 403)
        if headers.get("sec-fetch-site", "none") not in _OURS and headers.get("sec-fetch-mode") != "navigate":
            return PlainTextResponse("another page may not ask", 403)
        given = scope["path"].split("/", 2)[1:2]
        if not given or not secrets.compare_digest(given[0].encode(), self._token.encode()):
            return PlainTextResponse("the address is not whole: open the one that `factcheck serve` shows", 404)
        size = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not size.isascii() or not size.isdigit() or int(size) > MOST_BYTES:
            return PlainTextResponse(f"more than {MOST_BYTES // 1_000_000} MB at once are not read", 413)
        return None


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent

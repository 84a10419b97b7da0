"""Who may ask: this computer's browser with the token, from our own pages, and nobody else."""

import hmac
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analyzer.report.render import SERVED_CSP

# The largest request is a fact with long notes.
LARGEST_BODY = 64 * 1024

HEADERS = {
    "content-security-policy": SERVED_CSP + "; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Guard:
    """Wraps the application. ``host`` is the one Host that is answered, as "127.0.0.1:8300"."""

    def __init__(self, app: ASGIApp, *, token: str, host: str) -> None:
        self.app, self.token, self.host = app, token, host
        # Browsers send cookies of 127.0.0.1 to every port: the name keeps two servers apart.
        self.cookie = f"farmcheck_{host.rpartition(':')[2]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on what may pass."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        answer = self._answer(scope)
        await (answer or self.app)(scope, receive, with_headers)

    def _answer(self, scope: Scope) -> Response | None:
        """Return the answer that ends a request here, or None where the application may have it."""
        headers = Headers(scope=scope)
        # A page of a foreign name that resolves to 127.0.0.1 (DNS rebinding) still sends its own name as Host.
        if headers.get("host") != self.host:
            return PlainTextResponse("wrong host", 421)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("method not allowed", 405)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["method"] == "GET" and given and self._is_token(given):
            answer = RedirectResponse("/index.html", 303)
            answer.set_cookie(self.cookie, self.token, httponly=True, samesite="strict")
            return answer
        if not self._is_token(cookie_parser(headers.get("cookie", "")).get(self.cookie, "")):
            return PlainTextResponse(
                "请用 farmcheck serve 打印的完整网址打开(含 token)。\n"
                "Open the whole address that farmcheck serve printed, with its token.\n",
                403,
            )
        return self._post_answer(headers) if scope["method"] == "POST" else None

    def _post_answer(self, headers: Headers) -> Response | None:
        if headers.get("origin") != f"http://{self.host}":
            return PlainTextResponse("wrong origin", 403)
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return PlainTextResponse("json only", 415)
        length = headers.get("content-length", "")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return PlainTextResponse("too large", 413)
        return None

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

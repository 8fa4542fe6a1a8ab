"""The demo's door. It signs anybody in with one click, so that it opens for this machine only.

The settings refuse other addresses to listen on (config.environment.refuse_strangers); this refuses whoever comes in
all the same: by a server started by hand, or through a proxy.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from people.core.loopback import is_loopback

Application = Callable[[Any, Any, Any], Awaitable[None]]
FORWARDED = frozenset({b"forwarded", b"x-forwarded-for", b"x-real-ip"})


def refuse_strangers(application: Application) -> Application:
    """`application`, for requests and sockets that come from this machine and through no proxy."""

    async def guard(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] in ("http", "websocket") and is_stranger(scope):
            await _refuse(scope["type"], send)
        else:
            await application(scope, receive, send)

    return guard


def is_stranger(scope: Mapping[str, Any]) -> bool:
    """Whether a request or socket comes from elsewhere, or through somebody who may forward it from there."""
    client = scope.get("client")
    forwarded = any(name.lower() in FORWARDED for name, _ in scope["headers"])
    return forwarded or client is None or not is_loopback(client[0])


async def _refuse(kind: str, send: Any) -> None:
    if kind == "websocket":
        await send({"type": "websocket.close", "code": 4403})
        return
    await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b"The demo serves this machine only."})

"""What a request may bring at most: what lies beyond is thrown away as it comes, so that it fills neither disk nor
memory, and the page that says so is Django's (trainer_ui.middleware.refuse_large_bodies).

A server may keep the whole body before it hands it on (Daphne does, in a file): a proxy in front has its own limit.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from trainer_ui.middleware import IS_CUT

Application = Callable[[Any, Any, Any], Awaitable[None]]


def limit_bodies(application: Application, *, most: int) -> Application:
    """`application`, for HTTP requests of at most `most` bytes; the body of a longer one ends there, marked IS_CUT."""

    async def guard(scope: Any, receive: Any, send: Any) -> None:
        got = 0

        async def receive_some() -> Any:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got <= most:
                return message
            scope[IS_CUT] = True
            return {**message, "body": b""}

        await application(scope, receive_some, send)

    return guard

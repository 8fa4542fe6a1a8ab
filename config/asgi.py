"""The ASGI door: pages over HTTP, runs over one WebSocket per tab (docs/wire.md).

Works on Daphne, which has no lifespan, and on uvicorn, which has: hub and clock start with the first scope of any kind.
"""

import os
from typing import Any

from channels.routing import ProtocolTypeRouter
from channels.security.websocket import OriginValidator
from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()

from config.bodies import limit_bodies  # noqa: E402  these need the applications to be loaded
from config.checks import refuse_danger  # noqa: E402  as above
from config.demo import refuse_strangers  # noqa: E402  as above
from config.drain import drain_on_signals  # noqa: E402  as above
from simulator.routing import route_sockets  # noqa: E402  as above
from simulator.station import Station  # noqa: E402  as above

refuse_danger()
station = Station()
sockets = OriginValidator(route_sockets(station), settings.ORIGINS)
doors = ProtocolTypeRouter(
    {"http": limit_bodies(pages, most=settings.DATA_UPLOAD_MAX_MEMORY_SIZE), "websocket": sockets}
)


async def serve(scope: Any, receive: Any, send: Any) -> None:
    if station.ensure_started():
        drain_on_signals(station.tasks, station.say_goodbye)
    if scope["type"] == "lifespan":
        await serve_lifespan(receive, send)
    else:
        await doors(scope, receive, send)


async def serve_lifespan(receive: Any, send: Any) -> None:
    """The server's start and end, where it has a word for them."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.shutdown":
            await station.stop()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


application = refuse_strangers(serve) if settings.DEMO else serve

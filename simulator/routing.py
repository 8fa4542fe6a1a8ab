"""Where the sockets lead."""

from typing import Any

from channels.routing import URLRouter
from channels.sessions import CookieMiddleware
from django.urls import path

from simulator.consumers import serve_runs
from simulator.station import Station


def route_sockets(station: Station) -> Any:
    """The ASGI application for sockets."""
    return CookieMiddleware(URLRouter([path("ws/", serve_runs(station))]))

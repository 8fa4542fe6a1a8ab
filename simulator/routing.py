"""Where the sockets lead."""

from typing import Any

from channels.routing import URLRouter
from django.urls import path

from simulator.consumers import serve_runs
from simulator.station import Station


def route_sockets(station: Station) -> Any:
    """The ASGI application for sockets. It needs `user` and `session` in its scope."""
    return URLRouter([path("ws/", serve_runs(station))])

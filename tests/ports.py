"""Addresses for the servers that tests start and kill, each kept for them as long as this process lives.

A port that is looked up and let go may be another process's before its server has started, or while it is dead.
"""

import socket

_kept: list[socket.socket] = []


def keep_port() -> int:
    """A port of 127.0.0.1. A socket that never listens keeps it, beside which servers may listen, again and again.

    Only now it may be shared: a socket that could share while it is bound might be given a port of another keeper.
    """
    keeper = socket.socket()
    keeper.bind(("127.0.0.1", 0))
    keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    _kept.append(keeper)
    port: int = keeper.getsockname()[1]
    return port

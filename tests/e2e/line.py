"""A TCP proxy that is the line between browser and server, and can break in every way a line does: Chromium's offline
mode keeps sockets.
"""

import select
import socket
import threading
import time
from contextlib import suppress

PIECE_BYTES = 65_536
SLOW_PIECE_BYTES = 256


class Line:
    """Listens on `port` and passes everything to `target`.

    Cut, it drops what is open and turns all away. Mute, it swallows what the server says. Stalled, it carries nothing
    either way and loses nothing. Slow, each connection carries so many bytes a second.
    """

    def __init__(self, port: int, *, target: int) -> None:
        self._target = target
        self._is_cut = self._is_mute = False
        self._flows = threading.Event()
        self._flows.set()
        self._bytes_per_s = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        with self._lock:
            self._is_cut = True
            for end in self._open:
                hang_up(end)

    def mute(self) -> None:
        self._is_mute = True

    def stall(self) -> None:
        self._flows.clear()

    def slow(self, *, bytes_per_s: int) -> None:
        self._bytes_per_s = bytes_per_s

    def mend(self) -> None:
        self._is_cut = self._is_mute = False
        self._bytes_per_s = 0
        self._flows.set()

    def close(self) -> None:
        self.mend()
        hang_up(self._listener)
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near:
            if self._is_cut:
                return
            with socket.create_connection(("127.0.0.1", self._target)) as far:
                with self._lock:
                    self._open |= {near, far}
                with suppress(OSError):
                    self._pass_on(near, far)
                with self._lock:
                    self._open -= {near, far}

    def _pass_on(self, near: socket.socket, far: socket.socket) -> None:
        """Bytes both ways, until one end is gone."""
        other = {near: far, far: near}
        while True:
            for end in select.select([near, far], [], [])[0]:
                data = end.recv(SLOW_PIECE_BYTES if self._bytes_per_s else PIECE_BYTES)
                if not data:
                    return
                self._hold_up(len(data))
                if end is near or not self._is_mute:
                    other[end].sendall(data)

    def _hold_up(self, size: int) -> None:
        """As long as the line takes for `size` bytes."""
        self._flows.wait()
        if self._bytes_per_s:
            time.sleep(size / self._bytes_per_s)


def hang_up(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)

"""A lean WebSocket client for the load side: it must stay far cheaper than the server it measures.

It speaks just enough of RFC 6455 to talk to a server that sends unfragmented text frames: handshake with a cookie, text
frames in, masked text frames out. A library client costs several times as much per frame, and what it costs would be
counted as the server's delay.
"""

import asyncio
import base64
import os
import struct
import time
from collections.abc import Callable

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA

Receiver = Callable[["Socket", bytes, float], None]


class Socket(asyncio.Protocol):
    """One connection. `on_text(socket, payload, received_at)` gets each text frame; `closed` becomes the code."""

    def __init__(self, on_text: Receiver, *, host: str, path: str, cookie: str, origin: str) -> None:
        self.on_text = on_text
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.closed: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.transport: asyncio.Transport
        self._buffer = bytearray()
        self._request = (
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\nSec-WebSocket-Version: 13\r\n"
            f"Origin: {origin}\r\nCookie: {cookie}\r\n\r\n"
        ).encode()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        received_at = time.time()
        self._buffer += data
        if not self.opened.done():
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            status = bytes(self._buffer[: self._buffer.find(b"\r\n")])
            del self._buffer[: end + 4]
            if b" 101 " not in status:
                self.opened.set_exception(ConnectionError(status.decode()))
                self.transport.close()
                return
            self.opened.set_result(None)
        self._read_frames(received_at)

    def _read_frames(self, received_at: float) -> None:
        buffer, at = self._buffer, 0
        while len(buffer) - at >= 2:
            length, start = buffer[at + 1] & 0x7F, at + 2
            if length == 126:
                if len(buffer) < at + 4:
                    break
                length, start = struct.unpack_from("!H", buffer, at + 2)[0], at + 4
            elif length == 127:
                if len(buffer) < at + 10:
                    break
                length, start = struct.unpack_from("!Q", buffer, at + 2)[0], at + 10
            if len(buffer) < start + length:
                break
            opcode, payload = buffer[at] & 0x0F, bytes(buffer[start : start + length])
            at = start + length
            self._take(opcode, payload, received_at)
        del buffer[:at]

    def _take(self, opcode: int, payload: bytes, received_at: float) -> None:
        if opcode == TEXT:
            self.on_text(self, payload, received_at)
        elif opcode == PING:
            self._write(PONG, payload)
        elif opcode == CLOSE:
            if not self.closed.done():
                self.closed.set_result(struct.unpack("!H", payload[:2])[0] if len(payload) >= 2 else 1005)
            self._write(CLOSE, payload[:2])
            self.transport.close()

    def send_text(self, text: str) -> None:
        self._write(TEXT, text.encode())

    def _write(self, opcode: int, payload: bytes) -> None:
        if self.transport.is_closing():
            return
        length = len(payload)
        if length < 126:
            head = struct.pack("!BB", 0x80 | opcode, 0x80 | length)
        else:
            head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, length)
        # A mask of zeros is a valid mask, and saves the load side the work of masking.
        self.transport.write(head + b"\0\0\0\0" + payload)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(exc or ConnectionError("closed during the handshake"))
        if not self.closed.done():
            self.closed.set_result(1006)

    def close(self) -> None:
        self.transport.close()


async def connect(on_text: Receiver, *, port: int, path: str = "/ws/", cookie: str = "") -> Socket:
    """Opens a socket to 127.0.0.1:`port`. Raises ConnectionError when the server refuses the handshake."""
    host = f"127.0.0.1:{port}"
    _, socket = await asyncio.get_running_loop().create_connection(
        lambda: Socket(on_text, host=host, path=path, cookie=cookie, origin=f"http://{host}"), "127.0.0.1", port
    )
    await socket.opened
    return socket

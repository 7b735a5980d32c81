"""The server: one port of this computer alone, until it is stopped."""

from __future__ import annotations

import errno
import gc
import os
import secrets
import socket
from collections.abc import Callable
from threading import Thread
from typing import Final

import uvicorn

from factcheck.errors import UserError
from factcheck.linter import Linter
from factcheck.serve.app import create_app
from factcheck.serve.guard import HOST

_FIRST: Final = "The police found 12 victims of human trafficking in 2020."


def listening(port: int) -> socket.socket:
    """A socket that listens at a port of this computer; 0: at any that is free.

    Raises:
        UserError: the port is in use, or may not be used.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":  # on Windows this would let two programs share the port
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        made.listen(64)
    except OSError as error:
        made.close()
        raise UserError(_advice(port, error)) from None
    return made


def _advice(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        used = "perhaps by another `factcheck serve`, whose page you can use"
        return f"port {port} is in use, {used}; for a second one choose another: --port {port + 1}"
    return f"port {port} cannot be used: {error.strerror}; choose another above 1023: --port 8424"


def serve(linter: Linter, made: socket.socket, ready: Callable[[str], None]) -> None:
    """Answer until stopped by Ctrl-C.

    Args:
        ready: is given the address of the page when it can be opened.
    """
    port, token = made.getsockname()[1], secrets.token_urlsafe(24)
    app = create_app(linter.prepared(), port, token)
    gc.freeze()  # rules and reference set stay: nobody need look through them for garbage
    settings = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,  # it would tell the token
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    Thread(target=linter.check_text, args=(_FIRST,), daemon=True).start()  # it imports spaCy while nobody waits
    ready(f"http://{HOST}:{port}/{token}/")  # connections wait in the socket until the server takes them
    uvicorn.Server(settings).run(sockets=[made])

"""`factcheck serve` as a user runs it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from factcheck.cli import run

pytestmark = pytest.mark.slow

# What a server needs no other computer for is allowed; everything that could reach one is told.
_DENY = """
import os, socket
def _denied(*args, **kwargs):
    with open(os.environ["DENIED"], "a") as log:
        log.write(repr(args) + "\\n")
    raise PermissionError("no network here")
_bind = socket.socket.bind
def _bound(self, address):
    return _bind(self, address) if address[0] == "127.0.0.1" else _denied(address)
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = _denied
socket.socket.bind = _bound
socket.getaddrinfo = socket.gethostbyname = _denied
"""


@contextmanager
def serving(*options: str, env: dict[str, str] | None = None) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server and the address that it shows."""
    command = [sys.executable, "-m", "factcheck", "serve", "--no-browser", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as process:
        try:
            assert process.stdout is not None
            shown = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", process.stdout.readline())
            assert shown is not None
            yield shown[0], process
        finally:
            process.kill()


def asked(address: str, path: str, draft: dict[str, Any]) -> Any:
    origin = address.rsplit("/", 2)[0]
    request = Request(f"{address}{path}", json.dumps(draft).encode(), {"Origin": origin})
    with urlopen(request) as response:
        return json.load(response)


def test_it_reaches_no_other_computer_and_keeps_no_draft(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_DENY)
    (tmp_path / "home").mkdir()
    env = {
        **os.environ,
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
        "DENIED": str(tmp_path / "denied.log"),
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "home"),
        "FACTCHECK_CACHE_DIR": str(tmp_path / "home"),
    }
    secret = "Ariadne’s 12 victims"
    with serving("--port", "0", env=env) as (address, _):
        answer = asked(address, "api/check", {"text": f"Trafficking: {secret} in 2020. {secret}."})
        assert answer["report"]["files"]
    assert not (tmp_path / "denied.log").exists()
    kept = [path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert not any(b"Ariadne" in data for data in kept)


def test_each_start_has_a_token_of_its_own() -> None:
    with serving("--port", "0") as (first, _), serving("--port", "0") as (second, _):
        assert first.split("/")[-2] != second.split("/")[-2]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_it_without_a_traceback() -> None:
    with serving("--port", "0") as (address, process):
        asked(address, "api/check", {"text": "x"})
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert "Traceback" not in errors


def test_a_port_in_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert run(["serve", "--no-browser", "--port", str(port)]) == 2
    assert f"port {port} is in use" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--country", "Atlantis"], 'there is no country "Atlantis"'),
        (["--port", "70000"], "70000 is not in the range"),
        (["--config", "nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_bad_options_are_told(options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", *options]) == 2
    assert said in capsys.readouterr().err


def test_no_browser_to_open_is_told_and_the_page_is_there() -> None:
    command = [sys.executable, "-m", "factcheck", "serve", "--port", "0"]
    env = {**os.environ, "BROWSER": "there-is-no-such-browser", "PATH": ""}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as process:
        assert process.stderr is not None
        assert "no browser could be opened; open the address above" in process.stderr.readline()
        process.kill()


def test_other_commands_load_no_server() -> None:
    program = "import sys; from factcheck.cli import run; run(['check', 'examples/ready.md']); "
    program += "print({'starlette', 'uvicorn'} & set(sys.modules))"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.strip().endswith("set()")

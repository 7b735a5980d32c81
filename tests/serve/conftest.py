"""The local page's server, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from factcheck.linter import Linter
from factcheck.serve.app import create_app
from tests.browser.conftest import browser as browser

PORT = 8423
TOKEN = "t" * 32
ORIGIN = f"http://127.0.0.1:{PORT}"


@pytest.fixture(scope="session")
def linter() -> Linter:
    return Linter()


class Page(TestClient):
    """What the page does: it asks with its own Origin, below the token."""

    def check(self, text: str, **draft: Any) -> dict[str, Any]:
        """The answer on a draft."""
        response = self.post("api/check", json={"text": text, **draft})
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer


@pytest.fixture
def page(linter: Linter) -> Iterator[Page]:
    app = create_app(linter, PORT, TOKEN)
    yield Page(app, base_url=f"{ORIGIN}/{TOKEN}/", headers={"Origin": ORIGIN})

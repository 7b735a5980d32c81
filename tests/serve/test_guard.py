"""Nobody but the page may ask, and nobody gets a file of the machine."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from factcheck.linter import Linter
from factcheck.serve.app import create_app
from tests.serve.conftest import ORIGIN, PORT, TOKEN, Page

DRAFT = {"text": "x"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example:8423"},
        {"Host": f"127.0.0.1.evil.example:{PORT}"},
        {"Host": "127.0.0.1:80"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"},
    ],
)
def test_another_site_is_refused(page: Page, headers: dict[str, str]) -> None:
    assert page.post("api/check", json=DRAFT, headers=headers).status_code in (403, 421)
    assert page.get("api/start", headers=headers).status_code in (403, 421)


def test_a_form_of_another_site_is_refused(linter: Linter) -> None:
    silent = TestClient(create_app(linter, PORT, TOKEN), base_url=f"{ORIGIN}/{TOKEN}/")  # without an Origin
    assert silent.post("api/check", json=DRAFT).status_code == 403
    assert silent.get("").status_code == 200


@pytest.mark.parametrize("path", ["/", "/api/start", f"/{TOKEN[1:]}/", f"/{TOKEN}x/", "/%00/", "//"])
def test_without_the_token_there_is_nothing(page: Page, path: str) -> None:
    response = page.get(f"{ORIGIN}{path}")
    assert response.status_code == 404
    assert TOKEN not in response.text


@pytest.mark.parametrize(
    "path",
    [
        "../../../../etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2fetc%2fpasswd",
        "app.py",
        "../app.py",
        "page/app.js",
        "index.html/",
        "..\\app.py",
        "app.js%00.css",
    ],
)
def test_no_path_of_the_machine_is_read(page: Page, path: str) -> None:
    response = page.get(f"{ORIGIN}/{TOKEN}/{path}")
    assert response.status_code == 404
    assert "import" not in response.text and "root:" not in response.text


def test_too_much_is_refused_before_it_is_read(page: Page) -> None:
    huge = {"Content-Length": "40000001"}
    assert page.post("api/open/x.md", content=b"x", headers=huge).status_code == 413
    assert page.post("api/open/x.md", content=iter([b"x"])).status_code == 413  # of a length nobody has told


def test_the_page_may_run_and_reach_only_itself(page: Page) -> None:
    response = page.get("")
    policy = dict(part.strip().split(" ", 1) for part in response.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert "unsafe" not in str(policy)
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["frame-ancestors"] == "'none'"
    assert response.headers["referrer-policy"] == "no-referrer"
    nonce = policy["style-src"].split("'nonce-")[1].rstrip("'")
    assert f'nonce="{nonce}"' in response.text
    assert nonce not in page.get("").text  # another one each time


def test_every_answer_has_the_safe_headers(page: Page) -> None:
    for response in (page.get("app.js"), page.get("api/start"), page.get(f"{ORIGIN}/"), page.get("nothing")):
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["cache-control"] == "no-store"
        assert "content-security-policy" in response.headers


def test_the_page_names_nothing_outside_of_itself(page: Page) -> None:
    assert "://" not in page.get("").text
    assert "url(http" not in page.get("app.css").text

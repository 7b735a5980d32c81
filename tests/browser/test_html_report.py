"""The report page in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

from factcheck.cli import run

pytestmark = pytest.mark.slow

DRAFT = """# Child trafficking

Child trafficking earns criminals $32 billion a year. Studies show that it grows.

Share this post
"""
HOSTILE = """# <script>document.title = "run"</script>

<img src=x onerror="document.title = 'run'">
Child trafficking earns <b onmouseover="document.title='run'">$32 billion</b>
a year, as [studies show](javascript:document.title='run').

{{ 7 * 7 }} </script></style><script>document.title = "run"</script> [click](https://example.org/"onclick="x)
"""


def opened(browser: WebDriver, page: Path, draft: str, name: str = "draft.md") -> None:
    article = page.with_name(name)
    article.write_text(draft)
    assert run(["check", "--quiet", str(article), "--output", str(page)]) == 1
    browser.get(page.as_uri())


def seen(browser: WebDriver, name: str) -> bool:
    """Whether an element stands in the visible part of the window."""
    script = "const r = document.getElementById(arguments[0]).getBoundingClientRect();"
    found: bool = browser.execute_script(f"{script} return r.bottom > 0 && r.top < innerHeight", name)
    return found


def test_a_click_leads_from_the_words_to_their_finding_and_back(browser: WebDriver, page: Path) -> None:
    opened(browser, page, DRAFT + "\nWhat they said of the others is for them to tell.\n" * 200)
    mark = browser.find_element(By.PARTIAL_LINK_TEXT, "$32 billion")
    mark.click()
    _, _, finding = browser.current_url.partition("#")
    assert "outdated-number" in browser.find_element(By.ID, finding).text
    assert seen(browser, finding)
    browser.execute_script("scrollTo(0, document.body.scrollHeight)")
    assert not seen(browser, mark.get_attribute("id") or "")
    browser.find_element(By.CSS_SELECTOR, f"#{finding} .words a").click()
    assert browser.current_url.endswith(f"#{mark.get_attribute('id')}")
    assert seen(browser, mark.get_attribute("id") or "")


def test_the_keyboard_reaches_every_mark_and_finding(browser: WebDriver, page: Path) -> None:
    opened(browser, page, DRAFT)
    reached = []
    for _ in range(30):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(browser.switch_to.active_element.get_attribute("href"))
    wanted = [mark.get_attribute("href") for mark in browser.find_elements(By.CSS_SELECTOR, ".mark[id]")]
    assert wanted
    assert set(wanted) <= set(reached)


def test_what_a_screen_reader_is_told(browser: WebDriver, page: Path) -> None:
    opened(browser, page, DRAFT)
    mark = browser.find_element(By.PARTIAL_LINK_TEXT, "$32 billion")
    assert mark.aria_role == "link"
    assert "outdated-number" in browser.find_element(By.ID, mark.get_attribute("aria-describedby") or "").text
    unnamed = [
        one.get_attribute("outerHTML")
        for one in browser.find_elements(By.CSS_SELECTOR, "a, section, aside, article, table, h1, h2, h3")
        if not one.accessible_name and one.tag_name not in ("table",)
    ]
    assert unnamed == []


@pytest.mark.parametrize("name", ["draft.md", "draft.html", "draft.txt"])
def test_a_hostile_article_does_nothing(browser: WebDriver, page: Path, name: str) -> None:
    opened(browser, page, HOSTILE, name)
    assert browser.find_elements(By.CSS_SELECTOR, ".text b, .text img") == []
    for mark in browser.find_elements(By.CSS_SELECTOR, ".mark"):
        if mark.is_displayed():
            mark.click()
    assert browser.title == "factcheck report"
    assert browser.find_elements(By.TAG_NAME, "script") == []
    links = [link.get_attribute("href") or "" for link in browser.find_elements(By.TAG_NAME, "a")]
    assert all(link.startswith(("https://", "http://", page.as_uri() + "#")) for link in links)
    assert "49" not in browser.find_element(By.CLASS_NAME, "text").text


@pytest.mark.parametrize(("width", "columns"), [(1300, 2), (700, 1)])
def test_nothing_is_cut_off_on_a_narrow_screen(browser: WebDriver, page: Path, width: int, columns: int) -> None:
    opened(browser, page, DRAFT)
    browser.set_window_size(width, 900)
    layout = "return getComputedStyle(document.querySelector('.columns')).gridTemplateColumns.split(' ').length"
    assert browser.execute_script(layout) == columns
    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    browser.set_window_size(1300, 900)

"""The page in a real browser, as an editor uses it."""

from __future__ import annotations

import base64
import io
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from factcheck.linter import Linter
from tests.serve.test_process import serving

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
OLD = "Today 40.3 million people live in modern slavery, says the International Labour Organization."
WAIT = 30


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving("--port", "0") as (address, _):
        yield address


class Editor:
    """The page in one tab.

    Attributes:
        foreign: HTML was pasted, whose scripts and styles the browser says it has refused.
    """

    foreign = False

    def __init__(self, browser: WebDriver, address: str) -> None:
        self.browser = browser
        browser.get(address)
        self.wait(lambda: len(self.all("#country option")) > 5)

    def wait(self, holds: Callable[[], Any]) -> Any:
        return WebDriverWait(self.browser, WAIT, poll_frequency=0.05).until(lambda _: holds())

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def run(self, script: str, *given: Any) -> Any:
        return self.browser.execute_script(script, *given)

    @property
    def text(self) -> str:
        """What stands in the editor, as far as it is drawn."""
        lines = self.run("return [...document.querySelectorAll('.cm-line')].map(l => l.textContent)")
        return "\n".join(lines)

    def checked(self) -> None:
        """Wait until what stands there is checked."""
        time.sleep(0.2)
        self.wait(lambda: self.one("#status").text == "Checked")

    def type(self, text: str) -> None:
        content = self.one(".cm-content")
        content.click()
        content.send_keys(text)
        self.checked()

    def paste(self, html: str = "", text: str = "") -> None:
        self.foreign = bool(html)
        self.one(".cm-content").click()
        self.run(
            """const data = new DataTransfer();
            if (arguments[0]) data.setData('text/html', arguments[0]);
            data.setData('text/plain', arguments[1]);
            document.querySelector('.cm-content').dispatchEvent(
                new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))""",
            html,
            text,
        )
        self.checked()

    def drop(self, name: str, data: bytes) -> None:
        self.run(
            """const bytes = Uint8Array.from(atob(arguments[1]), c => c.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], arguments[0]));
            for (const kind of ['dragover', 'drop'])
              document.querySelector('.cm-content').dispatchEvent(
                new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}))""",
            name,
            base64.b64encode(data).decode(),
        )
        self.wait(lambda: self.one("#name").text.startswith(name.rpartition(".")[0]))
        self.checked()

    def card(self, words: str) -> WebElement:
        """The finding on some words, opened."""
        cards = self.all("#findings .card")
        found = next(one for one in cards if one.find_element(By.CSS_SELECTOR, ".words").text == words)
        if "open" not in (found.get_attribute("class") or ""):
            self.click(found.find_element(By.CSS_SELECTOR, ".head"))
        return self.one("#findings .card.open")

    def click(self, element: WebElement) -> None:
        """Click what may stand outside of the window, or under its lower edge."""
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def press(self, words: str, within: str = "body") -> None:
        buttons = [button for button in self.all(f"{within} button") if words in button.text]
        assert buttons, f"no button {words!r}"
        self.click(buttons[0])

    def saved(self, folder: Path, kind: str) -> Path:
        """A download, done."""
        before = set(folder.iterdir())
        self.one("#downloads summary").click()
        self.one(f"[data-make={kind}]").click()
        done = self.wait(lambda: [f for f in set(folder.iterdir()) - before if not f.name.endswith("load")])
        found: Path = done[0]
        return found


@pytest.fixture
def editor(browser: WebDriver, server: str) -> Iterator[Editor]:
    opened = Editor(browser, server)
    yield opened
    for entry in browser.get_log("browser"):  # type: ignore[no-untyped-call]
        assert opened.foreign or "Content Security Policy" not in entry["message"], entry
        assert "Uncaught" not in entry["message"], entry
    leave(browser)


def leave(browser: WebDriver) -> None:
    """Close the draft; the browser asks whether it may be lost."""
    browser.execute_script("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)")
    browser.get("about:blank")


def test_a_finding_appears_as_one_types_and_is_accepted_and_undone(editor: Editor) -> None:
    editor.type(OLD)
    assert editor.one(".cm-content .mark.error").text == "40.3 million"
    card = editor.card("40.3 million")
    assert "49.6 million" in card.text and "The reference set holds" in card.text
    assert card.find_element(By.CSS_SELECTOR, "cite a").get_attribute("href").startswith("https://")  # type: ignore[union-attr]
    editor.press("Accept", "#findings .open")
    assert "Today 49.6 million people" in editor.text
    editor.checked()
    assert editor.all(".cm-content .mark.error") == []
    assert editor.one(".cm-content .mark.good").text == "49.6 million"
    editor.one(".cm-content").send_keys(Keys.CONTROL, "z")
    assert "Today 40.3 million people" in editor.text
    editor.checked()
    assert editor.all(".cm-content .mark.error")


def test_the_whole_sentence_can_be_put_in_with_its_source(editor: Editor) -> None:
    editor.type(OLD)
    editor.card("40.3 million")
    editor.press("Put the whole sentence in", "#findings .open")
    assert "49.6 million people were in modern slavery" in editor.text
    assert "](https://www.ilo.org/" in editor.text
    editor.checked()
    assert editor.all("#findings .card.error") == []


def test_ignoring_here_in_the_draft_and_taking_it_back(editor: Editor) -> None:
    editor.type(f"{OLD}\n\nAgain: 40.3 million people live in modern slavery today.")
    assert len(editor.all(".mark.error")) == 2
    editor.card("40.3 million")
    editor.press("Ignore here", "#findings .open")
    assert len(editor.all(".mark.error")) == 1
    assert "1 finding ignored" in editor.one(".ignored").text
    editor.one(".cm-content").send_keys(" So it is.")  # it stays silent while one goes on
    editor.checked()
    assert len(editor.all(".mark.error")) == 1
    editor.card("40.3 million")
    editor.press("Ignore in this draft", "#findings .card.open")
    assert editor.all(".mark.error") == []
    editor.one(".cm-content").send_keys(Keys.CONTROL, "z")
    assert len(editor.all(".mark.error")) == 1
    editor.press("Show again")
    assert len(editor.all(".mark.error")) == 2


GOOGLE = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr">
<span style="font-weight:400">Runaways</span></h2><p dir="ltr"><span>NCMEC has </span>
<span style="color:#000;font-weight:700">many</span><span> <a href="https://www.google.com/url?q=https://www.missingkids.org/x&amp;sa=D">reports</a>.</span></p>
<ul><li dir="ltr"><p><span>one</span></p></li><li><p><span>two</span></p></li></ul></b>"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<!--StartFragment--><h1>Runaways<o:p></o:p></h1>
<p class=MsoNormal>NCMEC <a href="https://www.missingkids.org/x">reports</a>
<i>it</i>.<o:p></o:p></p>
<p class=MsoListParagraph style='color:red;
mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>one</p>
<p class=MsoListParagraph style='color:red;
mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>below</p>
<p class=MsoListParagraph style='color:red;
mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>two</p>
<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table><!--EndFragment--></body></html>"""
WEB = """<nav hidden></nav><h3>Runaways</h3>
<p>See <a href="https://www.missingkids.org/x" onclick="x()">reports</a>
<img src="https://tracker.example/x.gif"></p><ol><li>one</li><li>two</li></ol>"""


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (GOOGLE, ["## Runaways", "**many**", "[reports](https://www.missingkids.org/x)", "- one", "- two"]),
        (
            WORD,
            [
                "# Runaways",
                "[reports](https://www.missingkids.org/x)",
                "*it*",
                "- one",
                "  - below",
                "- two",
                "| a   | b   |",
            ],
        ),
        (WEB, ["### Runaways", "[reports](https://www.missingkids.org/x)", "1. one", "2. two"]),
    ],
    ids=["Google Docs", "Word", "web"],
)
def test_structure_and_links_of_what_is_pasted_are_kept(editor: Editor, html: str, markdown: list[str]) -> None:
    editor.paste(html, "plain")
    lines = editor.text.split("\n")
    for wanted in markdown:
        if re.match(r"[-#|\d ]", wanted):
            assert wanted in lines, editor.text
        else:
            assert wanted in editor.text
    assert not re.search(r"tracker|color:red|<o:p>|·|plain", editor.text)


HOSTILE = """<img src=x onerror="document.title='run'"><script>document.title='run'</script>
<svg onload="document.title='run'">
<style>body{display:none}</style></svg><iframe srcdoc="<script>parent.document.title='run'</script>"></iframe>
<a href="javascript:document.title='run'">click</a><a href="data:text/html,x">data</a>
<form action="https://evil.example"><input>
</form><p>40.3 million people live in modern slavery today, <b onmouseover="document.title='run'">says</b>
&lt;img src=x onerror=document.title='run'&gt; the ILO.</p>
<math><mtext><table><mglyph><style><img src=x onerror="document.title='run'"></table></math>"""


def test_a_hostile_paste_is_inert(editor: Editor) -> None:
    editor.paste(HOSTILE, "x")
    assert editor.all(".mark.error")
    for index in range(len(editor.all("#findings .card"))):
        editor.click(editor.all("#findings .card .head")[index])
    editor.click(editor.one("#tab-statistics"))
    assert editor.browser.title == "factcheck"
    assert not re.search(r"javascript:|data:text", editor.text)
    assert editor.all("main img, main iframe, main form[action], main script, main math") == []
    assert all(a.get_attribute("href").startswith("http") for a in editor.all("main a"))  # type: ignore[union-attr]
    assert editor.run(
        "return performance.getEntriesByType('resource').every(r => r.name.startsWith(location.origin))"
    )
    for way in (
        "el.innerHTML = '<b>x</b>'",
        "el.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "document.write('x')",
    ):
        refused = f"const el = document.createElement('p'); try {{ {way}; return 0 }} catch {{ return 1 }}"
        assert editor.run(refused) == 1


def test_a_word_file_is_dropped_and_comes_back_with_comments(editor: Editor, tmp_path: Path) -> None:
    into(editor, tmp_path)
    word = docx.Document()
    word.add_heading("Slavery", 1)
    word.add_paragraph("one", style="List Bullet").style.font.name = "Papyrus"  # type: ignore[union-attr]
    word.add_paragraph(OLD)
    data = io.BytesIO()
    word.save(data)
    editor.drop("ours.docx", data.getvalue())
    assert editor.text.split("\n")[:5] == ["# Slavery", "", "- one", "", OLD]
    editor.wait(lambda: editor.all(".mark.error"))
    commented = docx.Document(str(editor.saved(tmp_path, "word")))
    assert any("49.6 million" in comment.text for comment in commented.comments)
    assert commented.styles["List Bullet"].font.name == "Papyrus"  # it is the editor's own file
    editor.card("40.3 million")
    editor.press("Accept", "#findings .open")
    editor.checked()
    (tmp_path / "again").mkdir()
    into(editor, tmp_path / "again")
    again = docx.Document(str(editor.saved(tmp_path / "again", "word")))
    assert "49.6 million" in "\n".join(p.text for p in again.paragraphs)


@pytest.mark.parametrize(
    ("name", "data", "seen"),
    [
        ("ours.md", b"# A\r\n\r\nb\r\n", "# A"),
        ("ours.html", b"<!doctype html><html><body><h1>A</h1><p>b</p></body></html>", "<h1>A</h1>"),
        ("ours.txt", "Der Ärger über die Zahl größer als je zuvor.\n".encode("cp1252"), "Ärger"),
    ],
)
def test_a_file_is_dropped_and_its_text_comes_back(
    editor: Editor, tmp_path: Path, name: str, data: bytes, seen: str
) -> None:
    into(editor, tmp_path)
    editor.drop(name, data)
    assert seen in editor.text
    saved = editor.saved(tmp_path, "text")
    assert saved.name == name
    if name != "ours.txt":
        assert saved.read_bytes() == data


def test_a_file_that_is_no_article_is_refused_in_words(editor: Editor) -> None:
    editor.run(
        """const data = new DataTransfer(); data.items.add(new File(['x'], 'photo.jpg'));
        window.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}))"""
    )
    editor.wait(lambda: "photo.jpg" in editor.one("#notices").text)


def test_reports_are_downloaded(editor: Editor, tmp_path: Path) -> None:
    into(editor, tmp_path)
    editor.type(OLD)
    assert "outdated-number" in editor.saved(tmp_path, "report").read_text("utf-8")
    assert '"ClaimReview"' in editor.saved(tmp_path, "claimreview").read_text("utf-8")


def into(editor: Editor, folder: Path) -> None:
    editor.browser.execute_cdp_cmd(  # type: ignore[attr-defined]
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)}
    )


def test_a_sentence_of_the_reference_set_is_put_in_and_supported(editor: Editor) -> None:
    editor.type("Of runaways: ")
    editor.click(editor.one("#tab-reference"))
    editor.one("#words").send_keys("what may I write about runaways?")
    entry = editor.wait(lambda: editor.all(".entry.measure"))[0]
    assert "runaways" in entry.text
    entry.click()
    editor.wait(lambda: editor.all("#answer .chart .dot"))
    assert "from" in (editor.one(".chart").get_attribute("aria-label") or "")
    editor.press("Put it in", "#answer")
    editor.checked()
    assert "endangered runaways were reported to NCMEC" in editor.text and "](https://" in editor.text
    editor.click(editor.one("#tab-statistics"))
    assert editor.one("#statistics .severity").text == "Supported"


def test_the_readers_country_is_a_choice(editor: Editor) -> None:
    editor.paste(text=(ROOT / "examples" / "ready.md").read_text("utf-8"))
    assert "hotline" not in editor.one("#findings").text
    editor.run(
        """const choice = document.getElementById('country'); choice.value = 'GB';
        choice.dispatchEvent(new Event('change'))"""
    )
    editor.wait(lambda: "hotline" in editor.one("#findings").text)


def test_the_keyboard_is_enough(editor: Editor) -> None:
    editor.type(OLD)
    keys = editor.one(".cm-content")
    keys.send_keys(Keys.F8, Keys.F8)  # the first is that the whole article names no help line
    assert "Outdated number: 40.3 million" in editor.run("return document.getElementById('said').textContent")
    keys.send_keys(Keys.ALT, Keys.ENTER)
    assert editor.browser.switch_to.active_element.text.startswith("Accept")
    editor.browser.switch_to.active_element.send_keys(Keys.ENTER)
    editor.wait(lambda: "49.6 million" in editor.text)
    ActionChains(editor.browser).send_keys(Keys.ESCAPE).perform()  # wherever the cursor is: the card may be gone
    editor.wait(lambda: "cm-content" in (editor.browser.switch_to.active_element.get_attribute("class") or ""))


def test_two_tabs_hold_two_drafts(editor: Editor, server: str) -> None:
    editor.type("The first 40.3 million people live in modern slavery today.")
    first = editor.browser.current_window_handle
    editor.browser.switch_to.new_window("tab")
    second = Editor(editor.browser, server)
    second.type("The second.")
    assert "first" not in second.text
    leave(editor.browser)
    editor.browser.close()
    editor.browser.switch_to.window(first)
    assert "The first 40.3 million" in editor.text
    editor.type(" And so on.")
    assert editor.all(".mark.error")


def test_the_server_is_killed_and_comes_back(browser: WebDriver) -> None:
    with serving("--port", "0") as (address, process):
        editor = Editor(browser, address)
        editor.type(OLD)
        process.kill()
        process.wait()
        editor.one(".cm-content").send_keys(" More.")
        editor.wait(lambda: "has stopped" in editor.one("#notices").text)
        assert "More." in editor.text
    port = address.split(":")[2].split("/")[0]
    first = browser.current_window_handle
    with serving("--port", port) as (again, _):
        browser.switch_to.new_window("tab")
        Editor(browser, again)
        browser.close()
        browser.switch_to.window(first)
        editor.wait(lambda: not editor.all("#notices p"))
        editor.type(" And more.")
        assert editor.all(".mark.error")
        assert browser.current_url == again
        leave(browser)


def test_two_hundred_kilobytes_are_pasted(editor: Editor) -> None:
    paragraph = "Nobody knows how many runaways are sold, and whoever says so has counted something else.\n\n"
    text = paragraph * (200_000 // len(paragraph)) + OLD
    editor.paste(text=text)
    assert "Outdated number" in editor.one("#findings").text
    editor.one(".cm-content").send_keys(Keys.CONTROL, Keys.END)
    assert editor.wait(lambda: editor.all(".mark.error"))


def test_what_the_page_marks_is_what_the_linter_finds(editor: Editor) -> None:
    text = f"😀 𝒜 e\u0301 {OLD} 😀😀 Studies show that 40.3 million people live in modern slavery."
    editor.paste(text=text)
    marked = {mark.text for mark in editor.all(".cm-content .mark:not(.good):not(.plain)")}
    found = Linter().check_text(text).files[0].diagnostics
    assert marked
    for one in found:
        assert any(mark in text[slice(*one.span)] for mark in marked), one


def axe(editor: Editor) -> list[str]:
    if not AXE.exists():
        if os.environ.get("CI"):
            pytest.fail("npm ci must have been run in web/")
        pytest.skip("needs `npm ci` in web/")
    editor.browser.execute_script(AXE.read_text("utf-8"))
    found = editor.browser.execute_async_script(
        "const done = arguments[0]; axe.run().then(r => done(r.violations.map(v => v.id + ': ' +"
        " v.nodes.map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | '))))"
    )
    return list(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_axe_finds_nothing(editor: Editor, scheme: str, width: int) -> None:
    size(editor, width, scheme)
    try:
        assert axe(editor) == []
        editor.paste(text=(ROOT / "examples" / "draft.md").read_text("utf-8"))
        editor.click(editor.all("#findings .card .head")[0])
        assert axe(editor) == []
        editor.press("Ignore here", "#findings .open")
        editor.run("document.getElementById('downloads').open = true")
        assert axe(editor) == []
        editor.run("document.getElementById('downloads').open = false")
        editor.click(editor.one("#tab-statistics"))
        editor.click(editor.all("#statistics .card .head")[0])
        assert axe(editor) == []
        for asked, kind in (("runaways", "measure"), ("300,000 children", "myth"), ("hotline", "hotline")):
            editor.click(editor.one("#tab-reference"))
            editor.one("#words").clear()
            editor.one("#words").send_keys(asked)
            editor.click(editor.wait(lambda kind=kind: editor.all(f".entry.{kind}"))[0])
            editor.wait(lambda: editor.all("#answer h2"))
            assert axe(editor) == []
            editor.click(editor.one(".back"))
    finally:
        size(editor, None, "light")


@pytest.mark.parametrize("width", [360, 700, 1000, 1400, 3840])
def test_nothing_is_cut_off(editor: Editor, width: int) -> None:
    size(editor, width, "light")
    try:
        editor.paste(text=(ROOT / "examples" / "draft.md").read_text("utf-8") + "\n" + "https://example.org/" * 30)
        editor.click(editor.all("#findings .card .head")[0])
        assert editor.run("return document.documentElement.scrollWidth <= innerWidth")
        for part in ("#findings", ".cm-content", ".masthead"):
            assert editor.run(
                f"const e = document.querySelector('{part}'); return e.scrollWidth <= e.clientWidth + 1"
            )
    finally:
        size(editor, None, "light")


def size(editor: Editor, width: int | None, scheme: str) -> None:
    command = editor.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    if width is None:
        command("Emulation.clearDeviceMetricsOverride", {})
    else:
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        command("Emulation.setDeviceMetricsOverride", screen)
    command("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})


def test_all_of_a_long_draft_is_printed(editor: Editor) -> None:
    editor.paste(text="\n\n".join(["Nobody knows how many of them there are."] * 300) + f"\n\n{OLD} The end.")
    editor.browser.print_page()
    printed = editor.run("return document.getElementById('print').textContent")
    assert "The end." in printed and "Outdated number" in printed

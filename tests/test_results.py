"""Results of earlier runs: the same bytes in every report, and never a result that something has changed since."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.checks import rules
from factcheck.config import Configuration, Options
from factcheck.linter import Linter
from factcheck.model import FileError, FileReport
from factcheck.reports import Style
from factcheck.reports.told import Teller, Told
from factcheck.run import check_all, tell_all

pytestmark = pytest.mark.slow

DRAFT = "# Trade\n\nChild trafficking earns $32 billion a year. Studies show it. Lorem ipsum dolor sit amet.\n"


class Counting(Linter):
    """Counts the articles it checks."""

    checked: list[str]

    def check(self, data: bytes, path: str) -> FileReport | FileError:
        self.checked.append(path)
        return super().check(data, path)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that had to be checked."""
    Counting.checked = []
    monkeypatch.setattr("factcheck.linter.Linter", Counting)
    return Counting.checked


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article; the reference set is kept where it always is, results in a file of their own."""
    monkeypatch.setattr("factcheck.results._FILE", f"test-{tmp_path.name}-{id(tmp_path)}.sqlite")
    monkeypatch.setattr("factcheck.store.cache_folder", lambda: tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(DRAFT)
    return tmp_path


def check(*names: str, cached: bool = True, **options: object) -> list[FileReport | FileError]:
    configuration = Configuration(Options(**options))  # type: ignore[arg-type]
    return list(check_all([Path(name) for name in names], configuration, cached=cached))


def test_what_has_not_changed_is_not_checked_again(folder: Path, checked: list[str]) -> None:
    first = check("a.md")
    assert check("a.md") == first
    assert checked == ["a.md"]
    assert check("a.md", cached=False) == first
    assert checked == ["a.md", "a.md"]


def test_the_same_article_elsewhere_is_known_too(folder: Path, checked: list[str]) -> None:
    check("a.md")
    (folder / "b.md").write_text(DRAFT)
    (report,) = check("b.md")
    assert isinstance(report, FileReport) and report.document.path == "b.md"
    assert checked == ["a.md"]


def tell(*formats: str, style: Style | None = None) -> list[Told | FileError]:
    teller = Teller(*((format, style or Style()) for format in formats))
    return list(tell_all([Path("a.md")], Configuration(), teller))


def test_what_is_said_is_kept_too(folder: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first = tell("text", "jsonl")
    monkeypatch.setattr("factcheck.reports.section.section", None)  # nothing is written a second time
    assert tell("text", "jsonl") == first
    assert checked == ["a.md"]


def test_what_is_said_otherwise_is_made_of_the_same_report(folder: Path, checked: list[str]) -> None:
    tell("text")
    other = [*tell("short"), *tell("text", style=Style(color=True)), *tell("text", style=Style(claims=True))]
    assert len({told.parts for told in other if isinstance(told, Told)}) == 3
    assert check("a.md") == check("a.md", cached=False)
    assert checked == ["a.md", "a.md"]


def test_what_is_said_of_an_article_names_it_where_it_lies_now(folder: Path, checked: list[str]) -> None:
    tell("text")
    (folder / "a.md").rename(folder / "b.md")
    (told,) = tell_all([Path("b.md")], Configuration(), Teller(("text", Style())))
    assert isinstance(told, Told) and told.parts[0].startswith("b.md\n")
    assert checked == ["a.md"]


@pytest.mark.parametrize("acting", ["\x1b[2J", "\x1b]0;title\x07", "\x9b2J", "\r", "\x08", "\n::add-mask::a"])
def test_nothing_that_acts_on_a_terminal_comes_out_of_the_cache(folder: Path, acting: str) -> None:
    coloured = Style(color=True)
    first = tell("text", style=coloured)
    with sqlite3.connect(_database(folder)) as database:
        for number, data in database.execute("SELECT number, data FROM results").fetchall():
            lie = zlib.decompress(data).replace(b"Lorem", json.dumps(acting)[1:-1].encode())
            database.execute("UPDATE results SET data = ? WHERE number = ?", (zlib.compress(lie), number))
    (told,) = tell("text", style=coloured)
    assert isinstance(told, Told) and acting not in told.parts[0] and [told] != first


def _other_text(folder: Path) -> None:
    (folder / "a.md").write_text(DRAFT.replace("32", "33"))


def _configuration(folder: Path) -> None:
    (folder / ".factcheck.yaml").write_text("ignore: [debunked-number]\n")


def _override(folder: Path) -> None:
    (folder / ".factcheck.yaml").write_text("overrides: [{files: [a.md], severity: {claims: info}}]\n")


def _own_rule(folder: Path) -> None:
    (folder / "mine").mkdir(exist_ok=True)
    (folder / "mine" / "trade.yaml").write_text(
        f"name: no-trade\nfamily: language\nseverity: info\nsummary: s\nmessage: m{len(list(folder.iterdir()))}\n"
        "why: w\nphrases: [trade]\nbad: [{text: trade, flag: trade}]\ngood: [{text: sale}]\n"
    )
    (folder / ".factcheck.yaml").write_text("rules: mine\n")


@pytest.mark.parametrize("change", [_other_text, _configuration, _override, _own_rule])
def test_a_change_is_noticed(folder: Path, checked: list[str], change: Callable[[Path], None]) -> None:
    check("a.md")
    change(folder)
    assert check("a.md") == check("a.md", cached=False)
    assert len(checked) == 3


def test_a_change_of_an_own_rule_is_noticed(folder: Path, checked: list[str]) -> None:
    _own_rule(folder)
    check("a.md")
    rules._loaded.cache_clear()  # as a new process
    rule = folder / "mine" / "trade.yaml"
    rule.write_text(rule.read_text().replace("severity: info", "severity: error"))
    from factcheck import results

    results._program.cache_clear()
    (report,) = check("a.md")
    assert isinstance(report, FileReport)
    assert [str(d.severity) for d in report.diagnostics if d.rule == "no-trade"] == ["error"]


def test_a_date_is_part_of_the_key(folder: Path, checked: list[str]) -> None:
    import datetime as dt

    check("a.md", date=dt.date(2020, 1, 1))
    check("a.md", date=dt.date(2021, 1, 1))
    check("a.md", date=dt.date(2021, 1, 1))
    assert len(checked) == 2


def test_what_cannot_be_read_is_not_kept(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"half a\0sentence")
    (first,) = check("a.md")
    assert isinstance(first, FileError)
    (folder / "a.md").write_text(DRAFT)
    assert isinstance(check("a.md")[0], FileReport)


def _database(folder: Path) -> Path:
    return next((folder / "cache").glob("*.sqlite"))


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
def test_a_damaged_file_is_made_anew(folder: Path, checked: list[str], damage: bytes | None) -> None:
    first = check("a.md")
    file = _database(folder)
    file.write_bytes(file.read_bytes()[:5000] if damage is None else damage)
    for _ in range(3):
        assert check("a.md") == first
    assert len(checked) <= 3
    checked.clear()
    check("a.md")
    assert checked == []


@pytest.mark.parametrize("data", [b"", b"junk", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_result_is_made_anew(folder: Path, checked: list[str], data: bytes) -> None:
    first = check("a.md")
    with sqlite3.connect(_database(folder)) as database:
        database.execute("UPDATE results SET data = ?", (data,))
    assert check("a.md") == first
    assert check("a.md") == first
    assert checked == ["a.md", "a.md"]


def test_a_folder_that_cannot_be_written_is_done_without(folder: Path, checked: list[str]) -> None:
    (folder / "cache").write_text("a file where the folder should be")
    assert check("a.md") == check("a.md")
    assert len(checked) == 2


def test_another_process_that_holds_the_file_is_not_waited_for(folder: Path, checked: list[str]) -> None:
    first = check("a.md")
    other = sqlite3.connect(_database(folder))
    other.execute("BEGIN EXCLUSIVE")
    _other_text(folder)
    assert len(check("a.md")) == 1
    other.close()
    (folder / "a.md").write_text(DRAFT)
    assert check("a.md") == first


def test_the_oldest_results_make_room(folder: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.results._MOST_BYTES", 25_000)
    for number in range(40):
        (folder / f"{number:02}.md").write_text(DRAFT + "Another sentence. " * 50 + str(number))
        check(f"{number:02}.md")
    checked.clear()
    check("39.md", "00.md")
    assert checked == ["00.md"]
    assert _database(folder).stat().st_size < 60_000


def test_nothing_heavy_is_loaded_where_all_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DRAFT)
    (tmp_path / ".factcheck.yaml").write_text("country: US\n")
    program = (
        "import sys; from factcheck.cli import run; run(['check', '--fail-on', 'never', 'a.md']);"
        "heavy = {'spacy', 'numpy', 'pydantic', 'yaml', 'phonenumbers', 'docx', 'markdown_it',"
        "'ahocorasick_rs', 'rich', 'factcheck.model.claim', 'factcheck.linter', 'factcheck.cli.corpus'};"
        "print(sorted(heavy & sys.modules.keys()), file=sys.stderr)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=False)
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[1].stderr == b"[]\n"

from pathlib import Path

import yaml

from factcheck import Linter
from factcheck.checks import phrases
from factcheck.model import Settings

ARTICLE = "# A title\n\nFirst lines that say nothing.\n\nDraft two of a text\n\nhas, ends in a wordzz\n"


def _found(folder: Path, *patterns: str) -> list[str]:
    rule = {
        "name": "own-words",
        "family": "language",
        "severity": "warning",
        "summary": "Ours.",
        "message": "“{text}”.",
        "why": "Ours.",
        "patterns": list(patterns),
        "bad": [{"text": "Draft two.", "flag": "Draft"}],
        "good": [{"text": "A text."}],
    }
    (folder / "own-words.yaml").write_text(yaml.safe_dump(rule))
    report = Linter(Settings(rules=(folder,))).check_text(ARTICLE)
    [file] = report.files
    return [ARTICLE[slice(*one.span)] for one in file.diagnostics if one.rule == "own-words"]


def test_a_pattern_is_held_against_each_block(tmp_path: Path) -> None:
    assert _found(tmp_path, "lines? that", r"\bzz\b", r"text\W+has") == ["lines that"]


def test_a_pattern_may_say_where_a_block_begins_or_ends(tmp_path: Path) -> None:
    assert _found(tmp_path, "^Draft", r"\w+zz$", r"\Ahas", r"text\z") == ["Draft", "text", "has", "wordzz"]


def test_no_pattern_of_a_large_configuration_is_compiled_anew_for_each_article() -> None:
    assert (phrases._compiled.cache_info().maxsize or 0) > 800 * 3

"""Whatever somebody writes as YAML, TOML or a baseline is read, or refused in a line that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.checks.rules import _read as read_rule
from factcheck.config.reading import read_config
from factcheck.documents.front_matter import read_front_matter
from factcheck.entries import line_of, read_yaml
from factcheck.errors import UserError
from factcheck.filters.baseline import Baseline
from factcheck.init.pre_commit import CONFIG_NAME, add_hook
from factcheck.reference.loading import _entries as read_entries
from tests.hostile.fuzzing import LONG

pytestmark = pytest.mark.slow

KEYS = st.sampled_from(
    ["country", "select", "ignore", "severity", "fail-on", "content", "exclude", "corpora", "rules",
     "organisation", "overrides", "files", "names", "name", "family", "id", "values", "words", "place",
     "phrases", "patterns", "lists", "observations", "version", "repos", "hooks", "title", "date", "factcheck"]
)  # fmt: skip
SCALARS = st.sampled_from(
    ["US", "[US, GB]", "claims", "error", "never", "NO", "~", "1:1", "0x1", "1e999", ".nan", "2019-01-01", "'a'",
     '"\\e"', "*a", "&a b", "!!int x", "!!python/name:os", "!!binary =", "!!set {a}", "!!omap [a]", "<<: {a: b}",
     "? [a]", "|\n a", "{a: b, a: c}", "(?P<", "[a-z]+", "[", "{", "%", "@", "`", "\x07", "9" * 5000,
     "1:" * 50 + "1", "- a"]
) | st.text(max_size=8)  # fmt: skip
LINES = st.tuples(
    st.sampled_from(["", " ", "  ", "- ", "  - ", "\t"]),
    KEYS,
    st.sampled_from([": ", ":\n  ", " = ", ":"]),
    SCALARS,
)
WRITTEN = st.lists(LINES.map("".join), max_size=8).map("\n".join) | st.text(max_size=80)
RULE = """name: ours
family: ours
severity: info
summary: s
message: m
why: w
bad: [{text: a}]
good: [{text: b}]
"""


def read_or_refused(reading: object, *arguments: object) -> None:
    try:
        reading(*arguments)  # type: ignore[operator]
    except UserError as error:
        assert error.message and error.path


@LONG
@given(WRITTEN)
def test_any_text_is_yaml_or_refused(text: str) -> None:
    try:
        read_yaml(text, "f.yaml")
    except UserError as error:
        assert error.path == "f.yaml" and len(error.message) < 400
        return
    for keys in ((), ("country",), ("repos", 0)):
        line = line_of(text, keys)
        assert line is None or 1 <= line <= text.count("\n") + text.count("\r") + text.count("\x85") + 9


@LONG
@given(WRITTEN, st.sampled_from([".factcheck.yaml", "pyproject.toml"]))
def test_any_text_is_a_configuration_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    head = "[tool.factcheck]\n" if name.endswith("toml") else ""
    read_or_refused(read_config, head + text, Path("/nowhere", name))


@LONG
@given(WRITTEN, st.sampled_from(["---", "+++"]))
@example("a = " + "9" * 5_000, "+++")  # a ValueError
@example("a: 1" + ":1" * 400 + ".5", "---")  # an OverflowError
def test_any_text_is_front_matter_or_passed_over(text: str, fence: str) -> None:
    source = f"{fence}\n{text}\n{fence}\nText."
    assert 0 <= read_front_matter(source, "a.md").end <= len(source)


@LONG
@given(WRITTEN, st.sampled_from(["measures", "myths", "hotlines", "publishers", "places", "words"]))
def test_any_text_is_an_entry_or_refused(text: str, kind: str) -> None:
    read_or_refused(read_entries, kind, Path(kind, "a.yaml"), text, {})


@LONG
@given(WRITTEN)
def test_any_text_is_a_rule_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = _written(tmp_path_factory, "rule.yaml", RULE + text)
    read_or_refused(read_rule, path, {})


@LONG
@given(WRITTEN | st.text(alphabet='{}[]":,0e-ab', max_size=40))
def test_any_text_is_a_baseline_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = _written(tmp_path_factory, "baseline.json", text)
    read_or_refused(Baseline, path)
    path.write_text('{"version": 1, "files": ' + text, "utf-8", "surrogatepass")
    read_or_refused(Baseline, path)


@LONG
@given(WRITTEN)
def test_any_configuration_of_pre_commit_is_added_to_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = _written(tmp_path_factory, CONFIG_NAME, text)
    read_or_refused(add_hook, path.parent, path.parent)


def _written(factory: pytest.TempPathFactory, name: str, text: str) -> Path:
    folder = factory.getbasetemp()
    path = folder / name
    path.write_text(text, "utf-8", "surrogatepass", newline="")
    return path

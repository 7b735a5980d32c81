"""YAML written by people, read as bad input deserves; files that anybody may have made."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from factcheck.entries import line_of, read_toml, read_yaml
from factcheck.errors import UserError
from factcheck.files import read_file, read_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x [1, 2]\nb: *x\n", "f.yaml:2: not valid YAML: aliases"),
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3: not valid YAML: the key 'a' stands here twice"),
        ("a: [1\n", "f.yaml:2: not valid YAML"),
        ("\n" + "[" * 10_000 + "]" * 10_000, "f.yaml:2: not valid YAML: more than 50 levels"),
        ("- " * 10_000, "f.yaml:1: not valid YAML: more than 50 levels"),
        ("a: !!python/object:os.system x\n", "f.yaml:1: not valid YAML"),
        ("a: \x07\n", "f.yaml: not valid YAML"),
        (
            "a: 1" + ":1" * 400_000,
            "f.yaml:1: not valid YAML: a number of more than 100 characters",
        ),  # took a minute
        ("\na: 1" + ":1" * 400 + ".5", "f.yaml:2: not valid YAML: a number of more than"),  # an OverflowError
        ("1: a\n0x1fffffffffffffffff: a", "f.yaml:2: not valid YAML: a number as long as this is no key"),
        ("# " + "x" * 5_000_000, "f.yaml: longer than"),
    ],
)
def test_bombs_and_mistakes_are_refused(text: str, words: str) -> None:
    with pytest.raises(UserError) as caught:
        read_yaml(text, "f.yaml")
    assert str(caught.value).startswith(words)


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefghi")
)


@pytest.mark.parametrize("text", [BOMB, "a: &a [*a]", "a: &a {b: *a}"])
def test_aliases_of_another_program_may_stand_for_so_much(text: str) -> None:
    assert read_yaml("a: &a {x: 1}\nb: {<<: *a, y: *a}", "f.yaml", aliases=True)["b"]["x"] == 1
    with pytest.raises(UserError, match="its aliases stand for more than 10,000 values"):
        read_yaml(text, "f.yaml", aliases=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = " + "[" * 10_000, "f.toml: not valid TOML: maximum recursion"),
        ("a" + ".a" * 100_000 + " = 1", "f.toml: not valid TOML: more than 50 levels"),  # took minutes
        ("[" + "a . " * 60 + "a]", "f.toml: not valid TOML: more than 50 levels"),
        ("a = 1\na = 2", "f.toml: not valid TOML: Cannot overwrite a value"),
        ("a = " + "9" * 5_000, "f.toml: not valid TOML: Exceeds the limit"),  # a ValueError that was let through
        ("# " + "x" * 1_000_000, "f.toml: longer than"),
    ],
)
def test_toml_is_refused_as_well(text: str, words: str) -> None:
    with pytest.raises(UserError) as caught:
        read_toml(text, "f.toml")
    assert str(caught.value).startswith(words)


def test_dates_stay_text() -> None:
    assert read_yaml("checked: 2026-11-22", "f.yaml") == {"checked": "2026-11-22"}


@pytest.mark.parametrize(
    ("keys", "line"),
    [((), 1), (("a",), 1), (("b", "c", 1), 5), (("b", "c", 9), 3), (("b", "nowhere"), 2)],
)
def test_the_line_of_a_value(keys: tuple[str | int, ...], line: int) -> None:
    assert line_of("a: 1\nb:\n  c:\n    - x\n    - y\n", keys) == line


def test_text_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"\xef\xbb\xbfa: 1")
    assert read_text(tmp_path / "f.yaml") == "a: 1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_only_regular_files_of_a_size_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "long.md").write_text("abc")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    with pytest.raises(UserError, match="is a pipe, not a file"):
        read_file(tmp_path / "pipe.md")
    with pytest.raises(UserError, match="is a device, not a file"):
        read_file(tmp_path / "zero.md")
    with pytest.raises(UserError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(UserError, match="is larger than"):
        read_file(tmp_path / "long.md", 2)
    with pytest.raises(OSError, match=r"[Ll]evels|[Ll]oop"):
        read_file(tmp_path / "loop.md")
    assert read_file(tmp_path / "long.md", 3) == b"abc"

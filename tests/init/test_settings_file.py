"""The settings to begin with can be read, and so can every one of them that is a comment at first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Configuration
from factcheck.init import existing_settings, write_settings
from factcheck.model import Settings


def read(folder: Path) -> Settings:
    return Configuration().settings_for(folder)


@pytest.mark.parametrize("countries", [(), ("GB",), ("NO",), ("NO", "SE")])
@pytest.mark.parametrize("content", [(), ("posts/",), ("a b/", "Zoë’s: #1.md", "{x}", "- y", "*z")])
def test_what_was_chosen_is_what_is_read(
    tmp_path: Path, countries: tuple[str, ...], content: tuple[str, ...]
) -> None:
    path = write_settings(tmp_path, countries=countries, content=content)
    assert path == existing_settings(tmp_path) == tmp_path / ".factcheck.yaml"
    assert read(tmp_path) == Settings(countries=countries, content=content, root=tmp_path)


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1)


@given(name=NAMES.filter(lambda name: name != ".."))  # a folder outside is refused
def test_a_folder_may_have_any_name(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("settings")
    write_settings(folder, countries=(), content=(name,))
    assert read(folder).content == (name,)


def test_every_setting_that_is_a_comment_can_be_used(tmp_path: Path) -> None:
    path = write_settings(tmp_path, countries=(), content=())
    text, count = re.subn(r"^# (?=[a-z-]+: )", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text)
    settings = read(tmp_path)
    assert count == 8
    assert settings.countries == ("US",) and settings.content == ("posts/",)
    assert settings.organisation and settings.overrides and settings.severities and settings.ignore


def test_settings_with_the_other_ending_are_written_over_not_beside(tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yml").write_text("country: US")
    assert write_settings(tmp_path, countries=("GB",), content=()).name == ".factcheck.yml"
    assert read(tmp_path).countries == ("GB",)

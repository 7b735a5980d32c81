"""Which settings hold for an article: the nearer to the article, the stronger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from factcheck.config import Configuration, Options, settings_of
from factcheck.config.names import country_code
from factcheck.errors import UserError
from factcheck.model import Document, Format, Settings, Severity

CONFIG = """
country: US
select: [claims, hotline]
ignore: [missing-hotline]
overrides:
  - files: news/
    country: IE
    ignore: [vague-quantity]
    severity: {claims: info}
  - files: "news/*.txt"
    select: [leftovers]
"""


def settings(folder: Path, path: str, front_matter: dict[str, Any] | None = None, **options: Any) -> Settings:
    (folder / ".factcheck.yaml").write_text(CONFIG, "utf-8")
    general = Configuration(Options(**options)).settings_for(folder / path)
    return settings_of(
        general, Document(str(folder / path), Format.MARKDOWN, "", (), front_matter=front_matter or {})
    )


def test_overrides_hold_for_the_files_they_name(tmp_path: Path) -> None:
    assert settings(tmp_path, "home.md").countries == ("US",)
    news = settings(tmp_path, "news/a.md")
    assert news.countries == ("IE",)
    assert news.ignore == ("missing-hotline", "vague-quantity")
    assert news.severity_of("debunked-number", "claims") is Severity.INFO
    assert settings(tmp_path, "news/a.txt").select == ("leftovers",)


def test_the_command_line_is_stronger_than_the_configuration(tmp_path: Path) -> None:
    asked = {"countries": ("GB",), "select": ("claims",), "ignore": ("vague-quantity",)}
    chosen = settings(tmp_path, "news/a.txt", **asked)
    assert (chosen.countries, chosen.select, chosen.ignore) == (("GB",), ("claims",), ("vague-quantity",))
    assert settings(tmp_path, "news/a.md", ignore=("claims",)).ignore == (
        "missing-hotline",
        "claims",
        "vague-quantity",
    )
    assert settings(tmp_path, "a.md", fail_on="never").fail_on is None
    assert settings(tmp_path, "a.md", fail_on="info").fail_on is Severity.INFO


def test_front_matter_is_stronger_than_the_command_line(tmp_path: Path) -> None:
    own = {"factcheck": {"country": "NZ", "ignore": ["debunked-number"]}}
    chosen = settings(tmp_path, "a.md", own, countries=("GB",))
    assert chosen.countries == ("NZ",)
    assert chosen.ignore == ("missing-hotline", "debunked-number")


@pytest.mark.parametrize("key", ["date", "published", "publishDate"])
def test_the_date_is_the_front_matters_else_the_command_lines(tmp_path: Path, key: str) -> None:
    given = dt.date(2020, 1, 1)
    assert settings(tmp_path, "a.md", {key: "2024-05-06T10:00:00Z"}, date=given).date == dt.date(2024, 5, 6)
    assert settings(tmp_path, "a.md", {key: "soon"}, date=given).date == given
    assert settings(tmp_path, "a.md").date is None


def test_front_matter_that_is_wrong_names_its_line() -> None:
    source = "---\ntitle: T\nfactcheck:\n  ignore: [debunked-numbr]\n---\n\nText.\n"
    matter = {"title": "T", "factcheck": {"ignore": ["debunked-numbr"]}}
    with pytest.raises(UserError, match='did you mean "debunked-number"') as caught:
        settings_of(Settings(), Document("a.md", Format.MARKDOWN, source, (), front_matter=matter))
    assert (caught.value.path, caught.value.line) == ("a.md", 4)


def test_front_matter_that_is_no_mapping_is_refused() -> None:
    with pytest.raises(UserError):
        settings_of(Settings(), Document("a.md", Format.MARKDOWN, "", (), front_matter={"factcheck": "off"}))


def test_patterns_do_not_reach_outside_the_folder_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "c.yaml").write_text("overrides: [{files: '*.md', country: IE}]")
    general = Configuration(Options(config=tmp_path / "site" / "c.yaml")).settings_for(tmp_path)
    inside, outside = (Document(str(tmp_path / p), Format.MARKDOWN, "", ()) for p in ("site/a.md", "a.md"))
    assert settings_of(general, inside).countries == ("IE",)
    assert settings_of(general, outside).countries == ()


def test_the_european_union_is_an_audience() -> None:
    assert {country_code(name) for name in ("EU", "eu", "European Union")} == {"EU"}

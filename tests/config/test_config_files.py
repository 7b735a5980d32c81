"""The configuration: found, read, refused with the place and the nearest right name."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import Configuration, Options
from factcheck.errors import UserError
from factcheck.model import Override, Settings, Severity


def settings(folder: Path, yaml: str, options: Options | None = None) -> Settings:
    (folder / ".factcheck.yaml").write_text(yaml, "utf-8")
    return Configuration(options).settings_for(folder / "article.md")


def refused(folder: Path, yaml: str) -> UserError:
    with pytest.raises(UserError) as caught:
        settings(folder, yaml)
    return caught.value


def test_every_setting(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    assert settings(
        tmp_path,
        """
        country: [US, United Kingdom]
        select: [claims, leftovers]
        ignore: vague-quantity
        preview: true
        severity: {unsupported-number: warning}
        fail-on: error
        content: posts/
        exclude: [archive/]
        corpora: [ours]
        rules: ours
        organisation: {names: [Harbour House], domains: [harbour.example]}
        overrides:
          - files: "news/*"
            country: IE
            ignore: [outdated-number]
        """,
    ) == Settings(
        countries=("US", "GB"),
        select=("claims", "leftovers"),
        ignore=("vague-quantity",),
        preview=True,
        severities=(("unsupported-number", Severity.WARNING),),
        fail_on=Severity.ERROR,
        content=("posts/",),
        exclude=("archive/",),
        corpora=(tmp_path / "ours",),
        rules=(tmp_path / "ours",),
        organisation=("Harbour House", "harbour.example"),
        overrides=(Override(("news/*",), countries=("IE",), ignore=("outdated-number",)),),
        root=tmp_path,
    )


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert settings(tmp_path, "# nothing yet\n") == Settings(root=tmp_path)


def test_fail_on_never(tmp_path: Path) -> None:
    assert settings(tmp_path, "fail-on: never").fail_on is None


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_text("country: US")
    deep = tmp_path / "posts" / "2024"
    deep.mkdir(parents=True)
    configuration = Configuration()
    assert configuration.settings_for(deep / "a.md").countries == ("US",)
    (tmp_path / "posts" / ".factcheck.yml").write_text("country: CA")
    assert Configuration().settings_for(deep / "a.md").countries == ("CA",)


def test_pyproject_counts_where_it_has_a_section(tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_text("country: US")
    site = tmp_path / "site"
    site.mkdir()
    (site / "pyproject.toml").write_text('[project]\nname = "site"\n')
    assert Configuration().settings_for(site / "a.md").countries == ("US",)
    (site / "pyproject.toml").write_text('[tool.factcheck]\ncountry = "GB"\nfail_on = "error"\n')
    found = Configuration().settings_for(site / "a.md")
    assert (found.countries, found.fail_on) == (("GB",), Severity.ERROR)


def test_a_file_named_outright_holds_for_all(tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_text("country: US")
    (tmp_path / "other.yaml").write_text("country: GB")
    configuration = Configuration(Options(config=tmp_path / "other.yaml"))
    assert configuration.settings_for(tmp_path / "a.md").countries == ("GB",)


@pytest.mark.parametrize(
    ("yaml", "line", "words"),
    [
        ("country: US\nignroe: []\n", 2, ["ignroe", 'did you mean "ignore"?']),
        ("select:\n  - claims\n  - vague-quantty\n", 3, ["vague-quantty", 'did you mean "vague-quantity"?']),
        ("severity:\n  vague-quantity: grave\n", 2, ["severity.vague-quantity", "error", "warning"]),
        ("severity:\n  vage-quantity: error\n", 2, ['did you mean "vague-quantity"?']),
        ("country: [US, Germny]\n", 1, ['did you mean "Germany"?']),
        ("\n\nfail-on: sometimes\n", 3, ["fail-on"]),
        ("rules: nowhere\n", 1, ["there is no folder", "nowhere"]),
        ("overrides:\n  - files: a\n  - countryy: US\n    files: b\n", 3, ['did you mean "country"?']),
        ("overrides:\n  - country: US\n", 2, ["files"]),
        ("country: US\ncountry: GB\n", 2, ["stands here twice"]),
        ("- US\n", 1, []),
        ("country: [US\n", 2, ["not valid YAML"]),
        ("country: &a US\nselect: *a\n", 2, ["aliases"]),
        ("exclude: 3\n", 1, ["exclude"]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, yaml: str, line: int, words: list[str]) -> None:
    error = refused(tmp_path, yaml)
    assert (error.path, error.line) == (str(tmp_path / ".factcheck.yaml"), line)
    for word in words:
        assert word in error.message


def test_pyproject_errors_name_their_line(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\nignore = 1\n\n[tool.factcheck]\nignore = ["vague-quantty"]\n')
    with pytest.raises(UserError, match="vague-quantity") as caught:
        Configuration().settings_for(tmp_path)
    assert caught.value.line == 5
    project.write_text("[tool.factcheck]\ncountry = \n")
    with pytest.raises(UserError, match=r"not valid TOML.*line 2"):
        Configuration().settings_for(tmp_path)


def test_a_file_that_is_not_utf8_says_where(tmp_path: Path) -> None:
    (tmp_path / ".factcheck.yaml").write_bytes(b"country: \xff\n")
    with pytest.raises(UserError, match="byte 9"):
        Configuration().settings_for(tmp_path)


def test_names_of_own_rules_are_known(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "house-style.yaml").write_text(
        "{name: house-style, family: house, severity: info, summary: s, message: m, why: w,"
        " bad: [{text: b}], good: [{text: g}]}"
    )
    assert settings(tmp_path, "rules: house\nignore: [house-style, house]").ignore == ("house-style", "house")

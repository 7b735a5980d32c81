"""Wherever YAML, TOML or JSON is read, what was made to hang or mislead is refused in one line with the name."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.test_files import BOMB

pytestmark = pytest.mark.slow

LEVELS = 10_000
LONG = 50_000_000  # characters; as many as are written in one case only
BAD = {
    "aliases": BOMB,
    "an alias of itself": "a: &a [*a]\n",
    "a repeated key": "country: US\ncountry: GB\n",
    "a tag": "country: !!python/object/apply:os.system [echo]\n",
    "levels": "country: " + "[" * LEVELS + "]" * LEVELS + "\n",
    "levels of lists": "- " * LEVELS + "\n",
    "length": "# " + "x" * 1_000_000 + "\n",
    "a number to the base of 60": "country: 1" + ":1" * 300_000 + "\n",
    "keys of one hash": "".join(f"{number * (2**61 - 1)}: a\n" for number in range(1, 20_000)),
}
PLACES = {
    ".factcheck.yaml": ("check", "a.md"),
    ".factcheck.yml": ("rules",),
    "given.yaml": ("check", "--config", "given.yaml", "a.md"),
    "own/mine.yaml": ("explain", "missing-hotline"),
    "figures/measures/topic/mine.yaml": ("corpus", "validate", "figures"),
    "figures/myths/mine.yaml": ("corpus", "validate", "figures"),
    "figures/hotlines/us/mine.yaml": ("corpus", "validate", "figures"),
    "figures/publishers.yaml": ("corpus", "search", "runaways"),
    "figures/places.yaml": ("corpus", "validate", "figures"),
    "figures/words.yaml": ("check", "a.md"),
    ".pre-commit-config.yaml": ("init", "--pre-commit"),
}


@pytest.fixture(autouse=True)
def place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder / "cache"))
    (folder / "a.md").write_text("# A house\n\nThe shelter opens at six.\n")
    (folder / ".git").mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    first = name.partition("/")[0]
    if first in ("own", "figures"):
        (folder / ".factcheck.yaml").write_text(f"{'rules' if first == 'own' else 'corpora'}: {first}\n")


CASES = [(".factcheck.yaml", kind) for kind in BAD]
CASES += [(name, kind) for name in PLACES for kind in ("aliases", "a repeated key", "levels", "length")]


@pytest.mark.parametrize(("name", "kind"), dict.fromkeys(CASES))
def test_bad_yaml_is_refused_everywhere(factcheck: Command, folder: Path, name: str, kind: str) -> None:
    write(folder, name, BAD[kind])
    ran = factcheck(*PLACES[name])
    assert ran.status == 2
    assert ran.err.count("\n") == 1 and Path(name).name in ran.err, ran.err[:500]
    assert len(ran.err) < 1_000
    assert (folder / name).read_text() == BAD[kind]


@pytest.mark.parametrize("name", [".factcheck.yaml", "own/mine.yaml", ".pre-commit-config.yaml"])
def test_fifty_megabytes_are_refused(factcheck: Command, folder: Path, name: str) -> None:
    write(folder, name, "- a\n" * (LONG // 4))
    ran = factcheck(*PLACES[name])
    assert ran.status == 2 and "longer than 1,000,000 characters" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        'country = "US"\ncountry = "GB"\n',
        "country = " + "[" * LEVELS,
        "country" + ".a" * 100_000 + " = 1\n",
        "country = " + "9" * 5_000,
        "# " + "x" * 1_000_000,
    ],
    ids=["a repeated key", "levels", "parts of a key", "digits", "length"],
)
def test_bad_toml_is_refused(factcheck: Command, folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.factcheck]\n{text}")
    ran = factcheck("check", "a.md")
    assert ran.status == 2
    assert ran.err.count("\n") == 1 and "pyproject.toml" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"version": 1, "files": ' + "[" * 100_000,
        '{"version": ' + "9" * 5_000,
        "1",
        '{"version": 1}',
    ],
    ids=["levels", "levels inside", "digits", "another value", "nothing"],
)
def test_a_bad_baseline_is_refused(factcheck: Command, folder: Path, text: str) -> None:
    (folder / "known.json").write_text(text)
    ran = factcheck("check", "--baseline", "known.json", "a.md")
    assert ran.status == 2
    assert ran.err.count("\n") == 1 and "known.json" in ran.err


@pytest.mark.parametrize("kind", BAD)
def test_bad_front_matter_is_passed_over_and_told(factcheck: Command, folder: Path, kind: str) -> None:
    (folder / "a.md").write_text(f"---\n{BAD[kind]}\n---\n\n# A house\n\nThe shelter opens at six.\n")
    ran = factcheck("check", "--format", "short", "a.md")
    assert ran.status in (0, 1)
    assert "the front matter was passed over" in ran.out or "not-english" in ran.out or "Front matter" in ran.out


@pytest.mark.skipif(os.name == "nt", reason="links")
@pytest.mark.parametrize("name", ["own", "figures/measures", "figures/myths", "figures"])
def test_a_folder_that_holds_itself_ends(factcheck: Command, folder: Path, name: str) -> None:
    (folder / "own").mkdir()
    (folder / "figures" / "measures").mkdir(parents=True)
    (folder / "figures" / "myths").mkdir()
    (folder / ".factcheck.yaml").write_text("rules: own\ncorpora: figures\n")
    write(folder, "figures/words.yaml", "ours: [ours]\n")
    (folder / ".factcheck.yaml").write_text("rules: own\ncorpora: figures\n")
    for before, after in pairwise(("up", "over", "up")):
        (folder / name / before).symlink_to(after)  # two that lead to each other
    (folder / name / "again").symlink_to(folder / name, target_is_directory=True)
    ran = factcheck("check", "a.md", ".")
    assert ran.status == 0, ran.err

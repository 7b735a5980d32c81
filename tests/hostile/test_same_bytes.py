"""The same articles give the same bytes, whatever surrounds the program.

`FACTCHECK_PYTHONS=/usr/bin/python3.12:/usr/bin/python3.13 pytest tests/hostile/test_same_bytes.py` compares other
Pythons as well, in which the program's dependencies must be installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.articles import Writer
from factcheck.reports import FORMATS

ROOT = Path(__file__).parents[2]
PYTHONS = [path for path in os.environ.get("FACTCHECK_PYTHONS", "").split(os.pathsep) if path]
SHUFFLED = """
import os, random
class Entries:
    def __init__(self, entries):
        with entries:
            self.left = list(entries)
        random.Random(3).shuffle(self.left)
    def __iter__(self): return self
    def __next__(self):
        if not self.left: raise StopIteration
        return self.left.pop()
    def __enter__(self): return self
    def __exit__(self, *error): pass
    def close(self): pass
def scandir(*path, real=os.scandir): return Entries(real(*path))
def listdir(*path, real=os.listdir): return random.Random(4).sample(names := real(*path), len(names))
os.scandir, os.listdir = scandir, listdir
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="locales of another kind")]


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More articles than one process checks alone, with names and words that locales fold differently."""
    folder = tmp_path_factory.mktemp("drafts")
    for example in sorted((ROOT / "examples").glob("*.md")):
        shutil.copy(example, folder)
    writer = Writer(seed=11)
    for number in range(40):
        (folder / "IJ ıİ"[number % 5]).mkdir(exist_ok=True)
        text = f"# IN TITLE {number}\n\n{writer.article()}\n\nIn 2019, {number}00 VICTIMS IN IRAQ and İstanbul.\n"
        (folder / "IJ ıİ"[number % 5] / f"{number}ä.md").write_text(text, "utf-8")
    (folder / "unreadable.md").write_bytes(b"\0")
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def told(folder: Path, cache: Path, *options: str, python: str = sys.executable, **env: str) -> dict[str, bytes]:
    """What a run writes in every format, on standard output and on standard error."""
    reports = folder.with_name("reports")
    shutil.rmtree(reports, ignore_errors=True)
    reports.mkdir()
    outputs = [f"--output={name}={reports / name}" for name in FORMATS]
    done = subprocess.run(
        [python, "-m", "factcheck", "check", "--show-claims", *options, *outputs, "."],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE_DIR": str(cache)} | env,
    )
    assert done.returncode == 2, done.stderr
    files = {path.name: path.read_bytes() for path in reports.iterdir()}
    return {"stdout": done.stdout, "stderr": done.stderr, **files}


@pytest.fixture(scope="module")
def plain(drafts: Path, cache: Path) -> dict[str, bytes]:
    """What is told without anything special."""
    made = told(drafts, cache, "--no-cache", "--jobs", "1")
    assert made["jsonl"].count(b"\n") > 40 and made["stdout"].count(b"error") > 5
    return made


def locales(folder: Path) -> dict[str, str]:
    """Locales in which letters, numbers and order differ, made where the system can: their path and names."""
    for name, encoding in (("tr_TR", "UTF-8"), ("tr_TR", "ISO-8859-9"), ("de_DE", "UTF-8")):
        made = str(folder / f"{name}.{encoding}")
        subprocess.run(["localedef", "-i", name, "-f", encoding, made], capture_output=True, check=False)
    return {"LOCPATH": str(folder)}


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_whatever_the_number_of_processes(drafts: Path, cache: Path, plain: dict[str, bytes], jobs: str) -> None:
    assert told(drafts, cache, "--no-cache", "--jobs", jobs) == plain


def test_whether_kept_or_not(drafts: Path, cache: Path, plain: dict[str, bytes]) -> None:
    assert told(drafts, cache) == plain
    assert told(drafts, cache) == plain


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
        {"LC_ALL": "tr_TR.ISO-8859-9", "LANGUAGE": "tr"},
        {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/St_Johns"},
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4711"},
        {"COLUMNS": "40", "TERM": "dumb", "HOME": "/nowhere", "PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda env: "=".join(next(iter(env.items()))),
)
def test_whatever_the_surroundings(
    drafts: Path, cache: Path, plain: dict[str, bytes], tmp_path: Path, env: dict[str, str]
) -> None:
    if "LANGUAGE" in env:
        if shutil.which("localedef") is None or not Path("/usr/share/i18n/locales").exists():
            pytest.skip("this system can make no locales")
        env = env | locales(tmp_path)
    assert told(drafts, cache, "--no-cache", **env) == plain


def test_whatever_the_order_of_the_file_system(drafts: Path, plain: dict[str, bytes], tmp_path: Path) -> None:
    """With a cache of its own: the corpus and the rules are read in this order too, and with another seed."""
    (tmp_path / "sitecustomize.py").write_text(SHUFFLED)
    env = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "PYTHONHASHSEED": "99"}
    shown = subprocess.run(
        [sys.executable, "-c", "import os; print(os.listdir.__module__)"],
        cwd=drafts,
        capture_output=True,
        check=True,
        env={**os.environ, **env},
    )
    assert shown.stdout.strip() == b"sitecustomize"
    assert told(drafts, tmp_path / "cache", "--jobs", "2", **env) == plain


@pytest.mark.skipif(not PYTHONS, reason="FACTCHECK_PYTHONS names no other Python")
@pytest.mark.parametrize("python", PYTHONS)
def test_whatever_the_python(drafts: Path, plain: dict[str, bytes], tmp_path: Path, python: str) -> None:
    assert told(drafts, tmp_path / "cache", python=python) == plain

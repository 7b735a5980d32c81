"""The wheel: built, installed into an environment of its own, run from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


def sh(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False, env=env
    )


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`factcheck` from the wheel. What it depends on is taken from the environment of the tests: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    built = sh(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("factcheck_lint-*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    (site,) = sh(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    ).stdout.splitlines()
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel]
    installed = sh(*pip, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    # Behind the wheel's own files on the path; an editable factcheck of the tests' environment is not followed,
    # since only a folder that `site` itself looks through has its .pth files read.
    Path(site, "of-the-tests.pth").write_text(
        f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
    )
    return scripts / "factcheck"


def test_it_checks_an_article_from_another_folder(command: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text((ROOT / "examples" / "draft.md").read_text("utf-8"), "utf-8")
    done = sh(command, "check", "--format", "json", "draft.md", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    (entry,) = json.loads(done.stdout)["files"]
    assert {found["rule"] for found in entry["diagnostics"]} >= {"contradicts-reference", "placeholder-text"}


def test_its_data_and_its_types_are_in_it(command: Path, tmp_path: Path) -> None:
    program = "import factcheck, factcheck.files as f; print(factcheck.__file__); print(f.data_folder('corpus'))"
    shown = sh(command.parent / "python", "-c", program, cwd=tmp_path).stdout.splitlines()
    package = Path(shown[0]).parent
    assert ROOT not in package.parents
    assert Path(shown[1]) == package / "_data" / "corpus"
    assert (package / "py.typed").is_file()
    for name in ("corpus", "rules"):
        ours = {path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*.yaml")}
        theirs = {
            path.relative_to(package / "_data" / name) for path in (package / "_data" / name).rglob("*.yaml")
        }
        assert theirs == ours


def test_rules_can_be_listed(command: Path, tmp_path: Path) -> None:
    assert "missing-hotline" in sh(command, "rules", cwd=tmp_path).stdout

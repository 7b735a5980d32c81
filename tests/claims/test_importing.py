import subprocess
import sys
from pathlib import Path

DRAFT = "The hotline counted 300 victims of trafficking in 2019.\n"
HEAVY = ("typer", "httpx", "requests", "urllib3", "weasel")


def _run(program: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, check=False, cwd=folder
    )


def test_reading_claims_brings_spacy_without_its_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DRAFT)
    program = (
        "import sys; from factcheck.cli import run; run(sys.argv[1:]);"
        f"assert 'spacy' in sys.modules; assert not set({HEAVY!r}) & set(sys.modules), set(sys.modules)"
    )
    done = _run(program, "check", "--no-cache", "--jobs", "1", "a.md", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")


def test_spacy_is_whole_for_whoever_uses_it_in_the_same_process(tmp_path: Path) -> None:
    program = (
        "from factcheck.claims.importing import without_command_line\n"
        "with without_command_line():\n    import spacy\n"
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__\n"
        "from spacy.cli import download\n"
        "assert spacy.cli.info(silent=True)['spacy_version'] == spacy.__version__\n"
    )
    done = _run(program, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")

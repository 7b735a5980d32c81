"""`--annotate FILE`: the findings in a Word file as comments in a copy of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.model import FileError, FileReport


class Annotating:
    """Writes the copy that the option asks for.

    Args:
        given: the options of `check`.
        paths: what is to be checked.

    Raises:
        click.UsageError: what is to be checked is not one Word file, or the options do not go together.
        UserError: the copy would take the place of another file.
    """

    def __init__(self, given: dict[str, Any], paths: tuple[Path, ...]) -> None:
        self._copy: Path | None = given["annotate"]
        self._quiet: bool = given["quiet"]
        self._report: FileReport | None = None
        if self._copy is None:
            return
        if given["fix"] or given["diff"]:
            raise click.UsageError("--annotate leaves the article as it is; leave out --fix and --diff")
        if len(paths) != 1 or not _is_word(paths[0]):
            raise click.UsageError(
                "--annotate takes one Word file: factcheck check draft.docx --annotate reviewed.docx"
            )
        if not _is_word(self._copy):
            raise click.UsageError(f"the annotated copy is a Word file; call it {self._copy.with_suffix('.docx')}")
        _refuse_to_replace(self._copy, paths[0])

    @property
    def wanted(self) -> bool:
        """Whether there is a copy to write."""
        return self._copy is not None

    def take(self, result: FileReport | FileError) -> None:
        """Remember the report of the article."""
        from factcheck.model import FileReport

        self._report = result if isinstance(result, FileReport) else None

    def close(self) -> None:
        """Write the copy.

        Raises:
            UserError: the article was changed meanwhile, or the copy cannot be written.
        """
        if self._copy is None or self._report is None:
            return
        from factcheck.cli.telling import say
        from factcheck.documents import read
        from factcheck.reports.comments import annotated
        from factcheck.writing import write_new_file

        path = self._report.document.path
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise UserError(f"cannot be read: {error.strerror}", path=path) from None
        if read(data, path).source != self._report.document.source:
            raise UserError("was changed while it was being checked: check it again", path=path)
        write_new_file(self._copy, annotated(self._report, data))
        if not self._quiet:
            count = len(self._report.diagnostics)
            say(str(self._copy), f"a copy of {path} with {count:,} comment{'' if count == 1 else 's'}")


def _is_word(path: Path) -> bool:
    return path.suffix.lower() == ".docx" and not path.is_dir()


def _refuse_to_replace(copy: Path, article: Path) -> None:
    if copy.resolve() == article.resolve():
        raise UserError("is the article itself, which stays as it is; give the copy another name", path=str(copy))
    if copy.exists() or copy.is_symlink():
        raise UserError("is there already; give the copy another name, or delete it first", path=str(copy))

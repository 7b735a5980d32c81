"""`factcheck archive …`: many pages checked into Parquet datasets, and what these say."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import configured, deciding
from factcheck.cli.telling import tell, warn
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.archive.dataset import Counts
    from factcheck.archive.running import Engine
    from factcheck.config import Configuration
    from factcheck.model import Settings

_EXTRA = "pip install 'factcheck-lint[{}]'"


class _Archive(click.Group):
    """`archive INPUT…` checks; the other commands are named."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return "check", self.commands["check"], args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Archive)
def archive() -> None:
    """Check many pages, and ask what was found in them.

    \b
      factcheck archive pages.parquet --output found/   check (the same as archive check)
      factcheck archive report found/                   which wrong numbers stand on most pages

    Needs what `pip install 'factcheck-lint[archive]'` brings.
    """


@archive.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the datasets articles, claims, findings and errors go; a run that was ended goes on there.",
)
@deciding
@click.option(
    "--engine", type=click.Choice(["local", "ray"]), default="local", help="Who works.  [default: local]"
)
@click.option(
    "--ray-address", metavar="ADDRESS", help="With --engine ray: the cluster; one on this machine otherwise."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N", help="How many check at once.  [default: all cores]"
)
@click.option("--content-column", metavar="NAME", help="The column of tables that holds the page.")
@click.option("--id-column", metavar="NAME", help="The column that a page is known by.")
@click.option("--url-column", metavar="NAME", help="The column of its address.")
@click.option("--date-column", metavar="NAME", help="The column of its date.")
@click.option(
    "--input-format",
    type=click.Choice(["text", "markdown", "html"]),
    help="The format of pages of which nothing tells it.",
)
@click.option(
    "--only-measures",
    metavar="ID,…",
    help="After a change of these measures: check again only the pages that have to do with them.",
)
@click.option(
    "--seconds", type=click.FloatRange(min=0.001), default=60.0, help="What one page may take.  [default: 60]"
)
@click.option(
    "--megabytes", type=click.FloatRange(min=0.001), default=20.0, help="How large one may be.  [default: 20]"
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def check(inputs: tuple[Path, ...], output: Path, **given: Any) -> int:
    """Check the pages of INPUTS: Parquet, JSON Lines, CSV, WARC, zip files, folders and articles.

    \b
    Exit status: 0  all pages were checked
                 1  some could not be; they are rows of `errors`
                 2  the check could not be run; the reason is on standard error
    """
    _needs("pyarrow", "archive")
    from factcheck.archive.checking import Checker, Limits
    from factcheck.archive.inputs import Columns, shards
    from factcheck.archive.running import Work, run

    configuration = configured({**given, "no_cache": False}, ())
    settings = configuration.settings_for(Path())
    names = {name: given[f"{name}_column"] for name in ("content", "id", "url", "date")}
    columns = Columns(**names, format=given["input_format"])
    limits = Limits(int(given["megabytes"] * 1e6), given["seconds"])
    work = Work(Checker(settings, limits), output, columns, _only(given["only_measures"], settings))
    parts = shards(inputs, _files(configuration))
    total = run(parts, work, _engine(given), _watch(quiet=given["quiet"]))
    if not given["quiet"]:
        pages = f"{total.pages:,} pages · {total.claims:,} statistics · {total.findings:,} findings"
        tell(f"{pages} · {total.errors:,} not checked\nfactcheck archive report {output}")
    return 1 if total.errors else 0


@archive.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "html", "csv"]), default="text", show_default=True)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="PATH", help="The page, or the folder of CSV files."
)
@click.option("--all", "everything", is_flag=True, help="All rows, not only the first of each table.")
def report(folder: Path, form: str, output: Path | None, everything: bool) -> None:
    """Say which wrong numbers stand on most pages of FOLDER, and what to mend first."""
    _needs("duckdb", "archive")
    from factcheck.archive import answers as asking
    from factcheck.archive import showing

    found = list(asking.answers(folder, most=None if everything or form == "csv" else asking.MOST))
    if form == "csv":
        _write_tables(
            {f"{answer.question.name}.csv": showing.as_csv(answer) for answer in found}, output or folder
        )
        return
    text = showing.as_text(found) if form == "text" else showing.as_page(found, str(folder))
    if output is None:
        click.echo(text, nl=False)
    else:
        _write_tables({output.name: text}, output.parent)


def _write_tables(texts: dict[str, str], folder: Path) -> None:
    from factcheck.writing import replacing

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(folder)) from None
    for name, text in texts.items():
        with replacing(folder / name) as out:
            out.write(text)
        tell(str(folder / name))


def _needs(module: str, extra: str) -> None:
    """See that what an extra brings is there.

    Raises:
        UserError: it is not.
    """
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise UserError(f"this needs {module}, which is not installed here: {_EXTRA.format(extra)}")


def _engine(given: dict[str, Any]) -> Engine:
    if given["engine"] == "ray":
        _needs("ray", "ray")
        from factcheck.archive.engines.ray import RayEngine

        return RayEngine(given["ray_address"], given["jobs"])
    if given["ray_address"]:
        raise click.UsageError("--ray-address goes with --engine ray")
    from factcheck.archive.engines.local import LocalEngine

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return LocalEngine(given["jobs"] or cores)


def _files(configuration: Configuration) -> Callable[[Path], Iterator[Path]]:
    from factcheck.walking import articles

    def found(folder: Path) -> Iterator[Path]:
        for one in articles([folder], configuration.settings_for):
            if isinstance(one, Path):
                yield one
            else:
                warn(f"{one.path}: {one.message}")

    return found


def _only(text: str | None, settings: Settings) -> frozenset[str] | None:
    if text is None:
        return None
    from factcheck.archive.running import measures_named
    from factcheck.reference import load_corpus

    corpus = load_corpus(settings.corpora)
    try:
        return measures_named(text, {*corpus.measures, *corpus.myths})
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--only-measures") from None


def _watch(*, quiet: bool) -> Callable[[Counts], None]:
    if quiet or not sys.stderr.isatty():
        return lambda _: None
    return lambda total: click.echo(f"\r{total.pages:,} pages, {total.errors:,} not checked", nl=False, err=True)

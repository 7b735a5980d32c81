"""`factcheck corpus …`: what the reference set knows, and keeping it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.telling import tell, tell_json
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.reference import Corpus
    from factcheck.reference.searching import Found

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_AGE = re.compile(r"(\d{1,4})([my])\Z")
_TOPICS = ("runaways", '"forced labour"')  # to show somebody what a search may be
_as_json = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.group()
def corpus() -> None:
    """Ask the reference set, check it, and add to it."""


@corpus.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option(
    "--strict", is_flag=True, help="Also whether entries agree with each other, and who their sources are."
)
def validate(folder: Path | None, strict: bool) -> None:
    """Check the reference set, with the corpus in FOLDER laid over it, or those that the configuration names."""
    from factcheck.reference import Judge, load_corpus
    from factcheck.reference.consistency import problems
    from factcheck.reference.overview import counts

    known = load_corpus([folder]) if folder else _corpus()
    Judge(known)
    found = list(problems(known)) if strict else []
    if found:
        raise UserError("\n".join(found))
    tell(", ".join(f"{number} {kind}" for kind, number in counts(known)["entries"].items()) + ": all valid")


@corpus.command()
@click.argument("words", nargs=-1, required=True)
@_as_json
def search(words: tuple[str, ...], form: str) -> None:
    """List what the reference set knows about WORDS."""
    from factcheck.reference.searching import search as find

    known, asked = _corpus(), " ".join(words)
    found = find(known, asked)
    if form == "json":
        entries = [{"kind": one.kind, "id": one.id, "title": one.title} for one in found]
        tell_json(entries)
    elif found:
        _list(known, found)
    else:
        tell(_nothing_found(known, asked))


@corpus.command()
@click.argument("entry")
@click.option("--place", metavar="PLACE", help="Of a measure, one place only (Canada, Texas).")
@_as_json
def show(entry: str, place: str | None, form: str) -> None:
    """Show the measure, myth or hotline with the id ENTRY, its sources, and a sentence to write."""
    from factcheck.reference.schema import Measure
    from factcheck.reference.showing import describe

    known = _corpus()
    found = _entry(known, entry)
    if place is not None:
        _check_place(found, place)
    if form == "text":
        tell(describe(known, found, place))
        return
    from factcheck.entries import adapter
    from factcheck.reference.showing import proposal

    record = adapter(type(found)).dump_python(found, mode="json", exclude_defaults=True)
    proposed = proposal(known, found, place) if isinstance(found, Measure) else None
    write = {"write": proposed._asdict()} if proposed else {}
    tell_json({"kind": type(found).__name__.lower(), **record, **write})


@corpus.command()
def stats() -> None:
    """Count the entries by publisher, place, year and confidence."""
    from factcheck.reference.overview import counts

    for title, numbers in counts(_corpus()).items():
        tell(title)
        ordered = sorted(numbers.items()) if title == "years" else numbers.most_common()
        for name, number in ordered:
            tell(f"  {number:>5}  {name}")


@corpus.command()
@click.option("--older-than", default="12m", show_default=True, metavar="AGE", help="Months (12m) or years (2y).")
def stale(older_than: str) -> None:
    """List the entries that nobody has checked for long."""
    from factcheck.reference.overview import stale as find

    match = _AGE.match(older_than)
    if match is None:
        raise UserError(f"--older-than {older_than}: write months as 12m, or years as 2y")
    months = int(match[1]) * (12 if match[2] == "y" else 1)
    found = find(_corpus(), dt.date.today(), months)
    for key, date in found:
        tell(f"{date}  {key}")
    what = "1 entry was" if len(found) == 1 else f"{len(found)} entries were"
    tell(f"{what} last checked more than {months} months ago")


@corpus.command()
@click.argument("kind", type=click.Choice(["measure", "myth", "hotline"]))
@click.argument("id")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
def new(kind: str, id: str, folder: Path | None) -> None:
    """Write a commented template for a new entry of the KIND, with this ID, into the corpus FOLDER.

    With it come publishers.yaml, for a measure, and the schemas by which editor programs check what you write.
    Without FOLDER the template is printed. Fill it in, then `factcheck corpus validate FOLDER` says whether it is
    right.
    """
    from factcheck.reference.templates import template, write_template

    if not _ID.fullmatch(id):
        raise UserError(f"{id!r} is no id; write small letters, digits and single hyphens")
    if folder is None:
        tell(template(kind, id, dt.date.today()).rstrip("\n"))
        return
    entry, *besides = write_template(kind, id, dt.date.today(), folder)
    for path in besides:
        tell(f"{path} is written too: name your own organisation there, or delete it")
    tell(f"{entry} is written; fill it in, then run: factcheck corpus validate {folder}")
    tell(f"For checks to use it, write into .factcheck.yaml: corpora: {folder}")


@corpus.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of corpus files into FOLDER."""
    from factcheck.reference.json_schema import write_json_schemas

    try:
        for path in write_json_schemas(folder):
            tell(str(path))
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror}", path=str(folder)) from None


def _list(known: Corpus, found: list[Found]) -> None:
    from factcheck.reference.showing import glance

    for one in found:
        measure = known.measures.get(one.id)
        newest = f": {value}" if measure and (value := glance(measure)) else ""
        tell(f"{one.kind:<8} {one.id}\n         {one.title}{newest}")
    tell(f"\nFor sources and a sentence to write: factcheck corpus show {found[0].id}")


def _nothing_found(known: Corpus, asked: str) -> str:
    from factcheck.reference.searching import near_spellings

    near = near_spellings(known, asked)
    hint = f"did you mean {' or '.join(near)}?" if near else "try fewer or shorter words"
    examples = " or ".join(f"factcheck corpus search {topic}" for topic in _TOPICS)
    return f"nothing is known about {asked!r}; {hint}\nFor example: {examples}"


def _corpus() -> Corpus:
    from factcheck.config import Configuration
    from factcheck.reference import load_corpus

    return load_corpus(Configuration().settings_for(Path()).corpora)


def _entry(known: Corpus, entry: str) -> Any:
    from factcheck.config import nearest
    from factcheck.reference.searching import search as find

    entries: dict[str, Any] = {**known.measures, **known.myths, **known.hotlines}
    if entry in entries:
        return entries[entry]
    near = nearest(entry, entries)
    about = ", ".join(one.id for one in find(known, entry.replace("-", " "))[:3])
    if about and ("-" not in entry or not near):  # one word is a subject rather than a misspelt id
        near = f"; try {about}"
    hint = near or "; `factcheck corpus search WORDS` finds one"
    raise UserError(f"the reference set has no entry {entry!r}{hint}")


def _check_place(found: Any, place: str) -> None:
    from factcheck.config import nearest

    held = {one.place for one in getattr(found, "observations", ())}
    if not held:
        raise UserError(f"--place {place}: only measures are of several places, and {found.id} is none")
    if place not in held:
        others = f"it has {', '.join(sorted(held)[:8])}{' …' if len(held) > 8 else ''}"
        raise UserError(f"--place {place}: {found.id} has no figure of it{nearest(place, held)} ({others})")

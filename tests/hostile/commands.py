"""Every command of the program, with arguments to run it by: a new one cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import click

from factcheck.cli.program import cli

# In a folder with drafts/00.md, draft.docx and known.json; what is a baseline there is written by the first run.
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "init": (("--yes", "--force"),),
    "check": (
        ("drafts",),
        ("--show-claims", "drafts"),
        ("--jobs", "2", "--no-cache", "drafts"),
        ("--diff", "--unsafe-fixes", "drafts"),
        ("--statistics", "drafts"),
        ("--output", "found.sarif", "drafts"),
        ("--annotate", "noted.docx", "draft.docx"),
        ("--baseline", "nowhere.json", "drafts"),
        ("--diff-base", "HEAD", "drafts"),
        ("--fix", "--unsafe-fixes", "drafts"),
    ),
    "rules": ((), ("claims",)),
    "explain": (("missing-hotline",), ("nothing-so-called",)),
    "baseline create": (("drafts",),),
    "corpus validate": ((),),
    "corpus search": (("runaways",), ("--format", "json", "runaways")),
    "corpus show": (("ncmec-runaways-likely-trafficked-share",), ("nothing-so-called",)),
    "corpus stats": ((),),
    "corpus stale": (("--older-than", "1m"),),
    "corpus new": (("measure", "our-own"), ("myth", "our-own", "made")),
    "corpus schema": (("schemas",),),
    "quantities": (("drafts/00.md",),),
    "archive check": (("drafts", "--output", "found", "--jobs", "1"),),
    "archive report": (("found",),),
    "clean": ((),),
    "serve": (),  # answers until it is stopped, at a port of this computer: tests/serve/test_process.py
}


def leaves(command: click.Command = cli, name: str = "") -> Iterator[str]:
    """The names of all commands that do something."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for part in command.list_commands(context):
            inner = command.get_command(context, part)
            assert inner is not None
            yield from leaves(inner, f"{name} {part}".strip())
    else:
        yield name


def command_lines() -> list[list[str]]:
    """The arguments of every run, its command first."""
    return [[*name.split(), *arguments] for name, several in COMMANDS.items() for arguments in several]

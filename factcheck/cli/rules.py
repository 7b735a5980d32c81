"""`factcheck rules` and `factcheck explain`: what can be found, and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import completion
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.checks.rule import Example, Rule


@click.command()
def rules() -> None:
    """List every rule."""
    known = _load()
    for family in sorted({rule.family for rule in known.values()}):
        click.echo(family)
        for rule in known.values():
            if rule.family == family:
                off = " (off unless selected)" if rule.off else ""
                click.echo(f"  {rule.name:<24} {rule.severity:<8} {' '.join(rule.summary.split())}{off}")


@click.command()
@click.argument("rule", shell_complete=completion.rules)
def explain(rule: str) -> None:
    """Say what RULE finds, why it matters, with examples."""
    from factcheck.config import nearest

    known = _load()
    if rule not in known:
        raise UserError(f'there is no rule "{rule}"{nearest(rule, known)} (`factcheck rules` lists them all)')
    click.echo(_explanation(known[rule]))


def _load() -> dict[str, Rule]:
    from pathlib import Path

    from factcheck.checks.rules import load_rules
    from factcheck.config import Configuration

    return load_rules(Configuration().settings_for(Path()).rules)


def _explanation(rule: Rule) -> str:
    off = "; off unless selected" if rule.off else ""
    parts = [
        f"{rule.name} ({rule.family}, {rule.severity}{off})",
        rule.summary.strip(),
        rule.why.strip(),
        *(f"Flagged:\n\n{_indented(example)}" for example in rule.bad),
        *(f"Left alone:\n\n{_indented(example)}" for example in rule.good),
    ]
    if rule.source:
        parts.append(f"Guidance: {rule.source}")
    return "\n\n".join(parts)


def _indented(example: Example) -> str:
    return "\n".join(f"    {line}".rstrip() for line in example.text.strip().splitlines())

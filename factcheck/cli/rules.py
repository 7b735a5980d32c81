"""`factcheck rules` and `factcheck explain`: what can be found, and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli import completion
from factcheck.cli.telling import tell
from factcheck.errors import UserError

if TYPE_CHECKING:
    from factcheck.checks.rule import Example, Rule


@click.command()
@click.argument("family", required=False, shell_complete=completion.families)
def rules(family: str | None) -> None:
    """List every rule, or those of one FAMILY."""
    from factcheck.config import nearest

    known = _load()
    families = sorted({rule.family for rule in known.values()})
    if family is not None and family not in families:
        told = nearest(family, families) or f" ({', '.join(families)})"
        raise UserError(f'there is no family of rules "{family}"{told}')
    for one in [family] if family else families:
        _list(one, known)


@click.command()
@click.argument("rule", shell_complete=completion.rules_or_families)
def explain(rule: str) -> None:
    """Say what RULE finds, why it matters, with examples; of a family, list its rules."""
    from factcheck.config import nearest

    known = _load()
    families = {one.family for one in known.values()}
    if rule in known:
        tell(_explanation(known[rule]))
    elif rule in families:
        _list(rule, known)
        tell("\n`factcheck explain RULE` says more of one.")
    else:
        near = nearest(rule, {*known, *families})
        raise UserError(f'there is no rule or family "{rule}"{near} (`factcheck rules` lists them all)')


def _list(family: str, known: dict[str, Rule]) -> None:
    """A family and its rules, a line each."""
    tell(family)
    for rule in known.values():
        if rule.family == family:
            off = f" ({rule.unless_asked})" if rule.unless_asked else ""
            tell(f"  {rule.name:<24} {rule.severity:<8} {' '.join(rule.summary.split())}{off}")


def _load() -> dict[str, Rule]:
    from pathlib import Path

    from factcheck.checks.rules import load_rules
    from factcheck.config import Configuration

    return load_rules(Configuration().settings_for(Path()).rules)


def _explanation(rule: Rule) -> str:
    off = f"; {rule.unless_asked}" if rule.unless_asked else ""
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

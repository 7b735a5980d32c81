"""Kinds of options."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def listed(name: str, metavar: str, text: str) -> Callable[[F], F]:
    """An option for several words: parted by commas, or the option repeated."""
    return click.option(name, multiple=True, callback=_words, metavar=metavar, help=text)


def _words(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())

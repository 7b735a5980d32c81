"""Importing spaCy without its command line.

`import spacy` brings spaCy's command line, and with it typer, httpx, requests, urllib3 and weasel, for the sake of
one function, `spacy.info`. They are two fifths of the import, and urllib3 tries at once whether a socket can be
bound.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from factcheck.collector import collector_paused


@contextmanager
def without_command_line() -> Iterator[None]:
    """A place in which spaCy can be imported quickly; its command line stays importable behind it."""
    if "spacy" in sys.modules:
        yield
        return
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    absent = {one.__name__: one for one in (package, module)}
    sys.modules.update(absent)
    try:
        with collector_paused():
            yield
    finally:
        for name, one in absent.items():
            if sys.modules.get(name) is one:
                del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, which brings the command line when it is called."""
    from spacy.cli.info import info

    return info(*arguments, **options)

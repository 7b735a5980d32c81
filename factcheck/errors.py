"""The one error a user can mend: it names the file, the place and what to do."""

from __future__ import annotations


class UserError(Exception):
    """Bad input: arguments, configuration, corpus, rules or an article that cannot be read.

    Args:
        message: what is wrong and how to mend it, in plain words.
        path: the file concerned, if any.
        line: its line, counted from 1, if known.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        return f"{where}: {self.message}" if where else self.message

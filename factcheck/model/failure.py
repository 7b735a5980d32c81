"""Why a file could not be checked."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.errors import UserError


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be checked, and why."""

    path: str
    message: str

    @classmethod
    def of(cls, error: UserError, path: str) -> FileError:
        """What a user can mend, told of the file it names, or else of `path`."""
        message = f"line {error.line}: {error.message}" if error.line else error.message
        return cls(error.path or path, message)

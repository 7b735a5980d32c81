"""The fixtures of the command line's tests, here as well."""

from tests.cli.conftest import factcheck, folder

__all__ = ["factcheck", "folder"]

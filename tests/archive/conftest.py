"""The fixtures of the command line's tests, here as well."""

import pytest

from tests.cli.conftest import factcheck, folder

pytest.importorskip("pyarrow")

__all__ = ["factcheck", "folder"]

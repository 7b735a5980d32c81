"""The example drafts, checked once for the tests of all formats."""

from __future__ import annotations

import pytest

from factcheck.model import FileReport
from tests.reports.hostile import drafts


@pytest.fixture(scope="session")
def checked() -> list[FileReport]:
    """The reports of the example drafts."""
    return drafts()

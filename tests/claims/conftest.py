"""What the tests of claims share: the places and publishers that ship, and a reader that knows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import documents
from factcheck.claims import ClaimReader, Gazetteer, Publishers
from factcheck.model import Claim, Format
from factcheck.reference import load_corpus


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_corpus().gazetteer


@pytest.fixture(scope="session")
def publishers() -> Publishers:
    return Publishers(
        names=[("ILO", "ilo"), ("International Labour Organization", "ilo"), ("NCMEC", "ncmec"), ("FBI", "fbi"),
               ("UNODC", "unodc"), ("Polaris", "polaris"), ("US Department of State", "state"),
               ("Harbour Line", "harbour")],
        domains=[("ilo.org", "ilo"), ("unodc.org", "unodc")],
    )  # fmt: skip


@pytest.fixture(scope="session")
def reader(gazetteer: Gazetteer, publishers: Publishers) -> ClaimReader:
    return ClaimReader(gazetteer, publishers)


@pytest.fixture(scope="session")
def claims(reader: ClaimReader) -> Callable[..., tuple[Claim, ...]]:
    """Reads the claims of a small article."""

    def read(text: str, format: Format = Format.MARKDOWN, **options: object) -> tuple[Claim, ...]:
        return reader.read(documents.read(text.encode(), "article", format), **options)  # type: ignore[arg-type]

    return read

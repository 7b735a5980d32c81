"""What every check is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.checks.rule import Rule
from factcheck.checks.whole import Whole
from factcheck.context import Context
from factcheck.model import Block, Document, Fix, JudgedClaim, Severity, Span

if TYPE_CHECKING:  # it brings the readers of claims, for which `factcheck rules` need not wait
    from factcheck.reference import Corpus


@dataclass(frozen=True)
class Article:
    """An article with everything known of it.

    Attributes:
        context: what it is about, of which kind it is, and for whom.
        english: whether its text is English.
        organisation: the publishing organisation's own names and domains.
        rules: all rules by name, for their word lists.
        enabled: the names of the rules that are to speak, so that a check need not work for nothing.
    """

    document: Document
    claims: tuple[JudgedClaim, ...]
    corpus: Corpus
    rules: Mapping[str, Rule]
    context: Context
    english: bool = True
    organisation: tuple[str, ...] = ()
    enabled: frozenset[str] = frozenset()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the article itself, the page around it left out."""
        return self.document.article

    @cached_property
    def whole(self) -> Whole:
        """The texts of its blocks as one."""
        return Whole(block.text for block in self.blocks)

    @cached_property
    def page(self) -> Whole:
        """The texts of all blocks as one, those of the page around the article too."""
        every = self.document.blocks
        return self.whole if len(self.blocks) == len(every) else Whole(block.text for block in every)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: which rule, where, and what fills the holes of its message.

    Attributes:
        case: which of the rule's messages, where it has several.
        values: for the holes of the message.
        references: keys of corpus entries it rests on.
        severity: where this case is graver or milder than the rule's own.
    """

    rule: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    case: str = ""
    references: tuple[str, ...] = ()
    severity: Severity | None = None
    fix: Fix | None = None


Check = Callable[[Article], Iterator[Finding]]

"""A rule as data: name, severity, message, reason and examples, read from `rules/<family>/<name>.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from annotated_types import MinLen

from factcheck import fields
from factcheck.model import BlockKind, Format, RuleText, Settings, Severity

Name = Annotated[str, fields.Pattern(r"^[a-z]+(?:-[a-z]+)*$")]
Text = Annotated[str, MinLen(1)]


def _pattern(text: str) -> str:
    import re2

    try:
        re2.compile(text)
    except re2.error as error:
        raise ValueError(f"{text!r} is no pattern that RE2 can run: {error}") from None
    return text


Pattern = Annotated[str, MinLen(1), fields.After(_pattern)]


@dataclass(frozen=True, kw_only=True)
class RuleEntry:
    """Base of a rule and its examples: unknown keys are errors."""

    __pydantic_config__: ClassVar = fields.STRICT


@dataclass(frozen=True, kw_only=True)
class Example(RuleEntry):
    """A small article of our own; the documentation and the tests of its rule.

    Attributes:
        flag: the words the diagnostic must overlap (of a bad example); the whole article where empty.
        date: the article's date, ISO.
        country: the readers' country.
    """

    text: Text
    flag: str = ""
    format: Format = Format.MARKDOWN
    country: str | None = None
    date: str | None = None


@dataclass(frozen=True, kw_only=True)
class Expression(RuleEntry):
    """A regular expression of a check, in the syntax of Python's re; `{name}` stands for one of the rule's parts.

    Attributes:
        any: what it matches, the first that does.
        before: what must stand before that.
        case: which of the rule's messages it is told with; the one of its own name where empty.
        cased: whether capitals count.
        where: "text": it finds by itself in running text; "line": by itself, as all of a line; "check": in
            running text, and the check judges; "aside": the check holds it against something else.
    """

    any: Annotated[tuple[Text, ...], MinLen(1)]
    before: str = ""
    case: str = ""
    cased: bool = False
    where: Literal["text", "line", "check", "aside"] = "text"


@dataclass(frozen=True, kw_only=True)
class Rule(RuleEntry):
    """One rule.

    Attributes:
        message: the template of the message, with {holes} that the check fills; a mapping where the rule
            speaks of several cases ("another-year", "another-value").
        why: why it matters to a reader, in two or three sentences.
        off: whether it runs only when asked for.
        preview: whether it runs only with `--preview` or by its own name, since its precision on real pages is
            below what its severity asks for.
        english: whether it needs English text.
        lists: word and phrase lists its check uses, by name; a user's rule of the same name adds to them.
        expressions: what its check looks for that no list can say, by name; of shipped rules only, since nothing
            keeps Python's expressions from taking long.
        parts: words and pieces of expressions, by name, for the expressions and for the check.
        phrases, patterns: what a rule without code finds; patterns in RE2's syntax.
        unless: phrases that show, in the same sentence, a use the rule leaves alone.
        spare_quotes: whether quotations are left alone.
        kinds: the kinds of block it looks at (headings, captions, alt texts); every kind where empty.
        about: phrases of which the article must hold one, where a word means something else elsewhere
            (a hooker in rugby).
        source: the published guidance it follows, if any.
    """

    name: Name
    family: Name
    severity: Severity
    summary: Text
    message: Text | dict[str, Text]
    why: Text
    bad: Annotated[tuple[Example, ...], MinLen(1)]
    good: Annotated[tuple[Example, ...], MinLen(1)]
    off: bool = False
    preview: bool = False
    english: bool = True
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    expressions: dict[str, Expression] = field(default_factory=dict)
    parts: dict[str, tuple[Text, ...]] = field(default_factory=dict)
    phrases: tuple[Text, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    unless: tuple[Text, ...] = ()
    spare_quotes: bool = True
    kinds: tuple[BlockKind, ...] = ()
    about: tuple[Text, ...] = ()
    source: str | None = None

    @property
    def unless_asked(self) -> str:
        """When it does not run, in words; empty for a rule that does."""
        if self.preview:
            return "preview: off unless --preview or selected by name"
        return "off unless selected" if self.off else ""

    def runs(self, settings: Settings) -> bool:
        """Whether the settings let it run."""
        return settings.runs(self.name, self.family, off=self.off, preview=self.preview)

    @property
    def text(self) -> RuleText:
        """What a report says of it."""
        return RuleText(
            family=self.family,
            severity=self.severity,
            summary=_folded(self.summary),
            why=_folded(self.why),
            bad=self.bad[0].text.strip(),
            good=self.good[0].text.strip(),
        )


def _folded(text: str) -> str:
    return " ".join(text.split())

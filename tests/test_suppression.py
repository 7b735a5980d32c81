"""Comments by which an editor silences a rule in one place."""

from __future__ import annotations

from factcheck.checks.rules import load_rules
from factcheck.linter import Linter
from factcheck.model import (
    Block,
    BlockKind,
    Comment,
    Diagnostic,
    Document,
    Format,
    Offsets,
    Settings,
    Severity,
    Span,
)
from factcheck.suppression import silenced

RULES = load_rules()


def document(source: str) -> Document:
    """Paragraphs parted by blank lines; lines that begin with "- " are list items."""
    blocks, comments, at = [], [], 0
    for line in source.splitlines(keepends=True):
        text = line.strip()
        start = at + line.index(text) if text else at
        span = Span(start, start + len(text))
        at += len(line)
        if text.startswith("<!--") and text.endswith("-->") and text.count("<!--") == 1:
            comments.append(Comment(text[4:-3], span))
        elif text:
            kind = BlockKind.LIST_ITEM if text.startswith("- ") else BlockKind.PARAGRAPH
            blocks.append(Block(kind, text, Offsets.verbatim(start, len(text)), span))
            if "<!--" in text:
                low, high = start + text.index("<!--"), start + text.index("-->") + 3
                comments.append(Comment(source[low + 4 : high - 3], Span(low, high)))
    return Document("a.md", Format.MARKDOWN, source, tuple(blocks), comments=tuple(comments))


def left(source: str, settings: Settings | None = None) -> list[str]:
    """Check a source in which every LOREM is a placeholder-text and every STUDIES a vague-attribution."""
    found: list[Diagnostic] = []
    for word, rule in (("LOREM", "placeholder-text"), ("STUDIES", "vague-attribution")):
        at = source.find(word)
        while at >= 0:
            family = RULES[rule].family
            found.append(Diagnostic(rule, family, Severity.ERROR, "m", Span(at, at + len(word))))
            at = source.find(word, at + 1)
    diagnostics = silenced(document(source), tuple(found), RULES, settings or Settings())
    return [f"{d.rule}@{source.count(chr(10), 0, d.span.start) + 1}" for d in diagnostics]


def messages(source: str) -> list[str]:
    return [d.message for d in silenced(document(source), (), RULES, Settings())]


def test_without_comments_everything_is_said() -> None:
    assert left("LOREM\n\nSTUDIES\n") == ["placeholder-text@1", "vague-attribution@3"]


def test_ignore_is_for_the_next_block_and_no_further() -> None:
    source = "<!-- factcheck: ignore[placeholder-text] a sample -->\nLOREM and LOREM\n\nLOREM\n"
    assert left(source) == ["placeholder-text@4"]


def test_ignore_names_rules_or_families_and_no_others() -> None:
    assert left("<!-- factcheck: ignore[leftovers] -->\n\nLOREM STUDIES\n") == ["vague-attribution@3"]
    assert left("<!-- factcheck: ignore[leftovers, vague-attribution] -->\n\nLOREM STUDIES\n") == []


def test_without_brackets_every_rule_is_silent() -> None:
    assert left("<!-- factcheck: ignore -->\n\nLOREM STUDIES\n") == []


def test_several_comments_before_one_block() -> None:
    source = "<!--factcheck:ignore[leftovers]-->\n<!-- factcheck: ignore[sourcing] -->\nLOREM STUDIES\n"
    assert left(source) == []


def test_a_list_is_one_block() -> None:
    source = "<!-- factcheck: ignore[leftovers] -->\n- LOREM\n- LOREM\n\nLOREM\n"
    assert left(source) == ["placeholder-text@5"]


def test_a_comment_inside_a_block_is_for_that_block() -> None:
    assert left("LOREM <!-- factcheck: ignore[leftovers] --> here\n\nLOREM\n") == ["placeholder-text@3"]


def test_disable_and_enable_are_for_a_passage() -> None:
    source = (
        "LOREM\n<!-- factcheck: disable[leftovers] -->\nLOREM\n\nLOREM STUDIES\n"
        "<!-- factcheck: enable[leftovers] -->\nLOREM\n"
    )
    assert left(source) == ["placeholder-text@1", "vague-attribution@5", "placeholder-text@7"]


def test_disable_without_enable_is_for_the_rest() -> None:
    assert left("LOREM\n\n<!-- factcheck: disable[leftovers] -->\nLOREM\n\nLOREM\n") == ["placeholder-text@1"]


def test_enable_without_brackets_ends_them_all() -> None:
    source = (
        "<!-- factcheck: disable[leftovers] -->\n<!-- factcheck: disable[sourcing] -->\nLOREM STUDIES\n"
        "<!-- factcheck: enable -->\nLOREM STUDIES\n"
    )
    assert left(source) == ["placeholder-text@5", "vague-attribution@5"]


def test_a_comment_that_silences_nothing_is_reported_at_its_place() -> None:
    assert left("<!-- factcheck: ignore[leftovers] -->\nFine.\n") == ["unused-suppression@1"]
    assert left("Fine.\n\n<!-- factcheck: ignore[leftovers] -->\n") == ["unused-suppression@3"]
    assert left("<!-- factcheck: disable[leftovers] -->\nFine.\n") == ["unused-suppression@1"]
    assert left("<!-- factcheck: ignore[leftovers, sourcing] -->\nLOREM\n") == ["unused-suppression@1"]


def test_a_comment_for_a_rule_that_does_not_run_is_not_called_unused() -> None:
    source = "<!-- factcheck: ignore[leftovers] -->\nFine.\n"
    assert left(source, Settings(select=("claims", "suppression"))) == []


def test_the_report_of_unused_comments_can_be_turned_off() -> None:
    source = "<!-- factcheck: ignore[leftovers] -->\nFine.\n"
    assert left(source, Settings(ignore=("unused-suppression",))) == []


def test_a_name_that_nobody_knows_is_reported_with_the_nearest() -> None:
    (message,) = messages("<!-- factcheck: ignore[placeholder-txt] -->\nFine.\n")
    assert "placeholder-txt" in message and "placeholder-text" in message
    (message,) = messages("<!-- factcheck: ignroe[leftovers] -->\nFine.\n")
    assert "ignroe" in message and '"ignore"' in message


def test_an_end_without_a_beginning_is_reported() -> None:
    (message,) = messages("Fine.\n\n<!-- factcheck: enable[leftovers] -->\nFine.\n")
    assert "leftovers" in message


def test_other_comments_are_nobodys_business() -> None:
    assert messages("<!-- read twice; factcheck: yes -->\nFine.\n") == []


def test_very_many_comments_take_no_longer_each() -> None:
    pair = "<!-- factcheck: ignore[leftovers] -->\nLOREM\n\n"
    assert left(pair * 3_000) == []


def test_comments_of_markdown_and_html_count() -> None:
    for format, text in (
        ("markdown", "<!-- factcheck: ignore[placeholder-text] a sample -->\nLorem ipsum dolor sit amet.\n"),
        ("html", "<!-- factcheck: ignore[placeholder-text] a sample --><p>Lorem ipsum dolor sit amet.</p>"),
    ):
        (checked,) = Linter().check_text(text, format=format).files
        assert [found.rule for found in checked.diagnostics] == []

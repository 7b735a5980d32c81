"""Footnotes written where they belong, `^[like this]`, as Pandoc has them: found among the parts of a block."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.documents.markdown_parts import Part


def with_notes(parts: Sequence[Part], text: str) -> list[Part]:
    """The parts of a block of a text, what stands in such brackets between the two ends of a "Note"."""
    ends = _ends(parts, text)
    found: list[Part] = []
    for index, part in enumerate(parts):
        if index not in ends:
            found.append(part)
            continue
        first, last = parts[ends[index][0]], parts[ends[index][1]]
        step = 1 if part is first else -1
        if step > 0:
            caret = found.pop()
            found.append(caret._replace(said=caret.said[:-1], end=caret.end - 1))
        found.append(Part("Note", step, None, first.start - 1, last.end))
    return found


def _ends(parts: Sequence[Part], text: str) -> dict[int, tuple[int, int]]:
    """Which parts are the two ends of a note, and of which."""
    ends: dict[int, tuple[int, int]] = {}
    opened: list[int] = []
    for index, part in enumerate(parts):
        if part.name != "Text" or text[part.start - 1] == "\\":
            continue
        if part.said == "[":
            opened.append(index)
        elif part.said == "]" and opened:
            first = opened.pop()
            if first and _is_caret(parts[first - 1], text):
                ends[first] = ends[index] = (first, index)
    return ends


def _is_caret(part: Part, text: str) -> bool:
    """Whether it ends in a caret that no backslash takes its meaning from."""
    if part.name != "Text" or not part.said.endswith("^"):
        return False
    return len(part.said) > 1 or text[part.start - 1] != "\\"

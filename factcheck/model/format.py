"""The formats that can be read."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The formats an article comes in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"

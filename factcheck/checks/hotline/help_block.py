"""A "Get help" paragraph for the end of an article, in the article's own format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from factcheck.checks.hotline.fitting import number_of, text_line_of
from factcheck.checks.hotline.services import dials
from factcheck.model import Document, Edit, Fix, Format
from factcheck.reference.schema import Channel, Hotline

TITLE = "Get help"
_CLOSING = re.compile(r"</(article|main|body|html)\s*>", re.IGNORECASE)
_ORDER = ("article", "main", "body", "html")


def help_block(document: Document, services: Sequence[Hotline]) -> Fix | None:
    """The fix that puts services and emergency numbers at the end of an article that is text."""
    if not document.editable:
        return None
    write = {Format.HTML: _html, Format.MARKDOWN: _markdown, Format.TEXT: _text}[document.format]
    newline = "\r\n" if "\r\n" in document.source else "\n"
    at = _end_of_html(document.source) if document.format is Format.HTML else len(document.source)
    text = write(services, _emergency(services))
    if document.format is not Format.HTML:
        text = _gap(document.source) + text
    edit = Edit(at, at, text.replace("\n", newline))
    return Fix(f'Put a "{TITLE}" paragraph at the end', safe=False, edits=(edit,))


def _end_of_html(source: str) -> int:
    """Where the article ends: before the last </article>, else </main>, </body>, </html>, else the end."""
    closing = {match[1].lower(): match.start() for match in _CLOSING.finditer(source)}
    return next((closing[name] for name in _ORDER if name in closing), len(source))


def _gap(source: str) -> str:
    """The line breaks that part the paragraph from what stands before it."""
    if not source.strip():
        return ""
    tail = source[len(source.rstrip("\r\n")) :].count("\n")
    return "\n" * max(0, 2 - tail)


def _emergency(services: Sequence[Hotline]) -> str:
    numbers = dict.fromkeys(hotline.emergency_number for hotline in services if hotline.emergency_number)
    return f"In immediate danger, call {' or '.join(numbers)}." if numbers else ""


def _ways(hotline: Hotline) -> list[tuple[str, Channel]]:
    voice, text = number_of(hotline), text_line_of(hotline)
    ways = [("text" if voice.kind == "text" else "call", voice)] if voice else []
    return [*ways, ("text", text)] if text else ways


def _shown(way: str, channel: Channel) -> str:
    return channel.short_code if way == "text" and channel.short_code else channel.value


def _address(way: str, channel: Channel) -> str:
    return f"{'sms' if way == 'text' else 'tel'}:{channel.e164 or dials(channel)}"


def _hours(hotline: Hotline) -> str:
    channel = number_of(hotline)
    return ", day and night" if channel and channel.hours == "24/7" else ""


def _markdown(services: Sequence[Hotline], emergency: str) -> str:
    lines = [f"## {TITLE}", ""]
    for hotline in services:
        ways = ", ".join(f"{way} [{_shown(way, c)}]({_address(way, c)})" for way, c in _ways(hotline))
        lines.append(f"- **{hotline.name}**: {ways}{_hours(hotline)}")
    return "\n".join([*lines, *(["", emergency] if emergency else []), ""])


def _text(services: Sequence[Hotline], emergency: str) -> str:
    lines = [TITLE, ""]
    for hotline in services:
        ways = ", ".join(f"{way} {_shown(way, c)}" for way, c in _ways(hotline))
        lines.append(f"{hotline.name}: {ways}{_hours(hotline)}")
    return "\n".join([*lines, *([emergency] if emergency else []), ""])


def _html(services: Sequence[Hotline], emergency: str) -> str:
    lines = ["<section>", f"<h2>{TITLE}</h2>", "<ul>"]
    for hotline in services:
        ways = ", ".join(
            f'{way} <a href="{_address(way, c)}">{escape(_shown(way, c))}</a>' for way, c in _ways(hotline)
        )
        lines.append(f"<li><strong>{escape(hotline.name)}</strong>: {ways}{_hours(hotline)}</li>")
    lines.append("</ul>")
    return "\n".join([*lines, *([f"<p>{escape(emergency)}</p>"] if emergency else []), "</section>", ""])

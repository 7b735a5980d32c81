"""Mojibake is known as a whole, once or twice misread, in any language; honest text never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.misread import Misread, misread


def once(text: str, encoding: str) -> str:
    return text.encode().decode(encoding)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "mac-roman"])
@pytest.mark.parametrize("said", ["’", "“", "—", "é", "ñ", "£", "…"])
def test_a_character(said: str, encoding: str) -> None:
    try:
        damaged = once(said, encoding)
    except UnicodeDecodeError:
        pytest.skip("no text can hold it")
    [found] = misread(f"Center{damaged}s")
    assert found == (6, 6 + len(damaged), said)


@pytest.mark.parametrize("said", ["日本語", "Français", "трафик людьми", "عربى", "Việt", "ภาษาไทย"])
@pytest.mark.parametrize("times", [1, 2])
def test_words_of_any_language_are_one_stretch(said: str, times: int) -> None:
    damaged = said
    for _ in range(times):
        damaged = once(damaged, "latin-1")
    [found] = misread(f"In {damaged}, she said")
    assert found.right is not None and found.right in said


def test_what_lost_a_byte_is_told_without_what_stood_there() -> None:
    assert misread("Also: ä¸\xadå½.") == (Misread(6, 11, None),)


def test_control_characters_that_were_quotes() -> None:
    assert [one.right for one in misread("\x93memory\x94")] == ["“", "”"]


@pytest.mark.parametrize(
    "text",
    [
        "Señora Ibáñez fled from São Paulo to Málaga; «déjà vu» and “naïve” – 5 °C, £40 …",
        "SÃO PAULO, Ærø, Çeşme, Łódź, Nguyễn Văn Ái, Ñandú, ÜBER ÄRÖ",
        "Москва, Αθήνα, 東京, 서울, עברית, العربية, हिन्दी, ภาษาไทย",
        "👧🏽 ❤️ ½ ¾ © ® ™ § ¶ † • →",
    ],
)
def test_honest_text(text: str) -> None:
    assert misread(text) == ()


@given(st.text(max_size=60))
def test_stretches_are_in_order_and_within(text: str) -> None:
    at = 0
    for start, end, right in misread(text):
        assert at <= start < end <= len(text)
        assert right is None or right != text[start:end]
        at = end

"""Is it English? Told from a handful of common words."""

from __future__ import annotations

import pytest

from factcheck.documents import is_english, read

FOREIGN = [
    "La trata de personas es un delito que afecta a miles de niños en todo el mundo, y las autoridades no siempre "
    "saben cómo ayudar a las víctimas que lo han sufrido.",
    "La traite des êtres humains est un crime qui touche des milliers d'enfants dans le monde, et les autorités "
    "ne savent pas toujours comment aider les victimes qui en souffrent.",
    "Der Handel mit Menschen ist ein Verbrechen, das Tausende von Kindern auf der ganzen Welt trifft, und die "
    "Behörden wissen nicht immer, wie sie den Opfern helfen können.",
    "O tráfico de pessoas é um crime que atinge milhares de crianças em todo o mundo, e as autoridades nem sempre "
    "sabem como ajudar as vítimas que sofreram com isso.",
    "Mensenhandel is een misdaad die duizenden kinderen over de hele wereld treft, en het is voor de politie "
    "niet altijd duidelijk hoe men de slachtoffers met zorg kan helpen.",
    "Ang pangangalakal ng tao ay isang krimen na tumatama sa libo-libong bata sa mundo, at hindi alam ng mga "
    "pulis kung paano tutulungan ang mga biktima.",
    "Торговля людьми остаётся тяжким преступлением, и власти не всегда знают, как помочь пострадавшим детям.",
    "人身売買は世界中の何千人もの子どもに影響を与える犯罪であり、当局は被害者をどう助けるかを必ずしも知らない。",
]
ENGLISH = [
    "",
    "Call 988",
    "Menü",
    "| 2019 | 40 |\n|---|---|\n| 2020 | 50 |",
    "# The desk\n\nForty people came to the desk that night, and most of them had nowhere else to go. "
    "The staff knew that a bed in Santa María de los Ángeles was the best they could do for the family.",
    "Beds\n\nDesks\n\nRooms\n\nSigns\n\nHelp\n\nNews\n\nShop\n\nDonate\n\nVolunteer\n\nContact\n\nPress\n\nJobs\n\n"
    "Events\n\nBlog\n\nPartners\n\nFAQ\n\nLogin\n\nRegister\n\nLanguages\n\nEspañol\n\nFrançais\n\nImprint",
    "My name is Ana. I was fifteen; a man said he had a job, so I went in his car at night. No one saw me do it. "
    "I am an artist in a small town. As a girl I did all I could. We go on.",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages(text: str) -> None:
    assert not is_english(read(text.encode(), "draft.md"))


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_too_little_to_tell(text: str) -> None:
    assert is_english(read(text.encode(), "draft.md"))


@pytest.mark.parametrize(
    ("lang", "english"), [("en", True), ("en-GB", True), ("EN_us", True), ("es", False), ("", True)]
)
def test_a_declared_language(lang: str, english: bool) -> None:
    assert is_english(read(f'<html lang="{lang}"><body><p>Hotel Plaza</p>'.encode(), "page.html")) is english


def test_a_declaration_of_english_does_not_make_it_english() -> None:
    page = f'<html lang="en"><body><p>{FOREIGN[0]}</p>'
    assert not is_english(read(page.encode(), "page.html"))


def test_the_frame_of_a_page_does_not_count() -> None:
    page = f"<html><body><nav>{ENGLISH[4] * 5}</nav><main><p>{FOREIGN[0]}</p></main>"
    assert not is_english(read(page.encode(), "page.html"))

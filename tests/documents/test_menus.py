"""Menus of a website that were copied with an article are part of the page, and told once."""

from __future__ import annotations

import pytest

from factcheck.documents import read
from tests.checks.leftovers.checking import findings

PROSE = (
    "The county opened a second night desk in spring, and forty people came in its first week to ask for a bed."
)


def article(source: str, name: str = "copy.txt") -> list[str]:
    return [block.text for block in read(source.encode(), name).article]


def menus(source: str, name: str = "copy.txt") -> list[str]:
    document = read(source.encode(), name)
    return [source[slice(*span)] for span in document.furniture]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_menu_above_and_a_footer_below(gap: str) -> None:
    top = gap.join(["Home", "About us", "Survivors", "News", "Donate"])
    bottom = gap.join(["Contact us", "Partners of ours", "Privacy policy", "Terms of use"])
    source = gap.join(["Harbour House", top, "A second night desk opens", PROSE, "Anna writes for us", bottom])
    assert article(source) == ["Harbour House", "A second night desk opens", PROSE, "Anna writes for us"]
    assert menus(source) == [top, bottom]


def test_a_list_of_links_to_other_pages() -> None:
    entries = "\n".join(f"- [{name}](/{n})" for n, name in enumerate(("Desks", "Beds", "Our nurses", "The yard")))
    assert article(f"{entries}\n\n# Night desks\n\n{PROSE}\n", "copy.md") == ["Night desks", PROSE]


def test_a_breadcrumb_trail() -> None:
    assert article(f"Home > Stories > Night desks\n\nNight desks\n\n{PROSE}\n") == ["Night desks", PROSE]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (f"Night desks\n\nBy Anna\n\nHome\n\n{PROSE}", "draft.txt"),
        (f"Who we are\n\nContact\n\n{PROSE}", "draft.txt"),
        (f"- [First](#a)\n- [Second](#b)\n- [Third](#c)\n- [Fourth](#d)\n\n{PROSE}", "draft.md"),
        (
            f"{PROSE}\n\n## Sources\n\n- [A](https://a.org/1)\n- [B](https://b.org)\n- [C](u)\n- [D](u)",
            "a.md",
        ),
        (f"{PROSE}\n\nHome\n\n{PROSE}\n\nAbout us\n\n{PROSE}\n\nContact\n\n{PROSE}", "draft.txt"),
        ("She wants:\n\n- a home\n- contact.\n- news of her sister.", "draft.md"),
    ],
)
def test_what_is_no_menu(source: str, name: str) -> None:
    assert menus(source, name) == []


def test_it_is_one_finding_with_its_lines() -> None:
    source = f"Home\nAbout us\nDonate\nSearch\nContact us\n\nNight desks\n\n{PROSE}\n"
    [finding] = [one for one in findings(source) if one.rule == "page-furniture"]
    assert finding.case == "site"
    assert finding.values["lines"] == "Lines 1–5 look"
    assert source[slice(*finding.span)].startswith("Home\n")

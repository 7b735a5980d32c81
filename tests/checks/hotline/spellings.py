"""The usual ways to print a telephone number, and the same with one digit wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.hotline.services import dials
from factcheck.reference.schema import Channel, Hotline
from factcheck.telephones import SHORT
from factcheck.telephones.forms import calling_code
from factcheck.telephones.numbers import keypad

_NUMBER = re.compile(r"\d{3}")


def spellings(channel: Channel) -> Iterator[str]:
    """A number as its keeper prints it, bare, and grouped with blanks, dots, dashes and brackets."""
    yield channel.value
    if channel.e164 is None:
        yield dials(channel)
        return
    yield from (part.rstrip(")") for part in channel.value.split(" (") if len(keypad(part)) > SHORT)
    code = calling_code(channel.e164)
    national = channel.e164[1 + len(code) :]
    local = dials(channel)
    yield from (local, grouped(local, " "), grouped(local, "."), grouped(local, "-"), grouped(local, "\u00a0"))
    yield from (channel.e164, f"+{code} {grouped(national, ' ')}", f"00{code} {grouped(national, '-')}")
    if code == "1":
        area, office, line = national[:3], national[3:6], national[6:]
        yield from (f"({area}) {office}-{line}", f"{area}-{office}-{line}", f"{area}.{office}.{line}")
        yield from (f"1 ({area}) {office} {line}", f"1–{area}–{office}–{line}", f"1{area}-{office}-{line}")
    elif local.startswith("0"):
        yield from (f"+{code} (0){grouped(national, ' ')}", f"({local[:4]}) {local[4:]}")


def grouped(digits: str, separator: str) -> str:
    """Digits in threes from the left, the rest at the end: 0800 222 777, 888-373-7888."""
    head = len(digits) % 3 + 3 if len(digits) % 3 else 3
    rest = [digits[at : at + 3] for at in range(head, len(digits), 3)]
    return separator.join([digits[:head], *rest])


def one_digit_wrong(digits: str) -> Iterator[str]:
    """Every number that differs in one digit, that digit being one or five higher."""
    for at, digit in enumerate(digits):
        for more in (1, 5):
            yield f"{digits[:at]}{(int(digit) + more) % 10}{digits[at + 1 :]}"


def plain_name(hotline: Hotline) -> str | None:
    """A name of the service in which its number does not stand ("Know2Protect", not "SOS 15900")."""
    held = (hotline.name, *hotline.aliases)
    return next((name for name in held if not _NUMBER.search(name) and name[0].isupper()), None)

"""Bytes to text, as the editor shows it: the encoding a file has, declares or looks like.

UTF-8 is tried first and a declaration second, because files are re-saved as UTF-8 far more often than their
declaration is mended. What is left is legacy text: mostly plain ASCII is read as windows-1252, as browsers do
(WHATWG Encoding Standard), anything else is left to charset-normalizer. A guess always carries a warning.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from factcheck.errors import UserError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF; export its text, or check the file it was made from"),
    (b"PK\x03\x04", "a zip archive; if it is a Word document, give it the ending .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc); save it as .docx"),
    (b"{\\rtf", "an RTF document; save it as .docx"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_HEAD = 4096  # a declaration stands in the first 1,024 bytes, says the standard; be generous
_SAMPLE = 200_000  # bytes that suffice to recognise an encoding, and keep the guess linear
_MOSTLY_ASCII = 0.1  # at most this share of bytes beyond ASCII: a western text with some accents and quotes
_WESTERN = ("windows-1252", "mac-roman")
# What a page may declare: the legacy encodings of the WHATWG Encoding Standard, by Python's names. In all of them
# the characters of ASCII are themselves, so that a declaration cannot hide markup; Python knows others (UTF-7,
# EBCDIC, escapes) in which they are not.
_OF_THE_WEB: Final = frozenset((
    "utf-8", "cp866", "cp874", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
    "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "koi8-r", "koi8-u",
    "mac-roman", "mac-cyrillic", "gbk", "gb2312", "gb18030", "big5", "big5hkscs", "euc_jp", "shift_jis", "euc_kr",
))  # fmt: skip


class Decoded(NamedTuple):
    """The text of a file.

    Attributes:
        warnings: what was odd in reading it.
        encoding: the one it is in, by Python's name.
        marked: whether a byte order mark begins it.
    """

    text: str
    warnings: tuple[str, ...] = ()
    encoding: str = "utf-8"
    marked: bool = False


def decode(data: bytes, path: str, *, declares: bool = False) -> Decoded:
    """The text of a file, without its byte order mark.

    Args:
        data: the whole file.
        path: how messages name it.
        declares: whether the format can declare its encoding inside (HTML).

    Raises:
        UserError: the file is binary, or not text in its own encoding; names the offending byte's offset.
    """
    _refuse_binary(data, path)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding, path, skip=len(mark)), encoding=encoding, marked=True)
    _refuse_nul(data, path)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise _undecodable(path, "UTF-8", error.start) from None
        return _legacy(data, path, declares, error.start)


def encode(text: str, encoding: str, path: str, *, marked: bool = False) -> bytes:
    """A text as the bytes of a file: `decode` the other way round.

    Raises:
        UserError: the encoding lacks a character of the text; names it.
    """
    try:
        return (f"\ufeff{text}" if marked else text).encode(encoding)
    except UnicodeEncodeError as error:
        character = text[error.start - marked]
        raise UserError(
            f"“{character}” (U+{ord(character):04X}) cannot be written in {encoding}, the encoding of the file; "
            "save the file as UTF-8",
            path=path,
        ) from None


def _refuse_binary(data: bytes, path: str) -> None:
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise UserError(f"not a text file but {what}", path=path)


def _refuse_nul(data: bytes, path: str) -> None:
    at = data.find(b"\0")
    if at >= 0:
        raise UserError(f"not a text file: byte {at} is a NUL byte; if it is text, save it as UTF-8", path=path)


def _strictly(data: bytes, encoding: str, path: str, skip: int) -> str:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(path, encoding.upper(), skip + error.start) from None
    at = text.find("\0")
    if at >= 0:
        offset = skip + len(text[:at].encode(encoding))
        raise UserError(f"not a text file: a NUL character stands at byte {offset}", path=path)
    return text


def _undecodable(path: str, encoding: str, offset: int) -> UserError:
    return UserError(
        f"not readable as {encoding}: byte {offset} does not belong there; "
        "open the file in an editor, mend that place and save it as UTF-8",
        path=path,
    )


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether the file is UTF-8 with a few broken bytes rather than another encoding."""
    text = data.decode("utf-8", errors="surrogateescape")
    broken = sum(map(len, re.findall("[\udc80-\udcff]+", text)))
    sound = sum(map(len, re.findall("[^\x00-\x7f\udc80-\udcff]+", text)))
    return sound > broken


def _legacy(data: bytes, path: str, declares: bool, offset: int) -> Decoded:
    declared = _declared(data) if declares else None
    if declared == "utf-8":
        raise _undecodable(path, "UTF-8", offset)
    if declared is not None:
        try:
            return Decoded(data.decode(declared), (_warning(declared, "as it declares"),), declared)
        except UnicodeDecodeError as error:
            raise _undecodable(path, f"{declared}, which the file declares", error.start) from None
    for encoding in _candidates(data):
        try:
            return Decoded(data.decode(encoding), (_warning(encoding, "a guess"),), encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise _undecodable(path, "UTF-8, nor in any encoding we know", offset)


def _warning(encoding: str, why: str) -> str:
    return f"not UTF-8; read as {encoding} ({why}); save the file as UTF-8 to be sure"


def _declared(data: bytes) -> str | None:
    """The encoding that HTML or XML declares, None where it declares none that a page may be in."""
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    if name in ("iso8859-1", "ascii"):
        return "windows-1252"  # as browsers read the old names of western text: it has the typographic quotes
    return name if name in _OF_THE_WEB else None


def _candidates(data: bytes) -> tuple[str, ...]:
    sample = data[:_SAMPLE]
    beyond = len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))
    if beyond <= _MOSTLY_ASCII * len(sample):
        return _WESTERN
    from charset_normalizer import from_bytes  # here: seldom needed, and slow to import

    best = from_bytes(sample).best()
    return (best.encoding,) if best is not None else ()

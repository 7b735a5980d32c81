"""Looks into a Word file before anything unpacks it: bombs, locks and tricks are refused."""

from __future__ import annotations

import io
import zipfile
import zlib

from factcheck.errors import UserError

_XML_BYTES = 50_000_000  # a book is one or two million; parsed, it takes ten times the room
_ALL_BYTES = 500_000_000  # with its pictures
_ENTRIES = 10_000
_RATIO = 200  # XML shrinks to a tenth or a thirtieth; a bomb to a thousandth
_SMALL = 1_000_000  # bytes below which the ratio says nothing
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATIONS = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def check_word_file(data: bytes, path: str) -> None:
    """Refuse what is no sound Word file.

    Raises:
        UserError: it is locked by a password, damaged, larger inside than a text can be, declares entities
            or names files outside itself.
    """
    if data.startswith(_OLD_OFFICE):
        locked = _ENCRYPTED in data
        raise _refusal(
            "it is locked with a password; save a copy without one"
            if locked
            else "it is in the old .doc format; save it as .docx",
            path,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), path)
            for entry in archive.infolist():
                _check_entry(archive, entry, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise _refusal(f"it is damaged ({error}); open it in Word and save it again", path) from None


def _refusal(reason: str, path: str) -> UserError:
    return UserError(f"not readable as a Word document: {reason}", path=path)


def _check_sizes(entries: list[zipfile.ZipInfo], path: str) -> None:
    xml = sum(entry.file_size for entry in entries if _is_xml(entry))
    bomb = any(entry.file_size > max(_SMALL, _RATIO * entry.compress_size) for entry in entries)
    if (
        bomb
        or xml > _XML_BYTES
        or sum(entry.file_size for entry in entries) > _ALL_BYTES
        or len(entries) > _ENTRIES
    ):
        raise _refusal("it unpacks to far more than a text can be", path)


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        raise _refusal("it holds a file that would lie outside it", path)
    if entry.flag_bits & 1:
        raise _refusal("it is locked with a password; save a copy without one", path)
    if _is_xml(entry):
        content = archive.read(entry)
        if any(mark in content for mark in _DECLARATIONS):
            raise _refusal("it declares XML entities, which no Word document does", path)


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))

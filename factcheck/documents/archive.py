"""Looks into a Word or OpenDocument file before anything unpacks it: bombs, locks and tricks are refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NamedTuple

from docx.opc.exceptions import OpcError
from lxml import etree

from factcheck.errors import UserError

_XML_BYTES = 50_000_000  # a book is one or two million; parsed, it takes ten times the room
_ALL_BYTES = 500_000_000  # with its pictures
_ENTRIES = 10_000
_RATIO = 200  # XML shrinks to a tenth or a thirtieth; a bomb to a thousandth
_SMALL = 1_000_000  # bytes below which the ratio says nothing
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = "it is locked with a password; save a copy without one"
_OLD = "it is in the old .doc format; save it as .docx"
_MANIFEST = "META-INF/manifest.xml"
_LOCKED_PART = b"encryption-data"
_DECLARATIONS = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


class Kind(NamedTuple):
    """A kind of file that is an archive: what messages call it, and the program that mends it."""

    name: str
    program: str

    def refusal(self, reason: str, path: str) -> UserError:
        """What is said of a file that cannot be read."""
        mend = f"; open it in {self.program} and save it again" if reason.startswith("it is damaged") else ""
        return UserError(f"not readable as {self.name}: {reason}{mend}", path=path)


# What the libraries raise of XML that is no document of its kind: missing parts, attributes that are no numbers,
# elements where there are others. A fault that is not the file's is none of these.
DAMAGED = (
    KeyError,
    ValueError,
    IndexError,
    AttributeError,
    etree.LxmlError,
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
)

WORD = Kind("a Word document", "Word")
OPEN_DOCUMENT = Kind("an OpenDocument text", "LibreOffice")


def check_archive(data: bytes, path: str, kind: Kind) -> None:
    """Refuse what is no sound file of its kind.

    Raises:
        UserError: it is locked by a password, damaged, larger inside than a text can be, declares entities
            or names files outside itself.
    """
    if data.startswith(_OLD_OFFICE):
        raise kind.refusal(
            _LOCKED if _ENCRYPTED in data else "it is in the old .doc format; save it as .docx", path
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if not _is_small(archive.infolist()):
                raise kind.refusal("it unpacks to far more than a text can be", path)
            for entry in archive.infolist():
                if (reason := _reason_against(archive, entry)) is not None:
                    raise kind.refusal(reason, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise kind.refusal(f"it is damaged ({error})", path) from None


def _is_small(entries: list[zipfile.ZipInfo]) -> bool:
    xml = sum(entry.file_size for entry in entries if _is_xml(entry))
    bomb = any(entry.file_size > max(_SMALL, _RATIO * entry.compress_size) for entry in entries)
    everything = sum(entry.file_size for entry in entries)
    return not bomb and xml <= _XML_BYTES and everything <= _ALL_BYTES and len(entries) <= _ENTRIES


def _reason_against(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str | None:
    """Why a part of the archive speaks against all of it."""
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        return "it holds a file that would lie outside it"
    if entry.flag_bits & 1:
        return _LOCKED
    content = archive.read(entry) if _is_xml(entry) else b""
    if name == _MANIFEST:  # OpenDocument's list of parts; it is searched and never parsed
        return _LOCKED if _LOCKED_PART in content else None
    if any(mark in content for mark in _DECLARATIONS):
        return "it declares XML entities, which no such document does"
    return None


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels"))

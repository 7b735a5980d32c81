"""The validated corpus kept in the user's cache folder, keyed by the content of its files.

It is kept as JSON, not as a pickle, so that a tampered file can only fail to load. A damaged or half-written
cache is rebuilt; a folder that cannot be written is done without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from factcheck.files import cache_folder, replace_file
from factcheck.reference.corpus import Corpus

_FORM = "1"  # raise it when the schema changes, so that older caches are not read


def cached(texts: Iterable[Mapping[Path, str]], build: Callable[[], Corpus]) -> Corpus:
    """The corpus of these files from the cache, or built and kept there.

    Args:
        texts: each folder's files with their texts.
        build: makes the corpus; its errors pass through.
    """
    path = cache_folder() / f"corpus-{_key(texts)}.json"
    adapter = TypeAdapter(Corpus)
    with suppress(OSError, ValidationError, ValueError):
        return adapter.validate_json(path.read_bytes())
    corpus = build()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, adapter.dump_json(corpus, exclude_defaults=True))
    return corpus


def _key(texts: Iterable[Mapping[Path, str]]) -> str:
    digest = blake2b(_FORM.encode(), digest_size=16)
    for files in texts:
        for path, text in files.items():
            for part in (str(path), text):
                data = part.encode("utf-8", "surrogatepass")
                digest.update(len(data).to_bytes(8, "big") + data)
        digest.update(b"folder")
    return digest.hexdigest()

"""Styles, scripts and pictures: read once, their address holds their hash, so a browser fetches each only once."""

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).with_name("static")
_SUFFIXES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent; `packed` is empty where packing would gain nothing."""

    data: bytes
    packed: bytes
    media_type: str
    stamp: str


@cache
def assets() -> dict[str, Asset]:
    """Every file below `static`, by its path there."""
    return {
        path.relative_to(STATIC).as_posix(): _asset(path)
        for path in sorted(STATIC.rglob("*"))
        if path.suffix in _SUFFIXES
    }


def _asset(path: Path) -> Asset:
    data = path.read_bytes()
    packed = gzip.compress(data, 9, mtime=0)
    media = _SUFFIXES[path.suffix]
    return Asset(data, packed if len(packed) < len(data) else b"", media, sha256(data).hexdigest()[:12])

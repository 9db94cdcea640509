"""Pictures are what they say, of a kind that every program shows alike, and not larger than a page in print."""

import struct

from perdes_flow.errors import DocxRefused
from perdes_flow.word.gate.limits import PIXELS


def check_picture(data: bytes, name: str) -> None:
    """DocxRefused for another kind than PNG, JPEG, GIF or BMP, and for too many pixels."""
    if b"<svg" in data[:4096].lower():
        raise DocxRefused("SVG", {"part": name})
    size = _size_of(data)
    if size is None:
        raise DocxRefused("IMAGE_TYPE", {"part": name})
    width, height = size
    if width * height > PIXELS:
        raise DocxRefused("IMAGE_LIMIT", {"part": name, "width": width, "height": height})


def _size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the picture declares them; None where it is of no known kind."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _two(">II", data, 16)
        if data.startswith((b"GIF87a", b"GIF89a")):
            return _two("<HH", data, 6)
        if data.startswith(b"BM"):
            width, height = _two("<ii", data, 18)
            return abs(width), abs(height)
        return _jpeg_size(data) if data.startswith(b"\xff\xd8\xff") else None
    except struct.error:  # cut off in front of its size
        return None


def _two(form: str, data: bytes, place: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, data, place)
    return int(first), int(second)


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the first frame header; the segments in front of it say how long they are."""
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return None
        kind = data[place + 1]
        if kind in (0x01, 0xFF) or 0xD0 <= kind <= 0xD7:  # filling, or a marker without length
            place += 1 if kind == 0xFF else 2
            continue
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = _two(">HH", data, place + 5)
            return width, height
        place += 2 + struct.unpack_from(">H", data, place + 2)[0]
    return None

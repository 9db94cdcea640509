"""Photos without what the phone writes beside the picture: where it was taken, when, by which device, and a small copy.

Evidence of a consultation is seen by everybody who gets the dossier; where the photographer stood is nobody's business. The
picture itself is not touched; of everything else only what it needs to be shown aright stays: colours, and which way is up.
"""

import struct
import zlib
from collections.abc import Iterator

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"


class NoPicture(Exception):
    """The bytes are no whole JPEG or PNG."""


def kind_of(data: bytes) -> str | None:
    """The ending of the file's name; None for another kind of picture, or none at all."""
    return ".jpg" if data.startswith(JPEG) else ".png" if data.startswith(PNG) else None


def without_traces(data: bytes) -> bytes:
    """The same picture; NoPicture."""
    try:
        return _jpeg(data) if data.startswith(JPEG) else _png(data)
    except (struct.error, IndexError) as error:  # cut off
        raise NoPicture from error


# ---- JPEG: segments, each with a marker and its length, up to the end of the picture

_SCAN, _END = 0xDA, 0xD9
_EXIF, _ICC, _ADOBE = b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_COMMENT, _FIRST_APP, _LAST_APP = 0xFE, 0xE0, 0xEF


def _jpeg(data: bytes) -> bytes:
    kept, turned = [data[:2]], 1
    for marker, segment in _segments(data):
        if marker == 0xE1 and segment[4:].startswith(_EXIF):
            turned = _orientation(segment[10:])
        if _shows(marker, segment[4:]):
            kept.append(segment)
    if turned != 1:
        kept.insert(1, _only_orientation(turned))
    return b"".join(kept)


def _shows(marker: int, content: bytes) -> bool:
    """Whether the picture would look otherwise without the segment."""
    if marker == _FIRST_APP:  # JFIF: the first words of every such file
        return content.startswith(b"JFIF\0")
    if marker == 0xE2:
        return content.startswith(_ICC)
    if marker == 0xEE:
        return content.startswith(_ADOBE)
    return marker != _COMMENT and not _FIRST_APP <= marker <= _LAST_APP


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each; what stands behind the end (a film, a second picture) is not given."""
    place = 2
    while True:
        while data[place] == 0xFF and data[place + 1] == 0xFF:  # filling
            place += 1
        if data[place] != 0xFF:
            raise NoPicture
        marker = data[place + 1]
        if marker == _END:
            yield marker, data[place : place + 2]
            return
        after = place + 2 + int(struct.unpack_from(">H", data, place + 2)[0])
        if marker == _SCAN:
            after = _behind_scan(data, after)
        if after > len(data):
            raise NoPicture
        yield marker, data[place:after]
        place = after


def _behind_scan(data: bytes, place: int) -> int:
    """Where the next marker stands; within the picture's own bytes FF is followed by 0 or by a restart."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise NoPicture
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2


_ORIENTATION = 0x0112


def _orientation(tiff: bytes) -> int:
    """Which way is up, 1 to 8; 1 where nobody says."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for entry in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * entry)
            if tag == _ORIENTATION and kind == 3 and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 1
    return 1


def _only_orientation(value: int) -> bytes:
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, value, 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    content = _EXIF + tiff
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


# ---- PNG: chunks, each with its length, its name and a checksum

_NEEDED = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"cHRM",
        b"gAMA",
        b"iCCP",
        b"sBIT",
        b"sRGB",
        b"bKGD",
        b"pHYs",
    }
)


def _png(data: bytes) -> bytes:
    kept, place = [PNG], len(PNG)
    while True:
        (length,) = struct.unpack_from(">I", data, place)
        chunk, name = data[place : place + 12 + length], data[place + 4 : place + 8]
        if len(chunk) < 12 + length or zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            raise NoPicture
        if name in _NEEDED:
            kept.append(chunk)
        if name == b"IEND":
            return b"".join(kept)
        place += len(chunk)

"""ZIP archives read with suspicion and written the same way every time.

The directory is read by hand, because readers of ZIP files disagree about crooked ones: what one program shows,
another does not. An archive that could be read in two ways is refused. Declared sizes are upper bounds, never trusted.
"""

import struct
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from perdes_flow.errors import DocxRefused


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold. Sizes in bytes after inflation; `ratio` counts for entries over 1 MB only."""

    entries: int
    entry_bytes: int
    total_bytes: int
    ratio: int


#: What any Word file that people write stays far below; the gate is stricter.
GENEROUS = Limits(entries=10_000, entry_bytes=256 << 20, total_bytes=1 << 30, ratio=1032)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the archive. `packed` bytes from `start` on inflate to `size` bytes with checksum `crc`."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


def read_directory(data: bytes, limits: Limits = GENEROUS) -> tuple[Entry, ...]:
    """The entries in directory order, folders left out. DocxRefused where the archive is broken, crooked or too big."""
    end = _end_record(data)
    count, length, offset = _directory_place(data, end)
    if count > limits.entries:
        raise DocxRefused("ZIP_MANY", {"count": count, "limit": limits.entries})
    headers = _headers(data, count, length, offset)
    entries = [_located(data, header, offset) for header in headers]
    _refuse_overlap(data, headers, entries, offset)
    _refuse_twins(header.name for header in headers)
    _refuse_bombs(entries, limits)
    return tuple(entry for entry in entries if not entry.name.endswith("/"))


def part_key(name: str) -> str:
    """What two names of the same part have in common: names of parts ignore case and percent signs."""
    return unquote(name).casefold()


def inflate(data: bytes, entry: Entry) -> bytes:
    """The bytes of one entry: never more than it declared, whatever the stream holds. DocxRefused if they do not fit."""
    packed = data[entry.start : entry.start + entry.packed]
    content = packed if entry.method == STORED else _inflated(packed, entry)
    if len(content) != entry.size:
        raise DocxRefused("ZIP_SIZE_LIE", {"part": entry.name, "declared": entry.size})
    if zlib.crc32(content) != entry.crc:
        raise DocxRefused("ZIP_CRC", {"part": entry.name})
    return content


@dataclass(frozen=True, slots=True)
class Packed:
    """One entry ready for writing: `stream` is what stands in the file."""

    name: str
    method: int
    crc: int
    size: int
    stream: bytes


def compress(name: str, content: bytes) -> Packed:
    """Deflate (level 6, as Word does); stored where that does not make it smaller."""
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    stream = deflater.compress(content) + deflater.flush()
    if len(stream) < len(content):
        return Packed(name, DEFLATED, zlib.crc32(content), len(content), stream)
    return Packed(name, STORED, zlib.crc32(content), len(content), content)


def as_packed(data: bytes, entry: Entry) -> Packed:
    """An entry of an archive as it stands there, to be copied without deflating it again."""
    stream = data[entry.start : entry.start + entry.packed]
    return Packed(entry.name, entry.method, entry.crc, entry.size, stream)


def write_archive(entries: Iterable[Packed]) -> bytes:
    """A ZIP file with these entries in this order, all dated 1980-01-01 00:00, without any other metadata."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    count = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else UTF8_NAME
        common = struct.pack(
            "<HHHHIIIHH",
            flags,
            entry.method,
            0,
            DATE_1980,
            entry.crc,
            len(entry.stream),
            entry.size,
            len(name),
            0,
        )
        local = LOCAL_SIGNATURE + VERSION_20 + common + name
        directory.append(
            DIRECTORY_SIGNATURE + VERSION_20 * 2 + common + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name
        )
        files += (local, entry.stream)
        offset += len(local) + len(entry.stream)
        count += 1
    listing = b"".join(directory)
    end = END_SIGNATURE + struct.pack("<HHHHIIH", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*files, listing, end))


# ---- the end record and the directory

STORED, DEFLATED, LEVEL = 0, 8, 6
LOCAL_SIGNATURE, DIRECTORY_SIGNATURE, END_SIGNATURE = b"PK\3\4", b"PK\1\2", b"PK\5\6"
END64_SIGNATURE, LOCATOR64_SIGNATURE = b"PK\6\6", b"PK\6\7"
VERSION_20 = struct.pack("<H", 20)
DATE_1980 = 0x21
# Flag bits; encryption is plain, strong, or masks the headers.
ENCRYPTED, DESCRIPTOR, PATCHED, UTF8_NAME = 0x2041, 0x8, 0x20, 0x800
LONGEST_NAME = 255
OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True, slots=True)
class _Header:
    """What the directory says of an entry; `offset` is where its local header should be."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def _end_record(data: bytes) -> int:
    """Where the one end record stands."""
    if not data:
        raise DocxRefused("EMPTY")
    if data.startswith(OLE_SIGNATURE):
        raise DocxRefused("IS_OLE")
    found = [place for place in _places(data, END_SIGNATURE, len(data) - 65557) if _is_end(data, place)]
    if not found:
        raise DocxRefused("NOT_ZIP")
    if len(found) > 1:
        raise DocxRefused("ZIP_EOCD")
    if not data.startswith((LOCAL_SIGNATURE, END_SIGNATURE)):
        raise DocxRefused("ZIP_PREFIX")
    (comment,) = struct.unpack_from("<H", data, found[0] + 20)
    if found[0] + 22 + comment != len(data):
        raise DocxRefused("NOT_ZIP")
    return found[0]


def _places(data: bytes, signature: bytes, first: int) -> Iterable[int]:
    place = data.find(signature, max(first, 0))
    while place >= 0:
        yield place
        place = data.find(signature, place + 1)


def _is_end(data: bytes, place: int) -> bool:
    """Four letters can occur by chance in packed data; then no directory stands where they point."""
    if place + 22 > len(data):
        return False
    count, length, offset, comment = struct.unpack_from("<HIIH", data, place + 10)
    if place + 22 + comment == len(data):
        return True
    return offset + length <= place and (count == 0 or data[offset : offset + 4] == DIRECTORY_SIGNATURE)


def _directory_place(data: bytes, end: int) -> tuple[int, int, int]:
    """Number of entries, length and offset of the directory, which must end where the end record begins."""
    disk, disk2, here, count, length, offset = struct.unpack_from("<HHHHII", data, end + 4)
    stop = end
    if data[end - 20 : end - 16] == LOCATOR64_SIGNATURE:
        stop, count, length, offset = _directory_place64(data, end, (count, length, offset))
    elif here != count or disk or disk2:
        raise DocxRefused("ZIP_HEADER", {"part": ""})
    if count == 0:
        raise DocxRefused("ZIP_NO_PARTS")
    if offset + length != stop:
        raise DocxRefused("ZIP_PREFIX" if offset + length < stop else "NOT_ZIP")
    return count, length, offset


def _directory_place64(data: bytes, end: int, small: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """The same from the 64-bit record, which must agree with the small one wherever that one speaks."""
    place = end - 76
    if place < 0 or data[place : place + 4] != END64_SIGNATURE:
        raise DocxRefused("ZIP_EOCD")
    count, length, offset = struct.unpack_from("<QQQ", data, place + 32)
    for said, meant, unknown in zip(
        small, (count, length, offset), (0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF), strict=True
    ):
        if said not in (meant, unknown):
            raise DocxRefused("ZIP_EOCD")
    return place, count, length, offset


def _headers(data: bytes, count: int, length: int, offset: int) -> list[_Header]:
    headers = []
    place, stop = offset, offset + length
    for _ in range(count):
        if place + 46 > stop or data[place : place + 4] != DIRECTORY_SIGNATURE:
            raise DocxRefused("ZIP_HEADER", {"part": ""})
        sizes = struct.unpack_from("<HHH", data, place + 28)
        following = place + 46 + sum(sizes)
        if following > stop:
            raise DocxRefused("ZIP_HEADER", {"part": ""})
        headers.append(_header(data[place:following], *sizes[:2]))
        place = following
    if place != stop:
        raise DocxRefused("ZIP_HEADER", {"part": ""})
    return headers


def _header(record: bytes, name_length: int, extra_length: int) -> _Header:
    made_by, _, flags, method, _, crc, packed, size = struct.unpack_from("<HHHHIIII", record, 4)
    attributes, offset = struct.unpack_from("<II", record, 38)
    raw_name = record[46 : 46 + name_length]
    name = _checked_name(raw_name, flags)
    extra = record[46 + name_length : 46 + name_length + extra_length]
    size, packed, offset = _sizes64(extra, size, packed, offset)
    if flags & ENCRYPTED:
        raise DocxRefused("ZIP_ENCRYPTED")
    if method not in (STORED, DEFLATED) or flags & PATCHED:
        raise DocxRefused("ZIP_METHOD", {"part": name})
    if made_by >> 8 == 3 and attributes >> 28 == 0xA:  # made on Unix, a symbolic link
        raise DocxRefused("ZIP_PATH", {"part": name})
    if name.endswith("/") and size:
        raise DocxRefused("ZIP_PATH", {"part": name})
    return _Header(name, raw_name, flags, method, crc, packed, size, offset)


def _checked_name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode() if flags & UTF8_NAME or raw.isascii() else raw.decode("cp437")
    except UnicodeDecodeError as error:
        raise DocxRefused("ZIP_PATH", {"part": raw[:60].decode("ascii", "backslashreplace")}) from error
    steps = name.removesuffix("/").split("/")
    if (
        len(raw) > LONGEST_NAME
        or any(step in ("", ".", "..") for step in steps)
        or any(sign in "\\:" or unicodedata.category(sign) in ("Cc", "Cf") for sign in name)
    ):
        raise DocxRefused("ZIP_PATH", {"part": name[:60].encode("ascii", "backslashreplace").decode()})
    return name


def _sizes64(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """Sizes of 0xFFFFFFFF stand in the extra field number 1, in this order."""
    values = [size, packed, offset]
    if 0xFFFFFFFF not in values:
        return size, packed, offset
    place = 0
    while place + 4 <= len(extra):
        tag, length = struct.unpack_from("<HH", extra, place)
        if tag == 1:
            numbers = list(
                struct.unpack_from(f"<{length // 8}Q", extra[place + 4 : place + 4 + length].ljust(length))
            )
            values = [numbers.pop(0) if v == 0xFFFFFFFF and numbers else v for v in values]
            break
        place += 4 + length
    return values[0], values[1], values[2]


# ---- what makes an archive crooked


def _refuse_twins(names: Iterable[str]) -> None:
    """Two names of one part: readers would pick different contents."""
    seen: set[str] = set()
    for name in names:
        key = part_key(name)
        if key in seen:
            raise DocxRefused("ZIP_DUP", {"part": name})
        seen.add(key)


def _located(data: bytes, header: _Header, stop: int) -> Entry:
    """The entry behind a directory header; its local header must tell the same story."""
    place = header.offset
    if place + 30 > stop or data[place : place + 4] != LOCAL_SIGNATURE:
        raise DocxRefused("ZIP_HEADER", {"part": header.name})
    _, flags, method, _, _, crc, packed, size, name_length, extra_length = struct.unpack_from(
        "<HHHHHIIIHH", data, place + 4
    )
    start = place + 30 + name_length + extra_length
    extra = data[place + 30 + name_length : start]
    size, packed, _ = _sizes64(extra, size, packed, 0)
    same = data[place + 30 : place + 30 + name_length] == header.raw_name and method == header.method
    told = (crc, packed, size)
    expected = (header.crc, header.packed, header.size)
    if flags & DESCRIPTOR and told == (0, 0, 0):  # written as a stream: the sizes follow the data
        told = expected
    if not same or told != expected or (flags ^ header.flags) & ENCRYPTED:
        raise DocxRefused("ZIP_HEADER", {"part": header.name})
    if start + header.packed > stop:
        raise DocxRefused("ZIP_OVERLAP", {"part": header.name})
    return Entry(header.name, header.method, header.crc, header.packed, header.size, start)


def _refuse_overlap(data: bytes, headers: list[_Header], entries: list[Entry], stop: int) -> None:
    """No byte belongs to two entries, and no entry hides between two others."""
    spans = sorted((h.offset, e.start + e.packed, e.name) for h, e in zip(headers, entries, strict=True))
    if spans[0][0] != 0:
        raise DocxRefused("ZIP_PREFIX")
    for (_, end, name), (following, _, _) in zip(spans, [*spans[1:], (stop, 0, "")], strict=True):
        if following < end:
            raise DocxRefused("ZIP_OVERLAP", {"part": name})
        if LOCAL_SIGNATURE in data[end:following]:
            raise DocxRefused("ZIP_HEADER", {"part": name})


def _refuse_bombs(entries: list[Entry], limits: Limits) -> None:
    for entry in entries:
        swollen = entry.size > 1 << 20 and entry.size > limits.ratio * max(entry.packed, 1)
        if entry.size > limits.entry_bytes or swollen:
            raise DocxRefused("ZIP_RATIO", {"part": entry.name, "size": entry.size})
        if entry.method == STORED and entry.packed != entry.size:
            raise DocxRefused("ZIP_SIZE_LIE", {"part": entry.name, "declared": entry.size})
    total = sum(entry.size for entry in entries)
    if total > limits.total_bytes:
        raise DocxRefused("ZIP_RATIO", {"part": "", "size": total})


def _inflated(packed: bytes, entry: Entry) -> bytes:
    inflater = zlib.decompressobj(-15)
    try:
        # one byte more than declared is enough to see a lie, and never more is allocated
        content = inflater.decompress(packed, entry.size + 1)
        if len(content) <= entry.size and not inflater.eof:
            content += inflater.decompress(inflater.unconsumed_tail, 1)
    except zlib.error as error:
        raise DocxRefused("ZIP_CRC", {"part": entry.name}) from error
    if len(content) <= entry.size and not inflater.eof:
        raise DocxRefused("ZIP_CRC", {"part": entry.name})
    return content

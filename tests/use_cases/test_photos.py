"""A photo of a consultation does not tell where its maker stood, and is shown as before."""

import struct
import zlib

import pytest

from perdes_flow.use_cases.photos import NoPicture, kind_of, without_traces

WHERE = b"8\xc2\xb008'00 S 112\xc2\xb013'00 E"
SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\xff\x00\x34\xff\xd0\x56"
TABLE = b"\xff\xdb\x00\x05\x00\x01\x02"


def segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def exif(order: str, orientation: int) -> bytes:
    """As a phone writes it: which way is up, its name, and where it was."""
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack(
        f"{order}HHII", 0x8825, 4, 1, 38
    )
    tiff = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IH", 8, 2) + entries + b"\0" * 4
    return segment(0xE1, b"Exif\0\0" + tiff + WHERE)


def jpeg(*extra: bytes) -> bytes:
    jfif = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    return b"\xff\xd8" + jfif + b"".join(extra) + TABLE + SCAN + TABLE + SCAN + b"\xff\xd9"


def png(*extra: tuple[bytes, bytes]) -> bytes:
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), *extra]
    chunks += [(b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.mark.parametrize("order", ["<", ">"])
def test_place_device_and_film_go_and_the_way_up_stays(order: str) -> None:
    xmp, iptc, note = (
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + WHERE),
        segment(0xED, WHERE),
        segment(0xFE, WHERE),
    )
    film = b"\0\0\0\x18ftypmp42" + WHERE
    plain = without_traces(jpeg(exif(order, 6), xmp, iptc, note) + film)
    assert WHERE not in plain
    turned = segment(0xE1, b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, 6, 0, 0))
    assert plain == jpeg()[:2] + turned + jpeg()[2:]


def test_a_photo_without_such_things_stays_as_it_is() -> None:
    colours = segment(0xE2, b"ICC_PROFILE\0\x01\x01warna")
    for whole in (jpeg(), jpeg(colours), png(), png((b"gAMA", b"\0\0\xb1\x8f"))):
        assert without_traces(whole) == whole
    assert without_traces(jpeg(exif("<", 1))) == jpeg()


def test_words_and_places_in_a_png_go() -> None:
    extra = (b"eXIf", WHERE), (b"tEXt", b"Comment\0" + WHERE), (b"tIME", b"\x07\xea\x01\x1c\x09\0\0")
    assert without_traces(png(*extra) + WHERE) == png()


@pytest.mark.parametrize("whole", [jpeg(exif("<", 6)), png((b"tEXt", WHERE))], ids=["jpeg", "png"])
def test_a_photo_cut_off_anywhere_is_none(whole: bytes) -> None:
    assert kind_of(whole)
    for length in range(3, len(whole)):
        if kind_of(whole[:length]):
            with pytest.raises(NoPicture):
                without_traces(whole[:length])

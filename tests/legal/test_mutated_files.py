"""Word files with bytes, tags and words broken at random: read, outlined and linted, or refused in a sentence; never a crash.

All two thousand: python -m pytest tests/legal/test_mutated_files.py --nightly
"""

import random
import re
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from perdes_flow.errors import Refusal
from perdes_flow.legal.outline import outline
from perdes_flow.use_cases.linting import check_file, with_comments, with_mends
from perdes_flow.use_cases.references import references_in

SAMPLE = (
    Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi" / "v3-setelah-pembahasan-bpd.docx"
)
ON = date(2026, 11, 24)


def mutated(docx: bytes, rnd: random.Random) -> bytes:
    """The file with one to six of its places broken: in the package, in the XML, or in the words."""
    if rnd.random() < 0.15:
        broken = bytearray(docx)
        for _ in range(rnd.randint(1, 6)):
            broken[rnd.randrange(len(broken))] = rnd.randrange(256)
        return bytes(broken[: rnd.randrange(1, len(broken))] if rnd.random() < 0.2 else broken)
    source, out = zipfile.ZipFile(BytesIO(docx)), BytesIO()
    target = rnd.choice(
        [n for n in source.namelist() if n.endswith((".xml", ".rels"))] + ["word/document.xml"] * 9
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name in source.namelist():
            data = source.read(name)
            package.writestr(
                name, _broken(data.decode("utf-8"), rnd).encode("utf-8") if name == target else data
            )
    return out.getvalue()


def _broken(xml: str, rnd: random.Random) -> str:
    for _ in range(rnd.randint(1, 6)):
        xml = rnd.choice((_word, _word, _paragraph, _tag, _attribute, _letter))(xml, rnd)
    return xml


_WORDS = ("Pasal", "BAB", "(1)", "a.", "MEMUTUSKAN:", "Menimbang", "LAMPIRAN", "PENJELASAN", "…", "", "\u200b", "Pasal 5 diubah sehingga berbunyi sebagai berikut:", "9" * 60, "x" * 3000)  # fmt: skip


def _word(xml: str, rnd: random.Random) -> str:
    found = list(re.finditer(r"(?<=>)[^<]+(?=</w:t>)", xml))
    return _put(xml, rnd.choice(found), rnd.choice(_WORDS)) if found else xml


def _paragraph(xml: str, rnd: random.Random) -> str:
    found = list(re.finditer(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", xml, re.DOTALL))
    if not found:
        return xml
    one, other = rnd.choice(found), rnd.choice(found)
    return _put(xml, one, rnd.choice(("", one[0] * 2, other[0])))


def _tag(xml: str, rnd: random.Random) -> str:
    found = list(re.finditer(r"<[^>]+>", xml))
    return _put(xml, rnd.choice(found), rnd.choice(("", "<w:p/>", "<w:ins>", "<!-- -->"))) if found else xml


def _attribute(xml: str, rnd: random.Random) -> str:
    found = list(re.finditer(r'(?<==")[^"]*(?=")', xml))
    return _put(xml, rnd.choice(found), rnd.choice(("", "-1", "99999999999", "x", "Ā"))) if found else xml


def _letter(xml: str, rnd: random.Random) -> str:
    place = rnd.randrange(len(xml))
    return xml[:place] + rnd.choice("<>&\"' \x0b\ud7ff") + xml[place + 1 :]


def _put(xml: str, found: re.Match[str], words: str) -> str:
    return xml[: found.start()] + words + xml[found.end() :]


def survives(docx: bytes) -> bool:
    """True where the file was read, False where it was refused in a sentence; anything else is a crash."""
    try:
        checked = check_file(docx, name="naskah.docx", state="penyusunan", on=ON)
        references_in(docx)
    except Refusal:
        return False
    outline(checked.naskah).model_dump()
    assert checked.findings or checked.naskah.is_regulation
    return True


def run(seeds: range) -> int:
    docx = SAMPLE.read_bytes()
    return sum(survives(mutated(docx, random.Random(f"mutasi {seed}"))) for seed in seeds)


def test_a_few_broken_files_are_read_or_refused() -> None:
    assert 0 < run(range(40)) < 40


@pytest.mark.nightly
def test_two_thousand_broken_files_are_read_or_refused() -> None:
    assert 0 < run(range(2000)) < 2000


@pytest.mark.parametrize("seed", range(3))
def test_what_can_be_read_can_be_commented_and_mended(seed: int) -> None:
    rnd = random.Random(f"catatan {seed}")
    docx = mutated(SAMPLE.read_bytes(), rnd)
    try:
        checked = check_file(docx, name="naskah.docx", state="penyusunan", on=ON)
    except Refusal:
        return
    at = datetime(2026, 11, 24, tzinfo=UTC)
    assert with_comments(checked, at)
    assert with_mends(checked, at).docx

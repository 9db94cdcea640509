"""Every word, number, date and name of every paper is in the record, in the template, or is a count of what is there."""

import ast
import re
import unicodedata
import zipfile
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

from num2words import num2words
from papers.conftest import Issued

from perdes_flow.papers.kinds import PAPERS

ROOT = Path(__file__).parents[2]
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
_SIDIK = re.compile(r"\b[0-9A-F]{4}(?: [0-9A-F]{4}){3,7}\b")
_COUNTED = re.compile(r"(?<!RT )\b([1-9]\d*|0) \(([a-z ]+)\)")
_SIGNED = re.compile(r'<w:u w:val="single"/></w:rPr><w:t[^>]*>([^<]+)</w:t>')


def test_the_demo_makes_every_paper_of_an_ordinary_procedure(issued: list[Issued]) -> None:
    # at a deadlock, where the BPD proposes, after a correction, at a withdrawal, for a Peraturan Kepala Desa
    never = {
        "catatan_permasalahan",
        "usulan_anggota_bpd",
        "persetujuan_bpd",
        "surat_penarikan",
        "berita_desa",
    }
    assert {paper.kind for paper in issued} == set(PAPERS) - never


def test_every_word_and_number_is_in_the_record_or_in_the_template(issued: list[Issued]) -> None:
    vocabulary = _words(_constants())
    for paper in issued:
        template = _text((ROOT / "perdes_flow" / "papers" / "templat" / f"{paper.kind}.docx").read_bytes())
        record = _record_text(paper)
        known = vocabulary | _words(template) | _words(record) | _number_words()
        numbers = set(re.findall(r"\d+", record + template + _constants())) | _counts(paper)
        text = _SIDIK.sub(" ", _text(paper.docx))
        strange = _words(text) - known
        assert not strange, (paper.kind, strange)
        odd = {str(int(number)) for number in re.findall(r"\d+", text)} - {str(int(n)) for n in numbers}
        assert not odd, (paper.kind, odd)


def test_every_date_is_a_date_of_the_record(issued: list[Issued]) -> None:
    seen = 0
    for paper in issued:
        dates = {date.fromisoformat(found) for found in re.findall(r"\d{4}-\d\d-\d\d", _record_text(paper))}
        told = " ".join(str(value) for fact in paper.before for value in _values(fact))
        named = {_day(*found) for found in _DATE.findall(told)}
        for found in _DATE.findall(_text(paper.docx)):
            assert _day(*found) in dates | named, (paper.kind, found)
            seen += 1
    assert seen > 40


def test_every_fingerprint_is_one_of_the_record(issued: list[Issued]) -> None:
    seen = 0
    for paper in issued:
        hashes = {h.upper() for h in re.findall(r"[0-9a-f]{64}", _record_text(paper))}
        for found in _SIDIK.findall(_text(paper.docx)):
            digits = found.replace(" ", "")
            if len(digits) == 16:  # eight groups are the root of the whole log, which no fact holds
                assert any(h.startswith(digits) for h in hashes), (paper.kind, found)
                seen += 1
    assert seen > 2 * len(issued)


def test_numbers_and_their_words_agree(issued: list[Issued]) -> None:
    pairs = [pair for paper in issued for pair in _COUNTED.findall(_text(paper.docx))]
    assert len(pairs) > 40
    for number, words in pairs:
        assert num2words(int(number), lang="id") == words


def test_who_signs_is_in_office_and_stands_without_degrees(issued: list[Issued]) -> None:
    for paper in issued:
        names = {fact["name"].upper() for fact in paper.before if fact["type"] == "person_added"}
        signed = set(_SIGNED.findall(_part(paper.docx, "word/document.xml"))) - {"DAFTAR UNDANGAN"}
        signed = {name for name in signed if not name.startswith("NOTULEN ")}
        assert signed, paper.kind
        assert signed <= names, (paper.kind, signed)


def test_the_bill_of_the_vote_is_that_of_the_votes_cast(issued: list[Issued]) -> None:
    (paper,) = [one for one in issued if one.kind == "berita_acara_kesepakatan"]
    votes = [fact["choice"] for fact in paper.before if fact["type"] == "vote_cast"]
    yes, no = votes.count("setuju"), votes.count("tidak")
    assert f"setuju {yes} (tujuh), tidak setuju {no} (satu), abstain 0 (nol)" in _text(paper.docx)
    assert "Jumat tanggal tiga belas bulan Maret tahun dua ribu dua puluh enam" in _text(paper.docx)


def test_every_paper_carries_fingerprint_and_receipt(issued: list[Issued]) -> None:
    for paper in issued:
        foot = re.sub(r"<[^>]+>", "", _part(paper.docx, "word/footer1.xml"))
        assert re.search(r"Naskah versi \d+, sidik teks (?:[0-9A-F]{4} ?){4}", foot), paper.kind
        assert re.search(r"Dibuat dari catatan no\. \d+, sidik (?:[0-9A-F]{4} ?){4}", foot), paper.kind


def _record_text(paper: Issued) -> str:
    """All values of the facts up to the paper, with the day it was made and the record it was made from."""
    told = [str(value) for fact in paper.before for value in _values(fact)]
    return " ".join([*told, str(paper.entry.act.at.date()), str(paper.entry.seq - 1), *paper.hashes])


def _values(fact: Any) -> list[Any]:
    if isinstance(fact, dict):
        return [value for inner in fact.values() for value in _values(inner)]
    if isinstance(fact, list):
        return [value for inner in fact for value in _values(inner)]
    return [fact]


def _counts(paper: Issued) -> set[str]:
    """What can be counted in the record, by another way than the papers count it."""
    facts = paper.before
    kinds = [fact["type"] for fact in facts]
    members = sum(1 for f in facts if f["type"] == "office_assigned" and "bpd" in f["office"])
    bodies = [len(f["present"]) for f in facts if f["type"] == "attendance_recorded"]
    bodies += [len(f["guests"]) for f in facts if f["type"] in ("guests_attended", "meeting_called")]
    votes = [
        sum(1 for f in facts if f["type"] == k and f["choice"] == c)
        for k in ("vote_cast", "pasal_vote_cast")
        for c in ("setuju", "tidak", "abstain")
    ]
    answers = [
        sum(1 for f in facts if f["type"] == "input_answered" and f["outcome"] == o)
        for o in ("diterima", "sebagian", "ditolak")
    ]
    counted = [
        kinds.count("input_received"),
        kinds.count("comment_opened"),
        members,
        *bodies,
        *votes,
        *answers,
    ]
    counted += [
        sum(bodies[-2:]),
        -(-2 * members // 3),
    ]  # residents' meeting: people and guests; quorum of two thirds
    sitting = [len(set(f["present"]) - _heads(facts)) for f in facts if f["type"] == "attendance_recorded"]
    counted += [*sitting, *(present // 2 + 1 for present in sitting)]
    rows = max([1, *bodies, kinds.count("input_received")])
    return {str(n) for n in [*counted, *range(1, rows + 1), len(facts) - 1]}


def _heads(facts: list[dict[str, Any]]) -> set[str]:
    return {f["person"] for f in facts if f["type"] == "office_assigned" and "bpd" not in f["office"]}


def _day(day: str, month: str, year: str) -> date:
    return date(int(year), MONTHS.index(month) + 1, int(day))


def _constants() -> str:
    """The words that the program itself puts into papers: every string in the rooms that make them."""
    files = [
        *(ROOT / "perdes_flow" / "papers").glob("*.py"),
        *((ROOT / "perdes_flow" / "domain" / n) for n in ("words.py", "local_time.py")),
    ]
    trees = [ast.parse(file.read_text("utf-8")) for file in files if file.name != "specimen.py"]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return " ".join(node.value for node in nodes if isinstance(node.value, str))


def _number_words() -> set[str]:
    return {word for n in range(2100) for word in num2words(n, lang="id").split()}


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text))}


def _text(docx: bytes) -> str:
    parts = [_part(docx, name) for name in ("word/document.xml", "word/footer1.xml")]
    spaced = re.sub(r"</w:p>|<w:tab/>|<w:br/>", " ", " ".join(parts))
    return unescape(re.sub(r"<[^>]+>", "", spaced))


def _part(docx: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return archive.read(name).decode("utf-8")

"""Out as Akoma Ntoso and in again: valid, nothing lost, every unit the same, for whatever text the parser can read."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from generated_regulations import blocks_from, load_generator
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_code import Code, explained_lines
from lxml import etree
from word_manners import docx_of

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah, Unit
from perdes_flow.publication.akn import read_akn, write_akn
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read

Faults = Callable[[bytes], list[str]]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "drafts" / "contoh" / "pelindungan-pmi").glob("v*.docx"))


@pytest.fixture(scope="session")
def legal_cases(shared: Path) -> ModuleType:
    return load_generator(shared)


def checked(naskah: Naskah, faults: Faults) -> etree._Element:
    """The XML of a text after the two questions that hold for every text: is it valid, is it the same when read again?"""
    xml = write_akn(naskah)
    assert faults(xml) == []
    assert read_akn(xml).roots == naskah.roots
    return etree.fromstring(xml)


TEXTS = sorted((ROOT / "tests" / "legal" / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_regulations_that_change_others_and_in_other_manners_are_the_same_again(
    path: Path, faults: Faults
) -> None:
    checked(parse(blocks_of(path.read_text(encoding="utf-8"))), faults)


MANNERS = sorted((ROOT / "tests" / "legal" / "manners").glob("*.txt"))


@pytest.mark.parametrize("path", MANNERS, ids=lambda path: path.stem)
def test_word_files_in_the_manners_of_villages_are_the_same_again(path: Path, faults: Faults) -> None:
    naskah = parse(read(admit(docx_of(path.read_text(encoding="utf-8")))))
    root = checked(naskah, faults)
    # MENIMBANG is the kind of a unit, no part of its text: the XML shows it as Menimbang
    assert _folded(words_in_the_xml(root)) == _folded(words_on_the_page(naskah))


def _folded(words: Counter[str]) -> Counter[str]:
    return Counter(word.casefold() for word in words.elements())


def test_a_second_change_names_the_regulation_that_it_changes_and_quotes_each_new_pasal(
    faults: Faults,
) -> None:
    path = next(path for path in MANNERS if path.stem == "perubahan-kedua")
    root = checked(parse(read(admit(docx_of(path.read_text(encoding="utf-8"))))), faults)
    active = [ref.get("href") for ref in root.iter(AKN + "activeRef")]
    assert active == ["/akn/id/act/perdes/desa-sukamaju-kabupaten-cirebon/2025/5"]
    quoted = [
        article.get("eId")
        for one in root.iter(AKN + "quotedStructure")
        for article in one.iter(AKN + "article")
    ]
    assert quoted == ["art_I__para_1__point_1__qstr_1__art_3", "art_I__para_1__point_2__qstr_1__art_4A"]


def test_roman_and_bracketed_list_numbers_are_kept(faults: Faults) -> None:
    text = "Pasal 1\nSyarat:\na. umum:\ni. sehat;\nii. jujur; dan\nb. khusus.\nPasal 2\nSyarat:\n(a) sehat; dan\n(b) jujur."
    root = checked(parse(blocks_of(text)), faults)
    assert [num.text for point in root.iter(AKN + "point") if (num := point.find(AKN + "num")) is not None] == [
        "a.", "i.", "ii.", "b.", "(a)", "(b)",
    ]  # fmt: skip


@pytest.mark.parametrize("printed", [False, True])
def test_a_code_with_books_is_the_same_again(printed: bool, faults: Faults) -> None:
    code = Code(9, pasal=120)
    checked(parse(blocks_of("\n".join(code.printed() if printed else code.lines()))), faults)


def test_a_code_with_its_explanation_is_the_same_again(faults: Faults) -> None:
    code = Code(8, pasal=60)
    root = checked(parse(blocks_of("\n".join([*code.lines(), *explained_lines(code.explanation())]))), faults)
    assert len(root.findall(f".//{AKN}attachment//{AKN}article")) == 60


def words_on_the_page(naskah: Naskah) -> Counter[str]:
    return _words(block.shown for block in naskah.blocks)


def words_in_the_xml(root: etree._Element) -> Counter[str]:
    """What the XML shows, read without our own reader."""
    act = root[0]
    act.remove(act[0])
    for doc in act.iter(f"{AKN}doc"):
        doc.remove(doc[0])
    saying = [f"{AKN}{tag}" for tag in ("p", "num", "heading", "block")]
    return _words(
        "".join(element.itertext())
        for element in act.iter(saying)
        if all(element.find(f".//{AKN}{inner}") is None for inner in ("p", "quotedStructure"))
    )


def _words(texts: Iterator[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_draft_loses_no_word_in_any_of_its_versions(path: Path, faults: Faults) -> None:
    naskah = parse(read(admit(path.read_bytes())))
    assert words_in_the_xml(checked(naskah, faults)) == words_on_the_page(naskah)


@pytest.mark.parametrize("law", ["uu-12-2022.md", "uu-22-1999.md"])
def test_a_whole_law_is_valid_and_comes_back_the_same(shared: Path, faults: Faults, law: str) -> None:
    naskah = parse(blocks_of((shared / "law-texts" / law).read_text("utf-8")))
    root = checked(naskah, faults)
    articles = [article.findtext(f"{AKN}num") for article in root.find(f".//{AKN}body").iter(f"{AKN}article")]
    assert articles == [pasal.number for pasal in naskah.all_pasal()]


def test_the_laws_have_the_pasal_that_they_are_known_to_have(shared: Path) -> None:
    for law, last in (("uu-12-2022.md", 93), ("uu-22-1999.md", 134)):
        naskah = parse(blocks_of((shared / "law-texts" / law).read_text("utf-8")))
        root = etree.fromstring(write_akn(naskah))
        eids = {article.get("eId") for article in root.iter(f"{AKN}article")}
        assert {f"art_{number}" for number in range(1, last + 1)} <= eids


def test_texts_of_real_villages_come_back_the_same(shared: Path, faults: Faults) -> None:
    texts = sorted((shared / "perdes-texts").glob("*.txt"))
    assert texts
    for text in texts:
        checked(parse(blocks_of(text.read_text("utf-8"))), faults)


def renderings(cases: ModuleType, seed: int) -> Iterator[Any]:
    base = cases.Draft(cases.Words(seed), 60)
    yield from (cases.Rendering(base, auto) for auto in (False, True))
    yield from (cases.Rendering(draft, auto) for _, auto, draft in cases.hand_made(base))


@pytest.mark.parametrize("seed", [3, 17, 2026])
def test_generated_regulations_typed_and_automatic_lose_nothing(
    legal_cases: ModuleType, faults: Faults, seed: int
) -> None:
    for rendering in renderings(legal_cases, seed):
        naskah = parse(blocks_from(rendering))
        assert words_in_the_xml(checked(naskah, faults)) == words_on_the_page(naskah)


@pytest.mark.parametrize("automatic", [False, True])
def test_every_unit_stands_under_the_eid_that_its_address_gives(
    legal_cases: ModuleType, automatic: bool
) -> None:
    rendering = legal_cases.Rendering(legal_cases.Draft(legal_cases.Words(23), 60), automatic)
    root = etree.fromstring(write_akn(parse(blocks_from(rendering))))
    elements = {element.get("eId"): element for element in root.iter() if element.get("eId")}
    found = 0
    for uid, address in rendering.address.items():
        eid = _eid(Address.parse(address))
        node = rendering.nodes[uid]
        if not eid or node.kind == "pasal":
            continue
        element = elements.get(eid)
        if element is None:  # the only ayat of a Pasal: its address is that of the Pasal
            element = elements[re.sub(r"^(art_\w+?)(?=__|$)", r"\1__para_1", eid)]
        elif node.kind == "ayat" and element.tag == f"{AKN}article":
            element = elements[f"{eid}__para_1"]
        said = element.find(f"./{AKN}content/{AKN}p")
        said = element.find(f"./{AKN}intro/{AKN}p") if said is None else said
        said = element.find(f"./{AKN}p") if said is None else said
        said = element.find(f"./{AKN}heading") if said is None else said
        assert said is not None, address
        assert "".join(said.itertext()) == rendering.text(node), address
        found += 1
    assert found > 200


_REFS = {"bab": "chp", "pasal": "art", "ayat": "para", "huruf": "point", "angka": "point"}
_PARTS = {"menimbang": "preamble__recs_1__rec", "mengingat": "preamble__cits_1__cit"}


def _eid(address: Address) -> str:
    """The eId of an address by the naming convention, as a stranger would make it; "" for what is not looked at here."""
    first, *rest = address.steps
    if first.kind in _PARTS and len(rest) == 1:
        return f"{_PARTS[first.kind]}_{rest[0].value}"
    if any(step.kind not in _REFS for step in address.steps):
        return ""
    return "__".join(f"{_REFS[step.kind]}_{step.value}" for step in address.steps)


# ---- whatever stands in the file

PIECES = """\
Pasal 1|Pasal 2|Pasal 3A|Pasal I|Pasal …|BAB I|BAB II PENUTUP|KETENTUAN UMUM|Bagian Kesatu|Bagian Kedua Umum|Paragraf 1|BUKU KESATU
(1) Kepala Desa wajib.|(2) dan ayat|(2a) Sisipan.|a. satu;|b. dua; dan|c.|1. Satu:|2) dua|a) x|- butir|• butir|foo bar|Foo bar.
yang dimaksud dengan:|diubah sebagai berikut:|Menimbang: a. bahwa x;|Menimbang|Mengingat : 1. UU;|Memperhatikan: surat|Dengan Kesepakatan Bersama
MEMUTUSKAN:|Menetapkan: PERATURAN DESA|Agar setiap orang|Ditetapkan di X|pada tanggal 31 April 2026|pada tanggal 1 Mei 2026|LAMPIRAN|LAMPIRAN II
PENJELASAN|I. UMUM|II. PASAL DEMI PASAL|Ayat (1)|Huruf a Jelas.|Cukup jelas.|TENTANG|dan|T\tU|1\tA|x\t\ty|| & <a>|“Pasal 1 huruf a”|pada ayat (1)."""
junk = st.lists(st.sampled_from(PIECES.replace("\n", "|").split("|")) | st.text(max_size=12), max_size=30)


@given(junk)
@settings(max_examples=400, deadline=None)
def test_whatever_the_text_is_it_comes_back_the_same(faults: Faults, lines: list[str]) -> None:
    writable = re.sub("[\x00-\x08\x0e-\x1f\ufffe\uffff]", "", "\n".join(lines))
    naskah = parse(blocks_of(writable))
    if naskah.is_regulation:
        checked(naskah, faults)


def test_signs_that_xml_cannot_hold_are_replaced_and_the_rest_stays(faults: Faults) -> None:
    xml = write_akn(parse(blocks_of("BAB I\nUMUM\nPasal 1\nDesa \x01bersih \uffff.\n")))
    assert faults(xml) == []
    assert read_akn(xml).all_pasal()[0].children[0].text == "Desa \ufffdbersih \ufffd."


def test_units_where_no_draft_has_them_are_kept_all_the_same(faults: Faults) -> None:
    odd = Unit("larik", "7.", "baris bernomor", (Unit("huruf", "a.", "butir"), Unit("baris", "1.", "x | y")))
    table = Unit("tabel", "", "judul tabel", (Unit("baris", "", "a | b"),))
    bab = Unit("bab", "BAB I", "UMUM", (Unit("pasal", "Pasal 1", "", (Unit("ayat", "", "", (table, odd)),)),))
    roots = (
        Unit("judul", children=(Unit("larik", text="PERATURAN DESA CONTOH"), odd)),
        Unit(
            "pembukaan",
            children=(
                Unit("menimbang", text="pembuka", children=(odd,)),
                Unit("menetapkan", children=(odd,)),
            ),
        ),
        bab,
        Unit("penutup", text="kata sendiri", children=(odd, table)),
        Unit("penjelasan", text="kata sendiri", children=(odd, Unit("judul"))),
        Unit("lampiran", "LAMPIRAN II", "kata sendiri", (Unit("judul"), odd)),
        Unit("kotak teks", text="di tepi"),
    )
    checked(Naskah(roots), faults)


def test_a_regulation_of_which_only_the_opening_is_there_is_valid_too(faults: Faults) -> None:
    opening = Unit("pembukaan", children=(Unit("menimbang"),))
    checked(Naskah((opening,)), faults)
    checked(
        Naskah((opening, Unit("bab", "BAB I"), Unit("penutup"), Unit("penjelasan"), Unit("lampiran"))), faults
    )
    checked(Naskah((Unit("pasal", "Pasal 1"), Unit("penutup"))), faults)

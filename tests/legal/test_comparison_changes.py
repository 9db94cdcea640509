"""The list of changes: what a person is told, sentence by sentence."""

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.changes import BlockPairs, Change, list_changes
from perdes_flow.legal.parser import parse
from perdes_flow.legal.sentences import sentence
from perdes_flow.legal.units import Naskah


def naskah(text: str) -> Naskah:
    lines = [line.strip() for line in text.strip().splitlines()]
    return parse([Block("body", "word/document.xml", i, "", line) for i, line in enumerate(lines)])


OLD = """Pasal 1
Setiap rumah tangga wajib membayar iuran sampah sebesar Rp10.000,00 (sepuluh ribu rupiah) setiap bulan.
Pasal 2
Iuran sebagaimana dimaksud dalam Pasal 1 dicatat oleh bendahara Desa.
Pasal 3
Catatan sebagaimana dimaksud dalam Pasal 2 terbuka bagi setiap warga Desa."""

NEW = """Pasal 1
Setiap rumah tangga dapat membayar iuran sampah sebesar Rp15.000,00 (lima belas ribu rupiah) setiap bulan.
Pasal 2
Rumah tangga yang tidak mampu dibebaskan dari iuran.
Pasal 3
Iuran sebagaimana dimaksud dalam Pasal 1 dicatat oleh bendahara Desa.
Pasal 4
Catatan sebagaimana dimaksud dalam Pasal 3 terbuka bagi setiap warga Desa."""


def test_one_sentence_for_every_change_and_nothing_for_what_only_stands_lower() -> None:
    changes = list_changes(naskah(OLD), naskah(NEW), BlockPairs({0: 0, 1: 1, 4: 2, 5: 3, 6: 4, 7: 5}))
    assert [(change.unit, change.kind) for change in changes] == [
        ("Pasal 1", "changed"),
        ("Pasal 2", "inserted"),
        ("Pasal 2 -> Pasal 3", "renumbered"),
        ("Pasal 3 -> Pasal 4", "renumbered"),
        ("Pasal 4", "reference"),
    ]
    assert [change.sentence for change in changes] == [
        "Pasal 1: “wajib” menjadi “dapat”; “Rp10.000,00 (sepuluh ribu rupiah)” menjadi “Rp15.000,00 (lima belas ribu rupiah)”. "
        "Perhatikan: kata “wajib” hilang, kata “dapat” muncul.",
        "Pasal 2 ditambahkan: “Pasal 2 Rumah tangga yang tidak mampu dibebaskan dari iuran.”.",
        "Pasal 2 menjadi Pasal 3, hanya nomornya.",
        "Pasal 3 menjadi Pasal 4, hanya nomornya.",
        "Pasal 4: rujukan disesuaikan, “2” menjadi “3”.",
    ]


def test_a_reference_to_another_pasal_than_before_is_a_change_of_substance() -> None:
    new = OLD.replace("dalam Pasal 2 terbuka", "dalam Pasal 1 terbuka")
    changes = list_changes(naskah(OLD), naskah(new), BlockPairs({i: i for i in range(6)}))
    assert [(change.unit, change.kind) for change in changes] == [("Pasal 3", "changed")]


def test_a_deleted_pasal_bears_its_old_address_and_its_words() -> None:
    new = "\n".join(OLD.splitlines()[:4])
    (change,) = list_changes(naskah(OLD), naskah(new), BlockPairs({i: i for i in range(4)}))
    assert (change.unit, change.kind) == ("Pasal 3", "deleted")
    assert change.old.endswith("terbuka bagi setiap warga Desa.")
    assert change.new == ""


def test_a_change_as_plain_data() -> None:
    assert Change("Pasal 1", "format", "x").as_json() == {
        "unit": "Pasal 1",
        "kind": "format",
        "sentence": "x",
        "old": "",
        "new": "",
    }


def test_sentences_for_moves_cuts_and_joins() -> None:
    assert sentence("Pasal 30 -> Pasal 44", "moved", "", "") == "Pasal 30 dipindahkan menjadi Pasal 44."
    assert sentence("BAB II", "moved", "", "") == "BAB II dipindahkan."
    assert (
        sentence("Pasal 9 ayat (1) -> Pasal 9 ayat (1), Pasal 9 ayat (2)", "split", "", "")
        == "Pasal 9 ayat (1) dipecah menjadi Pasal 9 ayat (1) dan Pasal 9 ayat (2)."
    )
    assert (
        sentence("Pasal 9 ayat (1), Pasal 9 ayat (2) -> Pasal 9 ayat (1)", "merged", "", "")
        == "Pasal 9 ayat (1) dan Pasal 9 ayat (2) digabung menjadi Pasal 9 ayat (1)."
    )


def test_a_date_is_told_whole_even_where_one_word_of_it_changed() -> None:
    told = sentence(
        "Pasal 5",
        "changed",
        "paling lambat tanggal 31 Desember tahun berjalan",
        "paling lambat tanggal 30 November tahun berjalan",
    )
    assert told == "Pasal 5: “31 Desember” menjadi “30 November”."


def test_a_sum_is_told_without_the_full_stop_behind_it() -> None:
    told = sentence(
        "Pasal 2", "changed", "Iuran sebesar Rp5.000.", "Iuran sebesar Rp7.000 setiap bulan, dibayar di muka."
    )
    assert "“Rp5.000” menjadi “Rp7.000" in told
    assert told.count("Rp5.000") == 1

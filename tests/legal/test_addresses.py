"""Addresses: what people type, and the one form in which they are written."""

import pytest

from perdes_flow.errors import AddressNotUnderstood
from perdes_flow.legal.addresses import Address, Step

TYPED_AND_WRITTEN = [
    ("Pasal 5 ayat (2) huruf b", "Pasal 5 ayat (2) huruf b"),
    ("pasal 5 AYAT (2) huruf B", "Pasal 5 ayat (2) huruf b"),
    ("Pasal 5, ayat 2, huruf b.", "Pasal 5 ayat (2) huruf b"),
    ("  Pasal  17   huruf c ", "Pasal 17 huruf c"),
    ("bab iv", "BAB IV"),
    ("Bab II bagian kedua belas paragraf 1", "BAB II Bagian Kedua Belas Paragraf 1"),
    ("buku kesatu bab i", "BUKU KESATU BAB I"),
    ("menimbang HURUF a", "Menimbang huruf a"),
    ("Mengingat angka 2", "Mengingat angka 2"),
    ("Pasal 1 angka 3", "Pasal 1 angka 3"),
    ("pasal 5a ayat (1a)", "Pasal 5A ayat (1a)"),
    ("Pasal 3 huruf a angka 1 huruf a) angka 2)", "Pasal 3 huruf a angka 1 huruf a angka 2"),
    ("Pasal I angka 2 pasal 7 ayat (1)", "Pasal I angka 2 Pasal 7 ayat (1)"),
    ("lampiran baris 3", "Lampiran baris 3"),
    ("Lampiran ii baris 3", "Lampiran II baris 3"),
    ("lampiran judul", "Lampiran judul"),
    ("Pasal 5 tabel 1 baris 2", "Pasal 5 tabel 1 baris 2"),
    ("penjelasan umum", "Penjelasan umum"),
    ("Penjelasan pasal 5 ayat (2)", "Penjelasan Pasal 5 ayat (2)"),
    ("JUDUL", "Judul"),
    ("penutup", "Penutup"),
    ("KEPALA HALAMAN", "Kepala halaman"),
    ("kaki halaman", "Kaki halaman"),
]


@pytest.mark.parametrize(("typed", "written"), TYPED_AND_WRITTEN)
def test_an_address_is_understood_however_it_is_typed(typed: str, written: str) -> None:
    assert str(Address.parse(typed)) == written
    assert Address.parse(written) == Address.parse(typed)


def test_an_address_is_a_path_of_steps() -> None:
    assert Address.parse("Pasal 5 ayat (2) huruf b").steps == (
        Step("pasal", "5"),
        Step("ayat", "2"),
        Step("huruf", "b"),
    )


def test_an_address_knows_the_one_above_and_one_below() -> None:
    ayat = Address.parse("Pasal 5 ayat (2)")
    assert ayat.up() == Address.parse("Pasal 5")
    assert Address.parse("Pasal 5").up() is None
    assert ayat.below("huruf", "c") == Address.parse("Pasal 5 ayat (2) huruf c")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Pasal",
        "Pasal lima",
        "Pasal LIMA",
        "Pasal IIII",
        "ayat (2)",
        "huruf a",
        "Judul 3",
        "Pasal 5 Pasal",
        "Pasal 5 ayat (b)",
        "Pasal 5 bab I",
        "Pasal 5 dan Pasal 6",
        "halaman 3",
        "BAB 4x7",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(AddressNotUnderstood) as refusal:
        Address.parse(typed)
    assert refusal.value.text == typed

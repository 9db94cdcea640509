"""Akoma Ntoso from elsewhere: read as far as it goes, refused in one sentence where it is none."""

import pytest

from perdes_flow.errors import AknUnreadable
from perdes_flow.legal.units import Unit
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.publication.akn import read_akn

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def act(inside: str) -> bytes:
    return f'<akomaNtoso xmlns="{NAMESPACE}"><act name="perdes"><meta/>{inside}</act></akomaNtoso>'.encode()


def test_another_office_may_write_its_articles_without_our_marks() -> None:
    naskah = read_akn(
        act(
            """<body><chapter eId="chp_1"><num>BAB I</num><heading>UMUM</heading><article eId="art_1"><num>Pasal 1</num>
            <paragraph><num>(1)</num><content><p>Desa <b>wajib</b> bersih.</p><!-- catatan --><p>Selalu.</p></content></paragraph>
            </article></chapter></body>"""
        )
    )
    ayat = Unit("ayat", "(1)", "Desa wajib bersih.", (Unit("larik", text="Selalu."),))
    assert naskah.roots == (Unit("bab", "BAB I", "UMUM", (Unit("pasal", "Pasal 1", "", (ayat,)),)),)


def test_an_element_that_we_do_not_know_keeps_its_words_as_a_line() -> None:
    naskah = read_akn(act("<body><part><num>Bagian A</num><heading>Lain</heading></part></body>"))
    assert naskah.roots == (Unit("larik", text="Bagian A Lain"),)


@pytest.mark.parametrize(
    ("xml", "problem"),
    [
        (b"", "bukan XML yang utuh"),
        (b"<akomaNtoso>", "bukan XML yang utuh"),
        (b"PK\x03\x04", "bukan XML yang utuh"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "memuat DOCTYPE"),
        (b"<html/>", "bukan Akoma Ntoso 3.0"),
        (f'<akomaNtoso xmlns="{NAMESPACE}"/>'.encode(), "tidak memuat peraturan"),
        (f'<akomaNtoso xmlns="{NAMESPACE}"><judgment/></akomaNtoso>'.encode(), "tidak memuat peraturan"),
    ],
)
def test_what_is_no_akoma_ntoso_is_refused_with_what_is_wrong(xml: bytes, problem: str) -> None:
    with pytest.raises(AknUnreadable) as refused:
        read_akn(xml)
    assert refused.value.problem == problem
    assert problem in refusal_sentence(refused.value)

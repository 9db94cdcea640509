"""Members mark what they find good: bound to the words, open to all, and never a vote."""

from typing import Any

import pytest

from perdes_flow.errors import EndorsementUnfit, NotInOffice, PlaceUnknown
from perdes_flow.use_cases import endorsing, suggesting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.endorsing import endorsements
from perdes_flow.use_cases.reading import open_steps

DRAFT = "pelindungan-pmi"


def marks(office: Any) -> dict[str, list[str]]:
    found = office.at_desk(lambda desk: endorsements(desk, open_case(desk, DRAFT)))
    return {address: [mark.by.person for mark in ones] for address, ones in found.items()}


def lacking(office: Any) -> list[list[str]]:
    views = office.do(open_steps, by="ketua-bpd")
    return [[missing.code for missing in view.missing] for view in views]


def test_a_mark_stands_at_its_unit_and_opens_no_step(deliberation: Any) -> None:
    before = lacking(deliberation)
    for member in ("anggota-1", "anggota-2"):
        deliberation.do(endorsing.endorse, address="pasal 6 AYAT 2", by=member)
    assert [*marks(deliberation)] == ["Pasal 6 ayat (2)"]
    assert len(marks(deliberation)["Pasal 6 ayat (2)"]) == 2
    assert lacking(deliberation) == before


def test_a_mark_is_made_once_and_can_be_taken_back(deliberation: Any) -> None:
    place = {"address": "Pasal 6 ayat (2)", "by": "anggota-1"}
    deliberation.do(endorsing.endorse, **place)
    with pytest.raises(EndorsementUnfit):
        deliberation.do(endorsing.endorse, **place)
    deliberation.do(endorsing.take_back_endorsement, **place)
    assert marks(deliberation) == {}
    with pytest.raises(EndorsementUnfit):
        deliberation.do(endorsing.take_back_endorsement, **place)
    deliberation.do(endorsing.endorse, **place)
    assert [*marks(deliberation)] == ["Pasal 6 ayat (2)"]


def test_a_mark_does_not_count_for_other_words(revision: Any) -> None:
    for address in ("Pasal 6 ayat (1)", "Pasal 6 ayat (2)"):
        revision.do(endorsing.endorse, address=address, by="penyusun")
    revision.do(
        suggesting.suggest,
        address="Pasal 6 ayat (2)",
        quote="3 (tiga) hari kerja",
        text="2 (dua) hari kerja",
        by="penyusun",
    )
    revision.do(suggesting.take_suggestions, [1], by="penyusun")
    assert [*marks(revision)] == ["Pasal 6 ayat (1)"]
    revision.do(endorsing.endorse, address="Pasal 6 ayat (2)", by="penyusun")
    assert [*marks(revision)] == ["Pasal 6 ayat (1)", "Pasal 6 ayat (2)"]


def test_only_units_of_the_text_are_marked_and_only_by_its_readers(deliberation: Any) -> None:
    with pytest.raises(PlaceUnknown):
        deliberation.do(endorsing.endorse, address="Pasal 99", by="anggota-1")
    with pytest.raises(NotInOffice):
        deliberation.do(endorsing.endorse, address="Pasal 6", by="evaluator")
    assert marks(deliberation) == {}

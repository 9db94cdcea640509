"""Suggested wordings: taken over under their author's name, merged, kept apart where they collide, never lost."""

from typing import Any

import pytest
from lxml import etree

from perdes_flow.cli.demo import deeds
from perdes_flow.errors import (
    ChangeNotWritten,
    CommentFrozen,
    NotItsAuthor,
    NotOpenNow,
    PlaceUnknown,
    StepRefused,
    SuggestionNotOpen,
    SuggestionsCollide,
    SuggestionUnfit,
    WordingUnfit,
)
from perdes_flow.legal.addresses import Address
from perdes_flow.legal.parser import parse
from perdes_flow.use_cases import drafting, enacting, reviewing, suggesting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.pointing import naskah_of
from perdes_flow.use_cases.suggesting import offers
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.word.gate import admit
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all, reject_all
from perdes_flow.word.text_form import normalised_text

PLACE = "Pasal 6 ayat (2)"
DAYS = {"address": PLACE, "quote": "3 (tiga) hari kerja", "text": "2 (dua) hari kerja"}


def _suggest(office: Any, by: str = "anggota-4", **given: Any) -> int:
    (entry,) = office.do(suggesting.suggest, by=by, **(given or DAYS))
    return int(entry.act.fact.suggestion)


def _docx(office: Any, version: int) -> bytes:
    docx: bytes = office.at_desk(lambda d: version_docx(d, open_case(d, "pelindungan-pmi"), version))
    return docx


def _text(docx: bytes) -> str:
    return normalised_text(read(Package.open(docx)))


def _words(office: Any, address: str, version: int) -> str:
    naskah = office.at_desk(lambda d: naskah_of(d, open_case(d, "pelindungan-pmi"), version))
    unit = naskah.find(Address.parse(address))
    return " ".join(part.shown for part in unit.walk())


def _authors(docx: bytes) -> set[str]:
    package = Package.open(docx)
    tree: etree._Element = package.tree(package.main)
    return {mark.get(W + "author", "") for mark in tree.iter(W + "ins", W + "del")}


def test_a_suggestion_taken_over_is_a_tracked_change_of_its_author(deliberation: Any) -> None:
    number = _suggest(deliberation)
    deliberation.send_back()
    before = _docx(deliberation, 2)
    written = deliberation.do(suggesting.take_suggestions, [number], by="penyusun")
    assert [entry.act.fact.type for entry in written] == ["version_submitted", "suggestion_taken"]
    taken = _docx(deliberation, 3)
    assert _authors(taken) == {"Anggota BPD 4"}
    assert "2 (dua) hari kerja" in _words(deliberation, PLACE, 3)
    assert _text(reject_all(taken)) == _text(before)
    changed = [
        (old, new)
        for old, new in zip(_text(before).splitlines(), _text(accept_all(taken)).splitlines(), strict=True)
        if old != new
    ]
    assert [(old.replace("3 (tiga)", "2 (dua)"), new) for old, new in changed] == [(changed[0][1],) * 2]
    suggestion = deliberation.draft.suggestions[number]
    assert (suggestion.decision.fate, suggestion.decision.version) == ("diambil", 3)
    with pytest.raises(SuggestionNotOpen):
        deliberation.do(suggesting.take_suggestions, [number], by="penyusun")


def test_two_suggestions_for_other_words_of_one_ayat_merge(deliberation: Any) -> None:
    first = _suggest(deliberation)
    second = _suggest(deliberation, "anggota-5", address=PLACE, quote="Pemerintah Desa", text="Kepala Desa")
    assert [offer.rivals for offer in deliberation.do(offers).offers] == [(), ()]
    deliberation.send_back()
    deliberation.do(suggesting.take_suggestions, [first, second], by="penyusun")
    words = _words(deliberation, PLACE, 3)
    assert "2 (dua) hari kerja" in words
    assert "Kepala Desa" in words
    assert _authors(_docx(deliberation, 3)) == {"Anggota BPD 4", "Anggota BPD 5"}


def test_two_suggestions_for_the_same_words_are_shown_together_and_not_taken_together(
    deliberation: Any,
) -> None:
    first = _suggest(deliberation)
    second = _suggest(deliberation, "anggota-5", **{**DAYS, "text": "5 (lima) hari kerja"})
    assert [offer.rivals for offer in deliberation.do(offers).offers] == [(second,), (first,)]
    deliberation.send_back()
    with pytest.raises(SuggestionsCollide):
        deliberation.do(suggesting.take_suggestions, [first, second], by="penyusun")
    assert len(deliberation.draft.versions) == 2
    deliberation.do(suggesting.take_suggestions, [first], by="penyusun")
    (offer,) = (o for o in deliberation.do(offers).offers if o.suggestion.number == second)
    assert offer.fitted is not None
    assert offer.fitted.fit == "berubah"
    with pytest.raises(SuggestionUnfit):
        deliberation.do(suggesting.take_suggestions, [second], by="penyusun")


def test_the_same_wish_of_two_members_is_written_once_and_both_are_taken(deliberation: Any) -> None:
    numbers = [_suggest(deliberation), _suggest(deliberation, "anggota-5", **DAYS)]
    deliberation.send_back()
    deliberation.do(suggesting.take_suggestions, numbers, by="penyusun")
    assert _words(deliberation, PLACE, 3).count("2 (dua)") == 1
    assert all(s.decision.fate == "diambil" for s in deliberation.draft.suggestions.values())


def test_a_suggestion_follows_its_ayat_through_renumbering(deliberation: Any) -> None:
    number = _suggest(
        deliberation, address="Pasal 12 ayat (2)", quote="panggilan video", text="telepon video"
    )
    deliberation.send_back()
    deliberation.at_desk(deeds.submit("v3-setelah-pembahasan-bpd.docx"))
    (offer,) = deliberation.do(offers).offers
    assert offer.fitted is not None
    assert (offer.fitted.fit, offer.fitted.address) == ("cocok", "Pasal 13 ayat (2)")
    deliberation.do(suggesting.take_suggestions, [number], by="penyusun")
    assert "telepon video" in _words(deliberation, "Pasal 13 ayat (2)", 4)


def test_what_the_drafter_wrote_himself_is_only_said_to_be_taken_where_it_stands(deliberation: Any) -> None:
    number = _suggest(deliberation)
    deliberation.send_back()
    with pytest.raises(SuggestionUnfit):
        deliberation.do(suggesting.say_taken, [number], by="penyusun")
    own = deliberation.do(suggesting.write_taken, [number])
    deliberation.do(drafting.submit_version, accept_all(own), file_name="v3.docx", by="penyusun")
    deliberation.do(suggesting.say_taken, [number], by="penyusun")
    assert deliberation.draft.suggestions[number].decision.version == 3


def test_a_new_ayat_and_one_that_goes(deliberation: Any) -> None:
    new = "(9) Pemerintah Desa mengumumkan hasilnya."
    added = _suggest(deliberation, address=PLACE, text=new, behind=True)
    gone = _suggest(deliberation, "anggota-5", address="Pasal 7 ayat (1)", text="")
    deliberation.send_back()
    deliberation.do(suggesting.take_suggestions, [added, gone], by="penyusun")
    taken, before = _docx(deliberation, 3), _docx(deliberation, 2)
    assert "Pemerintah Desa mengumumkan hasilnya." in _text(taken)
    assert _text(reject_all(taken)) == _text(before)
    assert len(_text(accept_all(taken)).splitlines()) == len(_text(before).splitlines())


def test_what_is_undecided_holds_the_draft_back_like_a_comment(deliberation: Any) -> None:
    number = _suggest(deliberation)
    deliberation.send_back()
    for comment in (1, 2):
        deliberation.do(reviewing.answer_comment, comment, outcome="diterima", reason="Ya.", by="kades")
    with pytest.raises(StepRefused) as refused:
        deliberation.do(enacting.take_step, "ajukan_ulang", by="kades")
    said = next(m.sentence for m in refused.value.missing if m.code == "semua_komentar_dijawab")
    assert said == (
        f"1 usul belum diputuskan (no. {number}). Ambil alih setiap usul, atau tolak dengan alasan."
    )
    deliberation.do(suggesting.refuse_suggestion, number, reason="Tiga hari sudah patut.", by="penyusun")
    with pytest.raises(StepRefused) as refused:
        deliberation.do(enacting.take_step, "ajukan_ulang", by="kades")
    assert all(m.code != "semua_komentar_dijawab" for m in refused.value.missing)
    assert deliberation.draft.suggestions[number].decision.reason == "Tiga hari sudah patut."


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"address": "Pasal 99", "text": "x"}, PlaceUnknown),
        ({"address": PLACE, "quote": "kata yang tidak ada", "text": "x"}, PlaceUnknown),
        ({**DAYS, "text": "3 (tiga) hari kerja"}, WordingUnfit),
        ({"address": "Naskah", "quote": "Pekerja Migran", "text": "x"}, WordingUnfit),
        ({"address": "Pasal 6", "text": "Satu baris untuk banyak ayat."}, WordingUnfit),
        ({"address": "Naskah", "text": "Semua lain."}, WordingUnfit),
    ],
)
def test_a_wording_that_cannot_stand_is_refused(
    deliberation: Any, given: dict[str, Any], refusal: type[Exception]
) -> None:
    before = deliberation.log
    with pytest.raises(refusal):
        _suggest(deliberation, **given)
    assert deliberation.log == before


def test_only_its_author_takes_it_back_and_only_while_the_stage_lasts(deliberation: Any) -> None:
    number, other = (
        _suggest(deliberation),
        _suggest(deliberation, "anggota-5", address=PLACE, quote="hari", text="x"),
    )
    with pytest.raises(NotItsAuthor):
        deliberation.do(suggesting.withdraw_suggestion, number, reason="?", by="anggota-5")
    deliberation.do(suggesting.withdraw_suggestion, number, reason="Sudah cukup.", by="anggota-4")
    deliberation.send_back()
    with pytest.raises(CommentFrozen):
        deliberation.do(suggesting.withdraw_suggestion, other, reason="?", by="anggota-5")


def test_nobody_takes_over_while_the_text_lies_with_the_bpd(deliberation: Any) -> None:
    number = _suggest(deliberation)
    with pytest.raises(NotOpenNow):
        deliberation.do(suggesting.take_suggestions, [number], by="penyusun")
    assert "2 (dua) hari kerja" in _text(deliberation.do(suggesting.write_taken, [number]))


def test_words_that_somebody_else_is_changing_are_left_alone(revision: Any) -> None:
    revision.at_desk(deeds.submit("v3-setelah-pembahasan-bpd.docx"))
    package = admit(_docx(revision, 3))
    inserted = next(
        "".join(t.text or "" for t in mark.iter(W + "t"))
        for mark in package.tree(package.main).iter(W + "ins")
        if "".join(t.text or "" for t in mark.iter(W + "t")).strip()
    )
    naskah = parse(read(package))
    holders = [a for a, u in naskah.places() if inserted.strip() in u.text]
    number = _suggest(revision, "ketua-bpd", address=str(holders[-1]), quote=inserted.strip(), text="lain")
    with pytest.raises(ChangeNotWritten) as refused:
        revision.do(suggesting.take_suggestions, [number], by="penyusun")
    assert refused.value.wish == number

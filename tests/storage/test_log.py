"""The log on both databases: what is written stays, whole, once, and in order."""

import unicodedata
from collections.abc import Callable
from functools import partial
from itertools import count

import pytest
from storage.samples import AT, DRAFT, VILLAGE, act, at_once, row, submission, village_act

from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.chain import GENESIS, breaks, link
from perdes_flow.domain.values import Role
from perdes_flow.errors import DraftMovedOn
from perdes_flow.storage.log import DjangoLog
from perdes_flow.storage.register import DjangoRegister
from perdes_flow.storage.villages import villages_in


def fixed_salts() -> Callable[[], bytes]:
    numbers = count(1)
    return lambda: next(numbers).to_bytes(32, "big")


def test_what_was_written_is_read_back_in_its_order(log: DjangoLog) -> None:
    first = log.append([submission(1), act(1)], after=0, key="a")
    second = log.append([act(2, text="Setuju, “tenggatnya” tujuh hari.")], after=2, key="b")
    assert log.read(DRAFT) == (*first, *second)
    assert [entry.seq for entry in log.read(DRAFT)] == [1, 2, 3]
    assert [entry.act for entry in first] == [submission(1), act(1)]


def test_the_log_holds_the_very_chain_that_the_domain_makes(database: str) -> None:
    log = DjangoLog(VILLAGE, using=database, salt=fixed_salts())
    log.append([village_act()], after=0, key="a")
    log.append([submission(1)], after=0, key="b")
    first = link(village_act(), log=VILLAGE, seq=1, prev=GENESIS, salt=(1).to_bytes(32, "big"))
    second = link(submission(1), log=VILLAGE, seq=2, prev=first.hash, salt=(2).to_bytes(32, "big"))
    assert list(log.records()) == [first, second]
    assert list(log.records(after=1)) == [second]
    assert log.head() == (2, second.hash)


def test_an_empty_log_begins_with_the_genesis(log: DjangoLog) -> None:
    assert log.head() == (0, GENESIS)
    assert log.read(DRAFT) == ()
    assert list(log.records()) == []


def test_each_draft_and_the_village_have_streams_of_their_own(log: DjangoLog) -> None:
    log.append([village_act()], after=0, key="a")
    log.append([act(draft="satu")], after=0, key="b")
    log.append([act(draft="dua")], after=0, key="c")
    log.append([act(2, draft="satu")], after=2, key="d")
    assert [entry.seq for entry in log.read(None)] == [1]
    assert [entry.seq for entry in log.read("satu")] == [2, 4]
    assert [entry.seq for entry in log.read("dua")] == [3]
    assert [entry.seq for entry in log.of_type("comment_opened")] == [2, 3, 4]


def test_villages_in_one_database_have_chains_of_their_own(database: str) -> None:
    here, there = DjangoLog("sumberagung", using=database), DjangoLog("gandusari", using=database)
    here.append([act()], after=0, key="a")
    there.append([act()], after=0, key="a")
    assert here.head()[0] == there.head()[0] == 1
    assert list(breaks(there.records(), log="gandusari")) == []
    assert villages_in(database) == ("gandusari", "sumberagung")


def test_a_database_without_a_record_has_no_villages(database: str) -> None:
    assert villages_in(database) == ()


def test_who_has_not_seen_the_last_entry_is_told_that_the_draft_moved_on(log: DjangoLog) -> None:
    log.append([act(1)], after=0, key="a")
    log.append([act(2)], after=1, key="b")
    for stale in (0, 1, 3):
        with pytest.raises(DraftMovedOn) as refused:
            log.append([act(3)], after=stale, key=f"c{stale}")
        assert (refused.value.draft, refused.value.after) == (DRAFT, stale)
    assert log.head()[0] == 2


def test_another_drafts_progress_does_not_stand_in_the_way(log: DjangoLog) -> None:
    log.append([act(draft="satu")], after=0, key="a")
    log.append([act(draft="dua")], after=0, key="b")
    assert log.append([act(2, draft="satu")], after=1, key="c")[0].seq == 3


def test_the_same_request_twice_is_written_once_and_answered_alike(log: DjangoLog) -> None:
    first = log.append([submission(1), act(1)], after=0, key="kunci")
    again = log.append([submission(1), act(1)], after=0, key="kunci")
    assert again == first == log.written_with("kunci")
    assert log.head()[0] == 2


def test_the_same_request_after_others_wrote_is_still_answered_alike(log: DjangoLog) -> None:
    first = log.append([act(1)], after=0, key="kunci")
    log.append([act(2)], after=1, key="lain")
    assert log.append([act(1)], after=0, key="kunci") == first


def test_a_key_used_on_another_draft_answers_with_what_it_wrote_there(log: DjangoLog) -> None:
    first = log.append([act(draft="satu")], after=0, key="kunci")
    assert log.append([act(draft="dua")], after=0, key="kunci") == first
    assert log.read("dua") == ()


def test_a_key_never_used_has_written_nothing(log: DjangoLog) -> None:
    assert log.written_with("kunci") == ()


def test_acts_of_two_drafts_are_not_written_together(log: DjangoLog) -> None:
    with pytest.raises(ValueError, match="one stream"):
        log.append([act(draft="satu"), act(draft="dua")], after=0, key="a")
    with pytest.raises(ValueError, match="one stream"):
        log.append([], after=0, key="a")
    assert log.head() == (0, GENESIS)


def test_the_register_row_comes_with_the_record_or_not_at_all(database: str, log: DjangoLog) -> None:
    register = DjangoRegister(VILLAGE, using=database)
    log.append([submission(1)], after=0, key="a", row=row(versions=1))
    with pytest.raises(DraftMovedOn):
        log.append([submission(2)], after=0, key="b", row=row(versions=2))
    assert register.row(DRAFT) == row(versions=1)
    log.append([submission(2)], after=1, key="b", row=row(versions=2))
    assert register.row(DRAFT) == row(versions=2)


def test_nothing_is_written_when_the_last_of_several_acts_cannot_be(log: DjangoLog) -> None:
    nobody = Act(AT, Actor("Bu Suliyati", Role.PENYUSUN), DRAFT, act().fact)
    with pytest.raises(ValueError, match="leaf"):
        log.append([act(1), nobody], after=0, key="a")
    assert log.head() == (0, GENESIS)
    assert log.append([act(1)], after=0, key="a")[0].seq == 1


def test_text_is_answered_in_the_form_in_which_it_is_kept(log: DjangoLog) -> None:
    decomposed = unicodedata.normalize("NFD", "Café di Désa")
    (entry,) = log.append([act(text=decomposed)], after=0, key="a")
    assert entry.act.fact.model_dump()["text"] == "Café di Désa"
    assert log.read(DRAFT) == (entry,)


def test_awkward_text_comes_back_unchanged(log: DjangoLog) -> None:
    text = '‘50 %s’ — 100% \\ "x" \'; DROP TABLE perdes_record; -- \u0000 😀 \u200b إ'
    (entry,) = log.append([act(text=text)], after=0, key="a %s '")
    assert entry.act.fact.model_dump()["text"] == text
    assert log.read(DRAFT) == log.written_with("a %s '") == (entry,)
    assert list(breaks(log.records())) == []


def test_of_two_who_write_to_one_draft_at_once_one_is_told(database: str, log: DjangoLog) -> None:
    log.append([submission(1)], after=0, key="awal")
    for turn in range(5):
        write = partial(log.append, [act(1)], after=log.head()[0])
        outcomes = at_once(database, partial(write, key=f"{turn}-a"), partial(write, key=f"{turn}-b"))
        assert sum(isinstance(outcome, DraftMovedOn) for outcome in outcomes) == 1
        assert sum(isinstance(outcome, tuple) for outcome in outcomes) == 1
    assert list(breaks(log.records(), log=VILLAGE)) == []
    assert log.head()[0] == 6


def test_one_request_that_arrives_twice_at_once_is_written_once(database: str, log: DjangoLog) -> None:
    works = [lambda: log.append([submission(1)], after=0, key="kunci")] * 4
    outcomes = at_once(database, *works)
    assert outcomes == [log.written_with("kunci")] * 4
    assert log.head()[0] == 1


def test_many_who_write_to_their_own_drafts_at_once_leave_the_chain_whole(
    database: str, log: DjangoLog
) -> None:
    def write(draft: str) -> int:
        after = 0
        for number in range(1, 11):
            after = log.append([act(number, draft=draft)], after=after, key=f"{draft}-{number}")[-1].seq
        return after

    outcomes = at_once(database, *(lambda d=f"rancangan-{n}": write(d) for n in range(6)))
    assert all(isinstance(outcome, int) for outcome in outcomes), outcomes
    assert log.head()[0] == 60
    assert list(breaks(log.records(), log=VILLAGE)) == []
    for number in range(6):
        assert len(log.read(f"rancangan-{number}")) == 10

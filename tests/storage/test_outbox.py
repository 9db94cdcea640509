"""The outbox on both databases: with the fact or not at all, each key once, and nobody claims what another claimed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from storage.samples import VILLAGE, act

from perdes_flow.errors import DraftMovedOn
from perdes_flow.ports import Message
from perdes_flow.storage.log import DjangoLog
from perdes_flow.storage.outbox import DjangoOutbox

AT = datetime(2026, 2, 2, 2, tzinfo=UTC)


def _message(key: str, person: str = "o001") -> Message:
    return Message(key, "contoh", "kabar", person, "Kabar.", "Ketua BPD", date(2026, 2, 16), "PP 43/2014", AT)


@pytest.fixture
def outbox(database: str) -> DjangoOutbox:
    return DjangoOutbox(VILLAGE, using=database)


def test_a_message_comes_with_its_fact_or_not_at_all(log: DjangoLog, outbox: DjangoOutbox) -> None:
    log.append([act()], after=0, key="satu", news=[_message("a"), _message("b")])
    assert outbox.waiting() == (_message("a"), _message("b"))
    with pytest.raises(DraftMovedOn):
        log.append([act()], after=0, key="dua", news=[_message("c")])
    log.append([act()], after=0, key="satu", news=[_message("d")])  # the first request again
    assert {message.key for message in outbox.every()} == {"a", "b"}


def test_a_key_is_put_in_once_for_ever(outbox: DjangoOutbox) -> None:
    outbox.put([_message("a")])
    assert outbox.done([_message("a")], AT, "surel") == (_message("a"),)
    outbox.put([_message("a")])
    assert outbox.waiting() == ()
    assert outbox.done([_message("a")], AT, "surel") == ()


def test_what_was_begun_and_never_confirmed_is_free_again_after_a_while(outbox: DjangoOutbox) -> None:
    outbox.put([_message("a"), _message("b")])
    quarter = timedelta(minutes=15)
    assert outbox.take([_message("a")], AT, quarter) == (_message("a"),)
    assert outbox.take([_message("a"), _message("b")], AT + quarter / 2, quarter) == (_message("b"),)
    assert outbox.waiting() == (_message("a"), _message("b"))  # nothing went out as yet
    assert outbox.take([_message("a")], AT + quarter, quarter) == (_message("a"),)
    outbox.done([_message("a")], AT + quarter, "surel")
    assert outbox.take([_message("a")], AT + 3 * quarter, quarter) == ()
    assert outbox.waiting() == (_message("b"),)

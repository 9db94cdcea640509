"""Any acts become a whole log; a log only grows; every checkpoint once given holds for ever; any change is seen."""

import io
import unicodedata
from typing import Any

from any_facts import any_act
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tampering import KEY, chained, exported, note_of

from perdes_flow.domain.acts import Act
from perdes_flow.domain.canonical import read_canonical
from perdes_flow.domain.chain import GENESIS, Record, breaks, link, payload_fault
from perdes_flow.domain.events import fact_from_json
from perdes_flow.domain.export import lines, read
from perdes_flow.domain.verification import verify_lines
from perdes_flow.publication import periksa_catatan

ANY_ACT = any_act() | any_act(None)


def in_nfc(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [in_nfc(item) for item in value]
    return {key: in_nfc(item) for key, item in value.items()} if isinstance(value, dict) else value


@given(ANY_ACT)
def test_what_was_recorded_is_what_is_read(act: Act) -> None:
    payload = chained([act])[0].payload
    assert payload is not None
    assert read_canonical(payload) == in_nfc(act.fact.model_dump(mode="json"))
    found = fact_from_json(payload)
    assert type(found) is type(act.fact)
    assert found.model_dump(mode="json") == in_nfc(act.fact.model_dump(mode="json"))


@given(st.lists(ANY_ACT, max_size=8))
def test_any_acts_make_a_whole_log_for_us_and_for_outsiders(given_acts: list[Act]) -> None:
    records = chained(given_acts)
    assert list(breaks(records)) == []
    assert not any(map(payload_fault, records))
    log = exported(records)
    assert read(io.BytesIO(log)) == tuple(records)
    assert len(list(periksa_catatan.records(io.BytesIO(log)))) == len(records)


@given(ANY_ACT, ANY_ACT)
def test_two_different_acts_never_give_the_same_leaf(one: Act, other: Act) -> None:
    first, second = (
        link(act, log="sumberagung", seq=1, prev=GENESIS, salt=b"\x01" * 32) for act in (one, other)
    )
    same = (one.at, one.by, one.draft) == (other.at, other.by, other.draft)
    same = same and in_nfc(one.fact.model_dump(mode="json")) == in_nfc(other.fact.model_dump(mode="json"))
    assert (first.hash == second.hash) == same


@given(st.lists(ANY_ACT, min_size=1, max_size=4), st.data())
def test_any_change_of_any_byte_is_seen_by_both_programs(given_acts: list[Act], data: st.DataObject) -> None:
    log = bytearray(exported(chained(given_acts)))
    at = data.draw(st.integers(0, len(log) - 1))
    log[at] ^= data.draw(st.integers(1, 255))
    assert verify_lines(io.BytesIO(bytes(log)), None, [])
    try:
        list(periksa_catatan.records(io.BytesIO(bytes(log))))
    except periksa_catatan.Refused:
        return
    raise AssertionError(f"byte {at} changed, and nobody saw it")


class GrowingLog(RuleBasedStateMachine):
    """A village over the years: acts are recorded, checkpoints handed out, payloads erased, the log exported."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[Record] = []
        self.notes: list[str] = []

    @rule(act=ANY_ACT)
    def record(self, act: Act) -> None:
        prev = self.records[-1].hash if self.records else GENESIS
        salt = len(self.records).to_bytes(
            32, "big"
        )  # no two records alike, or one less would be no other history
        self.records.append(link(act, log="sumberagung", seq=len(self.records) + 1, prev=prev, salt=salt))

    @rule()
    def hand_out_a_checkpoint(self) -> None:
        self.notes.append(note_of(self.records))

    @precondition(lambda self: self.records)
    @rule(data=st.data())
    def erase_what_was_said(self, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(self.records) - 1))
        self.records[at] = self.records[at]._replace(payload=None, salt=None)

    @precondition(lambda self: self.records)
    @rule()
    def write_and_read_a_copy(self) -> None:
        self.records = list(read(lines(self.records, log="sumberagung")))

    @precondition(lambda self: self.notes and len(self.records) > 1)
    @rule(data=st.data())
    def cheating_with_the_past_is_seen(self, data: st.DataObject) -> None:
        signed = max(int(note.split("\n")[1]) for note in self.notes)
        if signed < 2:
            return
        gone = data.draw(st.integers(0, signed - 1))
        rest = self.records[:gone] + self.records[gone + 1 :]
        assert verify_lines(lines(_rechained(rest), log="sumberagung"), KEY, self.notes)

    @invariant()
    def every_checkpoint_holds(self) -> None:
        assert verify_lines(lines(self.records, log="sumberagung"), KEY, self.notes) == ()


def _rechained(records: list[Record]) -> list[Record]:
    """The records with numbers and links written anew: a whole chain again, and another history."""
    anew: list[Record] = []
    for seq, record in enumerate(records, start=1):
        leaf = record.leaf._replace(seq=seq, prev=anew[-1].hash if anew else GENESIS)
        anew.append(record._replace(leaf=leaf, hash=leaf.hash))
    assert list(breaks(anew)) == []
    return anew


TestAVillageOverTheYears = GrowingLog.TestCase
TestAVillageOverTheYears.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)

"""The chain: one act, one leaf, and no change unseen."""

from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.chain import (
    GENESIS,
    Leaf,
    Record,
    breaks,
    link,
    payload_fault,
    well_formed,
)
from perdes_flow.domain.values import Role

AT = datetime(2023, 10, 9, 2, 0, tzinfo=UTC)
SALT = bytes(range(32))
REPLY = e.CommentReplied(comment=1, text="Setuju.")


def act(fact: e.Fact = REPLY, *, at: datetime = AT, person: str = "o002", draft: str | None = "pmi") -> Act:
    return Act(at, Actor(person, Role.SEKDES), draft, fact)


def chain(*acts: Act) -> list[Record]:
    records: list[Record] = []
    for seq, one in enumerate(acts, start=1):
        prev = records[-1].hash if records else GENESIS
        records.append(link(one, log="sumberagung", seq=seq, prev=prev, salt=bytes([seq]) * 32))
    return records


def found(records: list[Record], **where: object) -> list[tuple[int, str]]:
    return [(one.seq, one.reason) for one in breaks(records, **where)]


def test_a_leaf_is_written_exactly_as_the_record_format_says() -> None:
    version = e.VersionSubmitted(
        version=3,
        docx_sha256="ab" * 32,
        text_sha256="cd" * 32,
        size_bytes=48_213,
        file_name="naskah.docx",
        open_revisions=0,
        open_comments=0,
        pasal=30,
    )
    record = link(act(version), log="sumberagung", seq=13, prev="0" * 63 + "1", salt=SALT)
    payload = (
        '{"docx_sha256":"' + "ab" * 32 + '","file_name":"naskah.docx","note":"","open_comments":0,'
        '"open_revisions":0,"pasal":30,"size_bytes":48213,"text_form":1,"text_sha256":"' + "cd" * 32 + '",'
        '"type":"version_submitted","version":3}'
    ).encode()
    leaf = (
        '{"actor":"o002","at":"2023-10-09T02:00:00Z","draft":"pmi","log":"sumberagung","payload_hash":"'
        + sha256(SALT + payload).hexdigest()
        + '","prev":"'
        + "0" * 63
        + '1","role":"sekdes","seq":13,"sha256":"'
        + "ab" * 32
        + '","text_sha256":"'
        + "cd" * 32
        + '","type":"version_submitted","v":1,"version":3}'
    ).encode()
    assert record.payload == payload
    assert record.leaf.canonical() == leaf
    assert record.hash == sha256(b"\x00" + leaf).hexdigest()


def test_an_unbroken_log_has_no_breaks() -> None:
    assert found(chain(act(), act(), act())) == []


def test_a_log_can_be_checked_from_its_middle() -> None:
    first, *rest = chain(act(), act(), act())
    assert found(rest, after=1, prev=first.hash, log="sumberagung") == []


def test_an_erased_payload_leaves_the_log_whole() -> None:
    one, two = chain(act(), act())
    assert found([one._replace(payload=None, salt=None), two]) == []


def test_a_payload_without_its_salt_does_not_hold() -> None:
    one, two = chain(act(), act())
    assert found([one, two._replace(salt=None)]) == [(2, "isi")]
    assert found([one, two._replace(payload=None)]) == [(2, "isi")]


def test_moving_letters_between_salt_and_payload_is_seen() -> None:
    one = chain(act())[0]
    assert one.salt is not None
    assert one.payload is not None
    moved = one._replace(salt=one.salt[:-1], payload=one.salt[-1:] + one.payload)
    assert found([moved]) == [(1, "isi")]


def test_each_kind_of_damage_has_its_own_reason() -> None:
    one, two, three = chain(act(), act(), act())
    other_actor = two._replace(leaf=two.leaf._replace(actor="o003"))
    assert found([one, other_actor, three]) == [(2, "catatan"), (3, "rantai")]
    assert found([one, three]) == [(2, "urutan"), (3, "rantai")]
    assert found([one, two._replace(payload=b"{}"), three]) == [(2, "isi")]
    # swapped: 3 stands where 2 should, 2 where 4 should, and neither is bound to what stands before it
    assert found([one, three, two]) == [(2, "urutan"), (3, "rantai"), (4, "urutan"), (2, "rantai")]


def test_a_record_of_another_village_does_not_belong_in_a_log() -> None:
    one = chain(act())[0]
    foreign = link(act(), log="sumberjo", seq=2, prev=one.hash, salt=SALT)
    assert found([one, foreign]) == [(2, "desa")]
    assert found([one], log="sumberjo") == [(1, "desa")]


@pytest.mark.parametrize(
    "damage",
    [
        {"actor": 'o001","role":"kades'},
        {"actor": "o001é"},
        {"actor": ""},
        {"draft": ""},
        {"at": "2023-10-09T02:00:00+00:00"},
        {"at": "2023-13-09T02:00:00Z"},
        {"at": "2023-10-09T02:00:60Z"},
        {"version": 0},
        {"version": True},
        {"sha256": "AB" * 32},
        {"role": "kades\n"},
    ],
)
def test_what_is_no_leaf_is_told_even_if_its_hash_is_right(damage: dict[str, object]) -> None:
    leaf = chain(act())[0].leaf._replace(**damage)
    forged = Record(leaf, leaf.hash, None, None)
    assert found([forged]) == [(1, "bentuk")]


def test_a_leaf_is_its_bytes_and_not_one_more() -> None:
    village = chain(act(e.PersonAdded(person="o001", nickname="siti", name="Siti"), draft=None))[0]
    assert well_formed(village.leaf.canonical())
    assert not well_formed(village.leaf.canonical() + b" ")
    assert not well_formed(village.leaf.canonical() + b"\n")


def test_a_leaf_of_another_format_is_not_read() -> None:
    leaf = chain(act())[0].leaf.canonical()
    assert well_formed(leaf)
    assert not well_formed(leaf.replace(b'"v":1', b'"v":2'))


def test_an_act_without_a_time_zone_is_not_recorded() -> None:
    with pytest.raises(ValueError, match="zone"):
        chain(act(at=AT.replace(tzinfo=None)))


def test_two_acts_within_one_second_are_not_made_to_look_like_one() -> None:
    with pytest.raises(ValueError, match="second"):
        chain(act(at=AT.replace(microsecond=1)))


def test_the_time_is_recorded_in_utc_with_four_digits_of_the_year() -> None:
    wib = timezone(timedelta(hours=7))
    assert chain(act(at=datetime(2023, 10, 9, 9, 0, tzinfo=wib)))[0].leaf.at == "2023-10-09T02:00:00Z"
    assert chain(act(at=datetime(945, 8, 17, 10, 0, tzinfo=UTC)))[0].leaf.at == "0945-08-17T10:00:00Z"


@pytest.mark.parametrize("name", ["", "O002", "o 2", 'o"2', "ō2", "-o2", "o" * 61])
def test_a_name_that_is_not_plain_is_not_recorded(name: str) -> None:
    with pytest.raises(ValueError, match="not a leaf"):
        chain(act(person=name))
    with pytest.raises(ValueError, match="not a leaf"):
        chain(act(draft=name))


@pytest.mark.parametrize("salt", [b"", b"\x01" * 31, b"\x01" * 33])
def test_a_salt_has_thirty_two_bytes(salt: bytes) -> None:
    with pytest.raises(ValueError, match="32"):
        link(act(), log="sumberagung", seq=1, prev=GENESIS, salt=salt)


def test_a_leaf_that_tells_otherwise_than_its_payload_is_found() -> None:
    honest = chain(act(e.MufakatReached(meeting=1, version=2, text_sha256="cd" * 32)))[0]
    assert payload_fault(honest) is None
    assert payload_fault(honest._replace(payload=None, salt=None)) is None
    for lie in ({"type": "vote_cast"}, {"version": 3}, {"sha256": "ab" * 32}, {"text_sha256": None}):
        assert payload_fault(honest._replace(leaf=honest.leaf._replace(**lie))) == "ringkasan"


def test_true_is_not_the_number_one() -> None:
    leaf = Leaf("d", 1, GENESIS, "2023-10-09T02:00:00Z", "o001", "kades", "x", None, 1, None, None, GENESIS)
    for version, fault in ((b"1", None), (b"true", "ringkasan"), (b"1.0", "bentuk"), (b"2", "ringkasan")):
        payload = b'{"type":"x","version":%b}' % version
        assert payload_fault(Record(leaf, leaf.hash, payload, SALT)) == fault

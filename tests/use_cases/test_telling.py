"""Clocks speak: news with the fact, reminders once, one digest for a person, and nothing is sent twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from use_cases.office import BEGIN, Office, opened

from perdes_flow.errors import MailRefused, StepRefused
from perdes_flow.ports import Message
from perdes_flow.storage.mail import DjangoMail
from perdes_flow.use_cases import deliberating, drafting, enacting, registering, sitting, telling
from perdes_flow.use_cases.desk import Desk

LINK = "https://perdes.contoh.invalid"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The draft was handed to the BPD: ten working days run for its chair."""
    office = opened(tmp_path / "kerja")
    for nickname in ("ketua", "kades"):
        office.do(
            registering.describe_person,
            nickname=nickname,
            phone="6281200000001",
            mail=f"{nickname}@contoh.invalid",
            by="sekdes",
        )
    office.on_draft(enacting.take_step, "konsultasikan", by="penyusun")
    office.on_draft(
        deliberating.open_meeting, kind="konsultasi", on=date(2026, 2, 2), place="Balai Desa", by="sekdes"
    )
    office.on_draft(deliberating.record_attendance, present=("sekdes",), residents=40, by="sekdes")
    office.on_draft(deliberating.close_meeting, by="sekdes")
    for kind in ("berita_acara_konsultasi", "surat_pengantar"):
        office.on_draft(drafting.file_document, kind, b"%PDF-1.7 pindaian", suffix=".pdf", by="sekdes")
    office.on_draft(enacting.take_step, "ajukan", by="kades")
    return office


def _waiting(office: Office) -> list[Message]:
    return list(office.look(lambda desk: desk.outbox.waiting()))  # type: ignore[call-overload]


def test_a_step_tells_whom_the_draft_waits_for_and_the_group(office: Office) -> None:
    news = [m for m in _waiting(office) if m.key.startswith("langkah:") and ":ajukan:" in m.key]
    ketua = office.look(lambda desk: _id(desk, "ketua"))
    assert {m.person for m in news} == {"", ketua}
    assert {m.until for m in news} == {date(2026, 2, 18)}  # ten working days; 17 February is a holiday
    assert all("Musyawarah internal BPD" in m.what for m in news)


def test_what_is_refused_tells_nobody(office: Office) -> None:
    before = _waiting(office)
    with pytest.raises(StepRefused):
        office.on_draft(enacting.take_step, "bahas_bersama", by="ketua")
    assert _waiting(office) == before


def test_the_sweep_reminds_once_however_often_it_runs_and_escalates_when_nobody_moves(office: Office) -> None:
    last = date(2026, 2, 18)
    told: dict[int, list[str]] = {}
    for days in range(-5, 6):
        office.now = BEGIN + (last - BEGIN.date()) + timedelta(days=days)
        first = office.look(telling.sweep)
        assert office.look(telling.sweep) == 0
        if first:
            told[days] = sorted({m.kind for m in _waiting(office) if m.at == office.now})
    assert told == {-3: ["pengingat"], -1: ["pengingat"], 1: ["lewat"], 3: ["eskalasi"]}


def test_a_worker_that_slept_does_not_pour_out_every_reminder_it_missed(office: Office) -> None:
    office.now = BEGIN + timedelta(days=17)
    office.look(telling.sweep)
    assert {m.key.split(":")[0] for m in _waiting(office) if m.kind == "pengingat"} == set()
    assert {m.kind for m in _waiting(office) if m.at == office.now} == {"lewat"}


def test_the_text_for_the_group_fits_one_screen_and_comes_once(office: Office) -> None:
    text = office.look(lambda desk: telling.group_text(desk, link=LINK))
    assert isinstance(text, str)
    assert len(text) <= 700
    assert len(text.splitlines()) <= 18
    for words in (
        "Contoh: kini Disampaikan ke BPD",
        "Siapa: Ketua BPD",
        "Sampai: Rabu, 18 Februari 2026",
        f"{LINK}/rancangan/",
    ):
        assert words in text
    assert office.look(lambda desk: telling.group_text(desk, link=LINK, posted=True)) == text
    assert office.look(lambda desk: telling.group_text(desk, link=LINK)) == ""


def test_many_messages_become_one_digest_of_one_screen(office: Office) -> None:
    def flood(desk: Desk) -> str:
        at = desk.clock.now()
        many = [
            Message(
                f"banjir:{n}",
                f"contoh-{n}",
                "kabar",
                "",
                f"Rancangan {n}: kini Pembahasan.",
                "Ketua BPD",
                None,
                "",
                at,
            )
            for n in range(40)
        ]
        desk.outbox.put(many)
        return telling.group_text(desk)

    text = office.look(flood)
    assert isinstance(text, str)
    assert "kabar lain" in text
    assert len(text) <= 700


def test_a_link_for_a_person_opens_with_the_text(office: Office) -> None:
    links = office.look(lambda desk: telling.wa_links(desk, link=LINK))
    assert isinstance(links, dict)
    assert set(links) == {"ketua", "kades"}
    address, text = links["ketua"].split("?text=")
    assert address == "https://wa.me/6281200000001"
    assert "Sampai: Rabu, 18 Februari 2026" in unquote(text)


def test_one_mail_a_person_and_never_the_same_again(office: Office, tmp_path: Path) -> None:
    mailer = DjangoMail(f"folder:{tmp_path / 'surel'}")
    first = office.look(lambda desk: telling.send_mail(desk, mailer, link=LINK))
    assert [one.count for one in first] == [1, 2]  # type: ignore[attr-defined]
    assert office.look(lambda desk: telling.send_mail(desk, mailer, link=LINK)) == ()
    mails = sorted((tmp_path / "surel").iterdir())
    assert len(mails) == 2
    assert any("To: ketua@contoh.invalid" in mail.read_text("utf-8") for mail in mails)


def test_an_invitation_is_mailed_with_its_calendar_entry(office: Office, tmp_path: Path) -> None:
    office.on_draft(
        sitting.call_meeting,
        kind="internal",
        on=date(2026, 2, 13),
        starts="19.30",
        place="Balai Desa",
        agenda=("Pembacaan naskah",),
        by="ketua",
    )
    office.look(lambda desk: telling.send_mail(desk, DjangoMail(f"folder:{tmp_path / 'surel'}")))
    sent = [mail.read_text("utf-8") for mail in (tmp_path / "surel").iterdir()]
    assert any("pelindungan-pmi.ics" in mail for mail in sent)
    told = office.look(lambda desk: telling.meeting_calendar(desk, "pelindungan-pmi"))
    assert isinstance(told, bytes)
    assert b"DTSTART:20260213T123000Z" in told  # 19.30 WIB
    assert b"LOCATION:Balai Desa" in told
    assert told == office.look(lambda desk: telling.meeting_calendar(desk, "pelindungan-pmi"))


def test_what_cannot_be_sent_waits_again(office: Office) -> None:
    before = _waiting(office)
    with pytest.raises(MailRefused):
        office.look(lambda desk: telling.send_mail(desk, DjangoMail("smtp://localhost:1")))
    office.now += telling.AGAIN_AFTER
    with pytest.raises(MailRefused):
        office.look(lambda desk: telling.send_mail(desk, DjangoMail("")))
    assert _waiting(office) == before


class _Server:
    """A mail server that refuses some, dies at one, and keeps what it took."""

    def __init__(self, refuses: str = "", dies_after: str = "") -> None:
        self.took: list[str] = []
        self._refuses, self._dies_after = refuses, dies_after

    def send(self, to: Sequence[str], subject: str, text: str, attachments: object) -> None:
        if to[0].startswith(self._refuses or "-"):
            raise MailRefused("mailbox unavailable")
        self.took.append(to[0])
        if to[0].startswith(self._dies_after or "-"):
            raise KeyboardInterrupt  # power gone between the server's answer and our mark


def test_one_bad_address_keeps_nobody_else_waiting(office: Office) -> None:
    server = _Server(refuses="ketua")
    told = office.look(lambda desk: telling.send_mail(desk, server))
    assert (len(told), server.took) == (1, ["kades@contoh.invalid"])  # type: ignore[arg-type]
    assert all("ketua" not in one for one in server.took)


def test_a_mail_that_was_never_confirmed_goes_out_again(office: Office) -> None:
    first = _Server(dies_after="ketua")
    with pytest.raises(KeyboardInterrupt):
        office.look(lambda desk: telling.send_mail(desk, first))
    again = _Server()
    office.look(lambda desk: telling.send_mail(desk, again))
    assert "ketua@contoh.invalid" not in again.took  # somebody may be at it still
    office.now += telling.AGAIN_AFTER
    office.look(lambda desk: telling.send_mail(desk, again))
    assert sorted({*first.took, *again.took}) == ["kades@contoh.invalid", "ketua@contoh.invalid"]
    assert again.took.count("ketua@contoh.invalid") == 1
    office.now += 2 * telling.AGAIN_AFTER
    assert office.look(lambda desk: telling.send_mail(desk, again)) == ()


def test_a_sweep_looks_at_what_is_pressing_and_at_nothing_else(office: Office) -> None:
    """The term ends on 18 February."""

    def pressing(desk: Desk) -> list[str]:
        return [row.draft for row in desk.register.due_until(date(2026, 2, 18))]

    assert office.look(lambda desk: desk.register.due_until(date(2026, 2, 17))) == ()
    assert office.look(pressing) == ["pelindungan-pmi"]
    _final(office)
    assert office.look(pressing) == []


def _final(office: Office) -> None:
    def close(desk: Desk) -> None:
        desk.register.replace_all([replace(row, final=True) for row in desk.register.rows()])

    office.look(close)


def _id(desk: Desk, nickname: str) -> str:
    from perdes_flow.use_cases.desk import open_village

    person = open_village(desk)[0].person(nickname)
    assert person is not None
    return person.id

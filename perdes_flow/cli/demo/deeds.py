"""What people do in the demo's story, each as a function of the desk: the same use cases that the commands call."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from perdes_flow.bootstrap.workspace import shipped
from perdes_flow.cli.demo.letters import clarification_letter, drawn_photo, returned_file
from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.values import AnswerOutcome, Choice, MeetingKind, Role
from perdes_flow.use_cases import (
    consulting,
    deliberating,
    drafting,
    enacting,
    issuing,
    receiving,
    registering,
    reviewing,
    sitting,
    suggesting,
)
from perdes_flow.use_cases.desk import Desk, Written
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.use_cases.legal_acts import Particulars

VILLAGE, DRAFT = "sumberagung", "pelindungan-pmi"
MEMBERS = ("ketua-bpd", "sekretaris-bpd", *(f"anggota-{n}" for n in range(1, 8)))
BALAI = "Balai Desa Sumberagung"
TERMS = date(2023, 1, 2)

Deed = Callable[[Desk], Written]


def village(desk: Desk) -> Written:
    return registering.register_village(
        desk,
        village=VILLAGE,
        desa="Sumberagung",
        kecamatan="Gandusari",
        kabupaten="Kabupaten Blitar",
        zone="WIB",
    )


def people() -> tuple[Deed, ...]:
    offices = {
        "penyusun": ("Penyusun Naskah", Role.PENYUSUN),
        "evaluator": ("Tim Klarifikasi Kabupaten", Role.EVALUATOR),
        "ketua-bpd": ("Ketua BPD", Role.KETUA_BPD),
        "sekretaris-bpd": ("Sekretaris BPD", Role.SEKRETARIS_BPD),
        **{f"anggota-{n}": (f"Anggota BPD {n}", Role.ANGGOTA_BPD) for n in range(1, 8)},
        "kades": ("Kepala Desa Sumberagung", Role.KADES),
        "sekdes": ("Sekretaris Desa Sumberagung", Role.SEKDES),
    }
    return tuple(_person(nickname, name, role) for nickname, (name, role) in offices.items())


def _person(nickname: str, name: str, role: Role) -> Deed:
    return lambda desk: registering.add_person(
        desk, nickname=nickname, name=name, offices=(role,), since=TERMS, by="kades"
    )


def contacts() -> tuple[Deed, ...]:
    """Numbers and addresses that belong to nobody."""
    return tuple(
        _contact(nickname, f"62800000{number:04d}", "P" if number % 2 else "L")
        for number, nickname in enumerate(("kades", "sekdes", "penyusun", *MEMBERS), start=1)
    )


def _contact(nickname: str, phone: str, sex: str) -> Deed:
    return lambda desk: registering.describe_person(
        desk, nickname=nickname, phone=phone, mail=f"{nickname}@contoh.invalid", sex=sex, by="sekdes"
    )


def start(desk: Desk) -> Written:
    return drafting.start_draft(
        desk,
        DRAFT,
        title="Pelindungan Pekerja Migran Indonesia",
        workflow="perdes",
        jenis="umum",
        asal="lembaga",
        prakarsa="pemdes",
        by="penyusun",
    )


def _sample(name: str) -> bytes:
    return (shipped("drafts/contoh") / DRAFT / name).read_bytes()


def submit(name: str) -> Deed:
    return lambda desk: drafting.submit_version(desk, DRAFT, _sample(name), file_name=name, by="penyusun")


def step(step: str, by: str, nomor: str = "", **papers: str) -> Deed:
    return lambda desk: enacting.take_step(
        desk,
        DRAFT,
        step,
        by=by,
        particulars=Particulars(nomor=nomor),
        papers={kind: Paper(_sample(name), Path(name).suffix) for kind, name in papers.items()},
    )


def clarified(desk: Desk) -> Written:
    letter = Paper(clarification_letter(), ".docx")
    return enacting.take_step(
        desk,
        DRAFT,
        "klarifikasi_selesai",
        by="evaluator",
        particulars=Particulars(nomor="188/77/2026"),
        papers={"surat_hasil_klarifikasi": letter},
    )


def paper(kind: str, by: str, nomor: str = "") -> Deed:
    return lambda desk: issuing.issue_paper(desk, DRAFT, kind, nomor=nomor, by=by)


def heard(text: str, name: str, unsur: str, address: str = "") -> Deed:
    return lambda desk: consulting.receive_input(
        desk, DRAFT, text=text, name=name, unsur=unsur, address=address, by="sekdes"
    )


def answer_input(number: int, outcome: AnswerOutcome, reason: str) -> Deed:
    return lambda desk: consulting.answer_input(
        desk, DRAFT, number, outcome=outcome, reason=reason, by="sekdes"
    )


def photo(caption: str) -> Deed:
    return lambda desk: consulting.add_photo(desk, DRAFT, drawn_photo(), caption=caption, by="sekdes")


def invite(
    kind: MeetingKind, by: str, on: date, starts: str, agenda: tuple[str, ...], guests: tuple[Guest, ...] = ()
) -> Deed:
    return lambda desk: sitting.call_meeting(
        desk, DRAFT, kind=kind, on=on, starts=starts, place=BALAI, agenda=agenda, guests=guests, by=by
    )


def guests(by: str, *people: Guest) -> Deed:
    return lambda desk: sitting.record_guests(desk, DRAFT, guests=people, by=by)


def opinion(person: str, text: str, address: str = "") -> Deed:
    return lambda desk: sitting.record_opinion(
        desk, DRAFT, person=person, text=text, address=address, by="sekretaris-bpd"
    )


def session(by: str, on: date, starts: str) -> Deed:
    return lambda desk: sitting.open_session(desk, DRAFT, on=on, starts=starts, by=by)


def agree_on(address: str) -> Deed:
    return lambda desk: deliberating.record_pasal_mufakat(desk, DRAFT, address=address, by="ketua-bpd")


def vote_on(by: str, address: str, choice: Choice) -> Deed:
    return lambda desk: deliberating.cast_pasal_vote(desk, DRAFT, address=address, choice=choice, by=by)


def meeting(kind: MeetingKind, by: str, on: date) -> Deed:
    return lambda desk: deliberating.open_meeting(desk, DRAFT, kind=kind, on=on, place=BALAI, by=by)


def attend(by: str, present: tuple[str, ...], residents: int = 0) -> Deed:
    return lambda desk: deliberating.record_attendance(
        desk, DRAFT, present=present, residents=residents, by=by
    )


def minutes(by: str, text: str) -> Deed:
    return lambda desk: deliberating.record_minutes(desk, DRAFT, text=text, by=by)


def vote(by: str, choice: Choice) -> Deed:
    return lambda desk: deliberating.cast_vote(desk, DRAFT, choice=choice, by=by)


def close(by: str) -> Deed:
    return lambda desk: deliberating.close_meeting(desk, DRAFT, by=by)


def comment(by: str, address: str, text: str, quote: str = "") -> Deed:
    return lambda desk: reviewing.open_comment(desk, DRAFT, address=address, text=text, quote=quote, by=by)


def answer(comment: int, outcome: AnswerOutcome, reason: str) -> Deed:
    return lambda desk: reviewing.answer_comment(
        desk, DRAFT, comment, outcome=outcome, reason=reason, by="kades"
    )


def resolve(comment: int, by: str) -> Deed:
    return lambda desk: reviewing.resolve_comment(desk, DRAFT, comment, by=by)


def suggest(by: str, address: str, quote: str, text: str) -> Deed:
    return lambda desk: suggesting.suggest(desk, DRAFT, address=address, quote=quote, text=text, by=by)


def taken(suggestion: int) -> Deed:
    return lambda desk: suggesting.say_taken(desk, DRAFT, [suggestion], by="penyusun")


def refuse(suggestion: int, reason: str) -> Deed:
    return lambda desk: suggesting.refuse_suggestion(desk, DRAFT, suggestion, reason=reason, by="penyusun")


def receive(by: str, name: str) -> Deed:
    return lambda desk: receiving.receive_file(
        desk, returned_file(_sample(name)), file_name="Ranperdes final rev2 FIX (1).docx", by=by
    )

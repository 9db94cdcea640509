"""Guards on the case itself: its kind, whose initiative it is, terms, numbers, consents, signatures."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import Prakarsa, Slug
from perdes_flow.domain.words import PARTIES, all_of, any_of, kinds
from perdes_flow.workflow.definition_spelling import as_list
from perdes_flow.workflow.engine_terms import last_day_before
from perdes_flow.workflow.guards.registry import Args, NoArgs, guard
from perdes_flow.workflow.guards.situation import Situation

_BOTH: tuple[Prakarsa, ...] = ("pemdes", "bpd")
Names = Annotated[tuple[Slug, ...], BeforeValidator(as_list, json_schema_input_type=Slug | list[Slug])]


class Kinds(Args):
    """Kinds of regulation or groups of kinds; either `in` or `not_in`."""

    within: Annotated[Names, Field(alias="in")] = ()
    not_in: Names = ()

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.within) == bool(self.not_in):
            raise ValueError("isi salah satu dari in dan not_in")
        return self


class Initiative(Args):
    within: Annotated[tuple[Prakarsa, ...], Field(alias="in", min_length=1)]


class Reported(Args):
    tentang: Literal["evaluasi", "klarifikasi", "buntu"]


class OtherStep(Args):
    """`dengan`: a step of this procedure."""

    dengan: Slug


@guard(Kinds, split="jenis")
def jenis(situation: Situation, args: Kinds) -> str | None:
    """The step is for this kind of regulation."""
    procedure, kind = situation.procedure, situation.draft.jenis
    allowed = procedure.kinds(args.within)
    barred = procedure.kinds(args.not_in)
    if kind in allowed or (args.not_in and kind not in barred):
        return None
    rule = f"hanya untuk jenis {kinds(allowed)}" if args.within else f"bukan untuk jenis {kinds(barred)}"
    return f"Langkah ini {rule}; rancangan ini berjenis {kinds([kind])}. Pilih langkah lain pada tahap ini."


@guard(Initiative, split="prakarsa")
def prakarsa(situation: Situation, args: Initiative) -> str | None:
    """The step is for a draft of this initiative."""
    own = situation.draft.prakarsa
    if own in args.within:
        return None
    wanted = any_of(PARTIES[party] for party in args.within)
    return f"Langkah ini untuk rancangan prakarsa {wanted}; rancangan ini prakarsa {PARTIES[own]}. Pilih langkah lain pada tahap ini."


@guard(NoArgs)
def tenggat_lewat(situation: Situation, args: NoArgs) -> str | None:
    """The term of the stage has passed: the day after its last day has come."""
    draft = situation.draft
    last = last_day_before(
        situation.procedure, situation.step, draft.state, draft.jenis, draft.entered, situation.calendar
    )
    if last is None:
        return "Tahap ini tidak mempunyai tenggat, sehingga tidak ada yang terlewati."
    if situation.today > last:
        return None
    return f"Tenggat belum lewat: hari terakhirnya {tanggal(last)}. Tunggu sampai hari sesudahnya."


@guard(NoArgs)
def nomor_urut(situation: Situation, args: NoArgs) -> str | None:
    """A number is given, and it is the next one."""
    nomor, used = situation.nomor, situation.numbers_used
    if not nomor:
        return "Nomor belum diisi. Isi nomor urut berikutnya menurut buku register."
    if not (nomor.isascii() and nomor.isdigit() and int(nomor) > 0):
        return f"Nomor “{nomor}” bukan bilangan. Tulis dengan angka, misalnya 3."
    expected = max(used, default=0) + 1
    if not used or int(nomor) == expected:
        return None
    problem = "sudah dipakai" if int(nomor) in used else "melompati urutan"
    return f"Nomor {int(nomor)} {problem}; nomor urut berikutnya adalah {expected}."


@guard(NoArgs)
def persetujuan_kedua_pihak(situation: Situation, args: NoArgs) -> str | None:
    """Both the village government and the BPD consented to this very step, since the stage was entered."""
    draft = situation.draft
    given = {c.party for c in draft.consents if c.to == situation.step and c.on >= draft.entered}
    lacking = [PARTIES[party] for party in _BOTH if party not in given]
    if not lacking:
        return None
    return f"Persetujuan {all_of(lacking)} belum tercatat. Langkah ini memerlukan persetujuan Pemerintah Desa dan BPD."


@guard(Reported)
def sudah_dilaporkan(situation: Situation, args: Reported) -> str | None:
    """The matter was put to the Bupati."""
    since = _stage_began(situation)
    if any(report.about == args.tentang and report.on >= since for report in situation.draft.reports):
        return None
    return "Belum tercatat surat kepada Bupati/Wali Kota melalui Camat mengenai hal ini. Catat penyampaiannya lebih dulu."


@guard(NoArgs)
def sudah_ditetapkan(situation: Situation, args: NoArgs) -> str | None:
    """The Kepala Desa has signed."""
    if situation.draft.penetapan is not None:
        return None
    return "Penetapan oleh Kepala Desa belum tercatat. Catat penandatanganan lebih dulu."


@guard(OtherStep, names_step=True)
def bukan_orang_sama(situation: Situation, args: OtherStep) -> str | None:
    """Somebody else took the step named; an acting official may have to do both."""
    before = [step for step in situation.draft.path if step.id == args.dengan]
    if not before or before[-1].by.person != situation.actor.person or _acting(situation):
        return None
    other = situation.procedure.transition(args.dengan)
    name = other.title if other else args.dengan
    return f"Orang yang sama sudah mengambil langkah “{name}”. Mintalah pejabat lain yang berwenang."


def _stage_began(situation: Situation) -> date:
    """When the draft came to its stage from another one: a report made in it does not begin it anew."""
    draft = situation.draft
    came = (step.on for step in reversed(draft.path) if step.target == draft.state != step.source)
    return next(came, draft.entered)


def _acting(situation: Situation) -> bool:
    person = situation.village.people.get(situation.actor.person)
    offices = person.offices if person else ()
    return any(o.acting and o.role == situation.actor.role and o.held_on(situation.today) for o in offices)

"""Guards on the text: its form, whether it is new, and whether it is the very text that was agreed."""

from typing import Literal

from perdes_flow.domain.values import MeetingKind, Sha256
from perdes_flow.workflow.guards.registry import Args, NoArgs, guard
from perdes_flow.workflow.guards.situation import Situation

_NO_TEXT = "Belum ada naskah. Serahkan versi pertama (berkas Word)."


class SameText(Args):
    """versi_dibahas: on the table of this stage's last meeting (of the kind `rapat`); naskah_final: agreed;
    naskah_ditetapkan: signed."""

    dengan: Literal["versi_dibahas", "naskah_final", "naskah_ditetapkan"]
    rapat: MeetingKind | None = None


@guard(NoArgs)
def struktur_sah(situation: Situation, args: NoArgs) -> str | None:
    """The text reads as a regulation: it has Pasal."""
    latest = situation.draft.latest
    if latest is None:
        return _NO_TEXT
    if latest.pasal:
        return None
    return f"Versi {latest.number} tidak memuat satu Pasal pun yang terbaca. Periksa bentuk naskah, lalu serahkan lagi."


@guard(NoArgs)
def bersih_dari_tracked_changes(situation: Situation, args: NoArgs) -> str | None:
    """Nobody can read the text in two ways: no tracked change is left open."""
    latest = situation.draft.latest
    if latest is None:
        return _NO_TEXT
    if not latest.open_revisions:
        return None
    return (
        f"Versi {latest.number} masih memuat {latest.open_revisions} perubahan terlacak (tracked changes). "
        "Terima atau tolak semuanya di Word, lalu serahkan versi baru."
    )


@guard(NoArgs)
def versi_baru(situation: Situation, args: NoArgs) -> str | None:
    """A version came since the stage was entered."""
    draft = situation.draft
    if len(draft.versions) > draft.versions_before_visit:
        return None
    return f"Belum ada versi baru sejak tahap ini dimulai (versi terakhir: {len(draft.versions)}). Serahkan naskah yang telah diperbaiki."


@guard(SameText)
def hash_sama(situation: Situation, args: SameText) -> str | None:
    """The text at hand is, letter for letter, the one named."""
    draft = situation.draft
    bound, what = _bound_text(situation, args)
    offered = situation.text_sha256 or (draft.latest.text_sha256 if draft.latest else None)
    if bound is None:
        return f"Belum ada {what}, sehingga naskah tidak dapat dicocokkan."
    if offered == bound:
        return None
    return f"Naskah tidak sama dengan {what}: sidik teksnya berbeda. Pakai naskah itu, atau bahas perubahannya lebih dulu."


def _bound_text(situation: Situation, args: SameText) -> tuple[Sha256 | None, str]:
    draft, meeting = situation.draft, situation.meeting_of(args.rapat)
    match args.dengan:
        case "versi_dibahas":
            return (meeting.text_sha256 if meeting else None), "versi yang dibahas dalam musyawarah"
        case "naskah_final":
            agreed = draft.agreement
            return (agreed.text_sha256 if agreed else None), "naskah yang disepakati"
    signed = draft.penetapan
    return (signed.text_sha256 if signed else None), "naskah yang ditetapkan Kepala Desa"

"""Play the story: every scene at its own time, through the same use cases that the commands call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from perdes_flow.bootstrap.workspace import Workspace, create_workspace, open_workspace
from perdes_flow.cli.demo.deeds import DRAFT, VILLAGE
from perdes_flow.cli.demo.scene import Scene
from perdes_flow.cli.demo.stage import LOG, fixed_salts
from perdes_flow.cli.demo.story import story
from perdes_flow.domain.checkpoint import key_text, origin_of
from perdes_flow.domain.local_time import local_date
from perdes_flow.errors import DraftUnknown, Refusal, StepRefused
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.ports import Entry
from perdes_flow.storage.keys import LogKey
from perdes_flow.use_cases import comparing, exporting, suggesting, telling, word_threads
from perdes_flow.use_cases.desk import Desk, open_case

_SEED = "perdes demo"
_AUTHOR = "perdes-flow"
_LINK = "https://perdes.contoh.invalid"  # nobody's address
MESSAGES = "pesan"


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a scene; `refusal` is the sentence where it was refused."""

    scene: Scene
    today: date
    entries: tuple[Entry, ...]
    refusal: str
    missing: tuple[str, ...]
    state: str
    state_label: str

    def as_json(self) -> Mapping[str, object]:
        return {
            "at": self.scene.at,
            "title": self.scene.title,
            "refusal": self.refusal,
            "missing": list(self.missing),
            "state": self.state,
            "facts": [
                {"seq": entry.seq, "hash": entry.hash, **entry.act.fact.model_dump(mode="json")}
                for entry in self.entries
            ],
        }


def play(home: Path) -> Iterator[Played]:
    """Make a workspace in an empty folder and play every scene in it."""
    create_workspace(home).close()
    salt = fixed_salts(_SEED)
    for number, scene in enumerate(story(), start=1):
        with open_workspace(home, now=datetime.fromisoformat(scene.at), salt=salt) as workspace:
            played = _played(workspace, scene, f"demo-{number:03d}")
            _tell_group(workspace, f"{number:02d}-{played.today}")
            yield played


def _played(workspace: Workspace, scene: Scene, key: str) -> Played:
    entries: list[Entry] = []
    refusal = ""
    missing: tuple[str, ...] = ()
    try:
        for part, deed in enumerate(scene.deeds, start=1):
            entries += deed(workspace.desk(VILLAGE, key=f"{key}-{part:02d}"))
    except Refusal as refused:
        if not scene.refused:
            raise
        refusal = refusal_sentence(refused)
        missing = (
            tuple(m.code for m in refused.missing) if isinstance(refused, StepRefused) else (refused.code,)
        )
    state, label = _state(workspace.desk(VILLAGE))
    return Played(
        scene, local_date(workspace.clock.now(), "WIB"), tuple(entries), refusal, missing, state, label
    )


def _tell_group(workspace: Workspace, name: str) -> None:
    """Leave what would be pasted into the village's WhatsApp group after this scene, if there is anything."""
    desk = workspace.desk(VILLAGE)
    telling.sweep(desk)
    text = telling.group_text(desk, link=_LINK, posted=True)
    if text:
        folder = workspace.home / MESSAGES
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(f"{text}\n", "utf-8", newline="\n")


def _state(desk: Desk) -> tuple[str, str]:
    try:
        case = open_case(desk, DRAFT)
    except DraftUnknown:
        return "", ""
    return case.draft.state, case.procedure.states[case.draft.state].label


def leave_behind(home: Path) -> Mapping[str, str]:
    """Write redlines, log and checkpoint beside the versions; what there is to see, and where, below the folder."""
    last = datetime.fromisoformat(story()[-1].at)
    with open_workspace(home, now=last) as workspace:
        desk = workspace.desk(VILLAGE)
        versions = len(open_case(desk, DRAFT).draft.versions)
        redlines = [_leave_redline(workspace, desk, old) for old in range(1, versions)]
        (home / "undangan.ics").write_bytes(telling.meeting_calendar(desk, DRAFT))
        # a key of its own, known to everybody: it shows how a checkpoint looks, and vouches for nothing
        key = LogKey.from_seed(origin_of(VILLAGE), fixed_salts(_SEED)())
        (home / "catatan-dalam-word.docx").write_bytes(word_threads.export_comments(desk, DRAFT))
        (home / "usul-atas-v2.docx").write_bytes(suggesting.write_made_on(desk, DRAFT, 2).docx)
        (home / LOG).write_bytes(exporting.export_log(desk))
        (home / "titik-periksa.txt").write_text(exporting.signed_checkpoint(desk, key), "utf-8", newline="\n")
        (home / "kunci.txt").write_text(f"{key_text(key)}\n", "utf-8", newline="\n")
    return {
        "versi naskah": f"drafts/{VILLAGE}/{DRAFT}/",
        "dokumen resmi": f"drafts/{VILLAGE}/{DRAFT}/dokumen/",
        **{f"redline {name}": path for name, path in redlines},
        "pesan untuk grup WhatsApp": f"{MESSAGES}/",
        "undangan sebagai berkas kalender": "undangan.ics",
        "semua catatan sebagai komentar Word": "catatan-dalam-word.docx",
        "usul atas versi 2 sebagai perubahan terlacak": "usul-atas-v2.docx",
        "catatan": LOG,
        "titik periksa": "titik-periksa.txt",
        "kunci umum": "kunci.txt",
    }


def _leave_redline(workspace: Workspace, desk: Desk, old: int) -> tuple[str, str]:
    name = f"redline-v{old}-v{old + 1}.docx"
    (workspace.home / name).write_bytes(
        comparing.redline_versions(desk, DRAFT, old, old + 1, author=_AUTHOR).docx
    )
    return f"versi {old} ke {old + 1}", name

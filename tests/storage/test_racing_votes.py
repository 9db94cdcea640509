"""Several programs cast the same votes at the same moment: every member's vote is counted once, on both databases."""

import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from use_cases.office import docx

from perdes_flow.bootstrap.workspace import create_workspace, open_workspace
from perdes_flow.domain.chain import breaks
from perdes_flow.domain.values import Role
from perdes_flow.use_cases import deliberating, drafting, registering
from perdes_flow.use_cases.desk import open_case

VILLAGE, DRAFT = "sumberagung", "pelindungan-pmi"
RACER = Path(__file__).with_name("racing_votes.py")


@pytest.mark.parametrize(
    ("racers", "votes"), [(3, 12), pytest.param(10, 200, marks=pytest.mark.nightly)], ids=["small", "full"]
)
def test_every_vote_is_counted_once_however_many_race(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, racers: int, votes: int
) -> None:
    if url.startswith("postgres"):
        monkeypatch.setenv("PERDES_DATABASE_URL", url)
    home = tmp_path / "kerja"
    members = _sitting(home, votes)
    command = [sys.executable, str(RACER), str(home), VILLAGE, DRAFT]
    started = [
        subprocess.Popen([*command, str(seed)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for seed in range(racers)
    ]
    said = [process.communicate(timeout=900) for process in started]
    assert not any(process.returncode for process in started), said
    lines = Counter(line for out, _ in said for line in out.splitlines() if not line.startswith("accepted"))
    accepted = sum(int(out.splitlines()[-1].split()[-1]) for out, _ in said)
    assert accepted == votes
    assert lines == {"suara_ditolak sudah_bersuara": (racers - 1) * votes}
    with open_workspace(home) as workspace:
        meeting = open_case(workspace.desk(VILLAGE), DRAFT).draft.meetings[1]
        assert set(meeting.votes) == members
        assert len(workspace.log(VILLAGE).of_type("vote_cast")) == votes
        assert not list(breaks(workspace.log(VILLAGE).records()))


def _sitting(home: Path, votes: int) -> set[str]:
    """A meeting of as many members as there are votes; their ids."""
    create_workspace(home).close()
    now = datetime.now(UTC)
    with open_workspace(home, now=now) as workspace:
        names = [f"a{n}" for n in range(votes - 1)]
        registering.register_village(
            workspace.desk(VILLAGE),
            village=VILLAGE,
            desa="Sumberagung",
            kecamatan="Gandusari",
            kabupaten="Kabupaten Blitar",
            zone="WIB",
        )
        people = {"penyusun": Role.PENYUSUN, "ketua": Role.KETUA_BPD} | dict.fromkeys(names, Role.ANGGOTA_BPD)
        for nickname, role in people.items():
            registering.add_person(
                workspace.desk(VILLAGE),
                nickname=nickname,
                name=nickname,
                offices=(role,),
                since=date(2023, 1, 2),
                by="sekdes",
            )
        drafting.start_draft(
            workspace.desk(VILLAGE),
            DRAFT,
            title="Contoh",
            workflow="perdes",
            jenis="umum",
            asal="pemdes",
            prakarsa="pemdes",
            by="penyusun",
        )
        drafting.submit_version(workspace.desk(VILLAGE), DRAFT, docx(), file_name="v1.docx", by="penyusun")
        deliberating.open_meeting(
            workspace.desk(VILLAGE),
            DRAFT,
            kind="internal",
            on=now.astimezone().date(),
            place="Balai Desa",
            by="ketua",
        )
        deliberating.record_attendance(workspace.desk(VILLAGE), DRAFT, present=("ketua", *names), by="ketua")
        return set(open_case(workspace.desk(VILLAGE), DRAFT).draft.meetings[1].present)

"""A village's office for tests of the use cases: five members of the BPD, a draft of three Pasal, a clock to set."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from perdes_flow.bootstrap.workspace import create_workspace, open_workspace
from perdes_flow.domain.draft import Draft
from perdes_flow.domain.values import Role
from perdes_flow.use_cases import drafting, registering
from perdes_flow.use_cases.desk import Desk, Written, open_case
from perdes_flow.word.writer import Paragraph, write

VILLAGE, DRAFT = "sumberagung", "pelindungan-pmi"
OFFICES = {
    "kades": Role.KADES,
    "penyusun": Role.PENYUSUN,
    "ketua": Role.KETUA_BPD,
    "sekretaris": Role.SEKRETARIS_BPD,
    "a1": Role.ANGGOTA_BPD,
    "a2": Role.ANGGOTA_BPD,
    "a3": Role.ANGGOTA_BPD,
    "sekdes": Role.SEKDES,
}
BPD = ("ketua", "sekretaris", "a1", "a2", "a3")
BEGIN = datetime(2026, 2, 2, 2, tzinfo=UTC)


def docx(*words: str) -> bytes:
    """A regulation of three Pasal, one of which says these words."""
    lines = [
        "RANCANGAN",
        "PERATURAN DESA SUMBERAGUNG",
        "TENTANG",
        "CONTOH",
        "MEMUTUSKAN:",
        "Pasal 1",
        "Awal.",
    ]
    return write(
        [Paragraph(line) for line in (*lines, "Pasal 2", " ".join(words) or "Isi.", "Pasal 3", "Akhir.")]
    )


class Office:
    """Everything happens at `now`, through the use cases."""

    def __init__(self, home: Path) -> None:
        self.home, self.now = home, BEGIN
        create_workspace(home).close()

    def do(
        self, act: Callable[..., Written], *given: object, key: str | None = None, **named: object
    ) -> Written:
        """One act on the draft; what it refuses it raises."""
        with open_workspace(self.home, now=self.now) as workspace:
            return act(workspace.desk(VILLAGE, key=key), *given, **named)

    def on_draft(self, act: Callable[..., Written], *given: object, **named: object) -> Written:
        return self.do(act, DRAFT, *given, **named)

    def look(self, read: Callable[[Desk], object]) -> object:
        with open_workspace(self.home, now=self.now) as workspace:
            return read(workspace.desk(VILLAGE))

    @property
    def draft(self) -> Draft:
        with open_workspace(self.home, now=self.now) as workspace:
            return open_case(workspace.desk(VILLAGE), DRAFT).draft

    @property
    def size(self) -> int:
        """How many records the village's log has."""
        with open_workspace(self.home, now=self.now) as workspace:
            return workspace.log(VILLAGE).head()[0]


def opened(home: Path) -> Office:
    """An office with its people and the first version of a draft."""
    office = Office(home)
    office.do(
        registering.register_village,
        village=VILLAGE,
        desa="Sumberagung",
        kecamatan="Gandusari",
        kabupaten="Kabupaten Blitar",
        zone="WIB",
    )
    for nickname, role in OFFICES.items():
        office.do(
            registering.add_person,
            nickname=nickname,
            name=nickname.title(),
            offices=(role,),
            since=date(2023, 1, 2),
            by="kades",
        )
    office.on_draft(
        drafting.start_draft,
        title="Contoh",
        workflow="perdes",
        jenis="umum",
        asal="pemdes",
        prakarsa="pemdes",
        by="penyusun",
    )
    office.on_draft(drafting.submit_version, docx(), file_name="v1.docx", by="penyusun")
    return office

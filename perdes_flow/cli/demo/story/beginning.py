"""The village and its people are entered; the community hands its draft in."""

from perdes_flow.cli.demo.deeds import contacts, people, start, submit, village
from perdes_flow.cli.demo.scene import Scene

SCENES = (
    Scene("2026-01-12T01:00:00+00:00", "Desa dan orangnya didaftarkan.", (village, *people(), *contacts())),
    Scene(
        "2026-01-12T02:30:00+00:00",
        "KOPI menyerahkan naskah susunan Infest bersama DPMD kepada BPD; Pemerintah Desa mengambilnya sebagai prakarsa.",
        (start, submit("v1-usulan-kopi.docx")),
    ),
)

"""Signature, promulgation, and the regency's clarification, with one wrong file refused on the way."""

from perdes_flow.cli.demo.deeds import clarified, paper, step
from perdes_flow.cli.demo.scene import Scene

AGREED = "v4-disepakati.docx"

SCENES = (
    Scene(
        "2026-03-25T02:00:00+00:00",
        "Kepala Desa menandatangani berkas yang keliru: naskah lama, bukan yang disepakati.",
        (step("tetapkan", "kades", nomor="3", naskah_bertanda_tangan="v3-setelah-pembahasan-bpd.docx"),),
        refused=True,
    ),
    Scene(
        "2026-03-25T03:00:00+00:00",
        "Kepala Desa menandatangani naskah yang disepakati.",
        (step("tetapkan", "kades", nomor="3", naskah_bertanda_tangan=AGREED),),
    ),
    Scene(
        "2026-03-27T02:00:00+00:00",
        "Sekretaris Desa mengundangkannya dalam Lembaran Desa.",
        (paper("lembaran_desa", "sekdes", "3"), step("undangkan", "sekdes", nomor="3")),
    ),
    Scene(
        "2026-03-30T02:00:00+00:00",
        "Kepala Desa menyampaikannya kepada Bupati melalui Camat.",
        (
            paper("surat_ke_bupati", "kades", "140/21/2026"),
            step("sampaikan", "kades", nomor="140/21/2026", salinan_resmi=AGREED),
        ),
    ),
    Scene(
        "2026-04-20T02:00:00+00:00",
        "Tim kabupaten menyatakan sesuai: Peraturan Desa berlaku.",
        (clarified,),
    ),
)

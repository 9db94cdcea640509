"""Papers from the agreement to the Lembaran Desa and to the Bupati."""

from perdes_flow.domain.local_time import hari_tanggal, tanggal
from perdes_flow.domain.values import Role
from perdes_flow.domain.words import GAZETTES
from perdes_flow.papers.meetings import BPD
from perdes_flow.papers.sheet import Occasion, Sheet, fingerprint


def berita_acara_kesepakatan(occasion: Occasion) -> Sheet:
    """UU 6/2014 Pasal 69 ayat (3): BPD and Kepala Desa agree on this very text."""
    meeting = occasion.draft.meeting
    held = f"dalam musyawarah di {meeting.place} pada {hari_tanggal(meeting.on)}" if meeting else ""
    return Sheet(
        "BERITA ACARA KESEPAKATAN BERSAMA",
        (
            f"BPD dan Kepala Desa {occasion.village.desa} {held} menyepakati bersama {occasion.title}.",
            _count(occasion),
            f"Naskah yang disepakati: {fingerprint(occasion.draft)}.",
        ),
        (Role.KETUA_BPD, Role.KADES),
        letterhead=BPD,
    )


def keputusan_bpd(occasion: Occasion) -> Sheet:
    """Permendagri 110/2016 Pasal 37 ayat (3) huruf f: the outcome is fixed by a decision, with the minutes annexed."""
    return Sheet(
        f"KEPUTUSAN BADAN PERMUSYAWARATAN DESA {occasion.village.desa.upper()}",
        (
            f"Menimbang: bahwa {occasion.title} telah dibahas dalam musyawarah BPD.",
            "Mengingat: Permendagri 110/2016 Pasal 37 ayat (3) huruf f.",
            f"KESATU: Menyepakati {occasion.title}, {fingerprint(occasion.draft)}.",
            f"KEDUA: {_count(occasion)}",
            "KETIGA: Notulen musyawarah merupakan lampiran Keputusan ini.",
        ),
        (Role.KETUA_BPD,),
        letterhead=BPD,
    )


def surat_penyampaian(occasion: Occasion) -> Sheet:
    """PP 43/2014 Pasal 84 ayat (1): the agreed draft goes to the Kepala Desa within seven days."""
    agreed = occasion.draft.agreement
    decision = (
        f"Keputusan BPD Nomor {agreed.nomor} tanggal {tanggal(agreed.on)}" if agreed else "Keputusan BPD"
    )
    return Sheet(
        "SURAT PENYAMPAIAN RANCANGAN YANG DISEPAKATI",
        (
            f"Kepada Yth. Kepala Desa {occasion.village.desa}.",
            f"Bersama ini disampaikan {occasion.title} yang disepakati dengan {decision}, untuk ditetapkan.",
            f"Lampiran: {fingerprint(occasion.draft)}.",
        ),
        (Role.KETUA_BPD,),
        letterhead=BPD,
    )


def lembaran_desa(occasion: Occasion) -> Sheet:
    """UU 6/2014 Pasal 69 ayat (11): the Sekretaris Desa promulgates."""
    signed = occasion.draft.penetapan
    title = occasion.title.removeprefix("Rancangan ")
    stipulated = (
        f"{title}, Nomor {signed.nomor} Tahun {signed.tahun}, ditetapkan {tanggal(signed.on)}, "
        if signed
        else f"{title}, yang tidak ditandatangani Kepala Desa, "
    )
    return Sheet(
        "LEMBARAN DESA",
        (
            f"{stipulated}diundangkan dalam {GAZETTES['lembaran_desa']} {occasion.village.desa} "
            f"Tahun {occasion.today.year} Nomor {occasion.nomor or '…'} pada {tanggal(occasion.today)}.",
            f"Naskah yang diundangkan: {fingerprint(occasion.draft)}.",
        ),
        (Role.SEKDES,),
    )


def surat_ke_bupati(occasion: Occasion) -> Sheet:
    """PP 43/2014 Pasal 84 ayat (4), Permendagri 110/2016 Pasal 45: to the Bupati, by way of the Camat."""
    promulgated = occasion.draft.pengundangan
    about = (
        f"Peraturan Desa Nomor {promulgated.nomor} Tahun {promulgated.tahun} tentang {occasion.draft.title}, "
        f"diundangkan {tanggal(promulgated.on)}"
        if promulgated
        else occasion.title
    )
    return Sheet(
        "SURAT KEPADA BUPATI MELALUI CAMAT",
        (
            f"Kepada Yth. Bupati ({occasion.village.kabupaten}) melalui Camat {occasion.village.kecamatan}.",
            f"Bersama ini disampaikan {about}.",
            f"Lampiran: {fingerprint(occasion.draft)}.",
        ),
        (Role.KADES,),
    )


def _count(occasion: Occasion) -> str:
    meeting = occasion.draft.meeting
    if meeting is None:
        return "Belum ada musyawarah yang tercatat."
    members = occasion.village.bpd_on(meeting.on)
    present = sum(1 for member in members if member.id in meeting.present)
    way = "mufakat" if meeting.mufakat else f"{meeting.count('setuju')} suara setuju"
    return f"Hadir {present} dari {len(members)} anggota BPD; keputusan diambil dengan {way}."

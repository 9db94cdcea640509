"""The fields of acts with legal effect: agreement, letters to the Bupati, Lembaran Desa, a member's proposal."""

from typing import Any

from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import BPD_ROLES, Role, sidik
from perdes_flow.domain.words import OFFICES
from perdes_flow.papers.common_fields import village_fields
from perdes_flow.papers.occasion import Occasion, shown_name
from perdes_flow.papers.words import sentence_case


def agreement_fields(occasion: Occasion) -> dict[str, Any]:
    agreed = occasion.draft.agreement
    assert agreed is not None  # asked before (kinds.lacking)
    return {
        "kesepakatan": {
            "nomor": agreed.nomor,
            "tanggal": tanggal(agreed.on),
            "versi": str(agreed.version),
            "sidik": sidik(agreed.text_sha256),
        }
    }


def covering_fields(occasion: Occasion) -> dict[str, Any]:
    """The letter with which the draft came to the BPD."""
    letters = [d for d in occasion.draft.documents if d.kind == "surat_pengantar"]
    dated = letters[-1].dated
    return {
        "pengantar": {
            "nomor": letters[-1].nomor or "–",
            "tanggal": tanggal(dated) if dated else "–",
        }
    }


def gazette_fields(occasion: Occasion) -> dict[str, Any]:
    signed, village = occasion.draft.penetapan, occasion.village
    if signed is None:
        number = "yang tidak ditandatangani Kepala Desa"
        how = (
            "Rancangan ini tidak ditandatangani Kepala Desa dalam tenggatnya, dan diundangkan menurut Peraturan Menteri "
            "Dalam Negeri Nomor 111 Tahun 2014 Pasal 11 ayat (2)."
        )
    else:
        number = f"NOMOR {signed.nomor} TAHUN {signed.tahun}"
        how = (
            f"{occasion.regulation} {village.desa} Nomor {signed.nomor} Tahun {signed.tahun} ditetapkan oleh Kepala Desa pada "
            f"tanggal {tanggal(signed.on)}."
        )
    return {
        "lembaran": {"tahun": str(occasion.today.year), "nomor_peraturan": number, "penetapan": how},
    }


def bupati_fields(occasion: Occasion) -> dict[str, Any]:
    """The letter to the Bupati by way of the Camat: at a deadlock, for evaluation, or after promulgation."""
    if occasion.draft.state == "buntu":
        return {"bupati": _deadlock(occasion)}
    if occasion.draft.pengundangan is not None:
        return {"bupati": _promulgated(occasion)}
    return {"bupati": _evaluation(occasion)}


def proposal_fields(occasion: Occasion) -> dict[str, Any]:
    """Permendagri 111/2014 Pasal 7 ayat (3): who proposes, and the thoughts behind it."""
    first = occasion.draft.versions[0]
    return {
        "usulan": {
            "pengusul": shown_name(occasion.village, first.by.person).upper(),
            "jabatan": sentence_case(OFFICES[proposing_office(occasion) or first.by.role]),
            "tanggal": tanggal(occasion.draft.started),
            "versi": str(first.number),
            "sidik": sidik(first.text_sha256),
            "pokok_pikiran": first.note,
        }
    }


def proposing_office(occasion: Occasion) -> Role | None:
    """The office in the BPD of whoever handed in the first version; None for somebody else."""
    person = occasion.village.people.get(occasion.draft.versions[0].by.person)
    roles = person.roles_on(occasion.draft.started) if person else ()
    return next((role for role in roles if role in BPD_ROLES), None)


def _deadlock(occasion: Occasion) -> dict[str, Any]:
    meeting = occasion.meeting("bersama")
    when = f" pada {tanggal(meeting.on)}" if meeting else ""
    return {
        "hal": "Kebuntuan pembahasan rancangan Peraturan Desa",
        "isi": (
            f"Pembahasan bersama atas {occasion.name}{when} tidak mencapai kesepakatan. Sesuai dengan Peraturan Menteri "
            "Dalam Negeri Nomor 110 Tahun 2016 Pasal 45, bersama ini kami sampaikan rancangan tersebut beserta catatan "
            "permasalahan yang tidak disepakati, dengan permohonan evaluasi dan pembinaan."
        ),
        "lampiran": [
            "catatan permasalahan yang tidak disepakati;",
            f"naskah rancangan, {_text(occasion)};",
            "notulen dan daftar hadir pembahasan bersama.",
        ],
    }


def _evaluation(occasion: Occasion) -> dict[str, Any]:
    agreed = occasion.draft.agreement
    decision = (
        f" dengan Keputusan Badan Permusyawaratan Desa Nomor {agreed.nomor} tanggal {tanggal(agreed.on)}"
        if agreed
        else ""
    )
    return {
        "hal": "Permohonan evaluasi rancangan Peraturan Desa",
        "isi": (
            f"Bersama ini disampaikan {occasion.name} yang telah disepakati bersama{decision}, untuk memperoleh evaluasi "
            "sebelum ditetapkan, sesuai dengan Undang-Undang Nomor 6 Tahun 2014 Pasal 69 ayat (4)."
        ),
        "lampiran": [
            f"naskah yang disepakati, {_text(occasion)};",
            "Berita Acara Kesepakatan Bersama dan Keputusan Badan Permusyawaratan Desa.",
        ],
    }


def _promulgated(occasion: Occasion) -> dict[str, Any]:
    act = occasion.draft.pengundangan
    assert act is not None
    village = occasion.village
    return {
        "hal": "Penyampaian Peraturan Desa",
        "isi": (
            f"Bersama ini disampaikan Peraturan Desa {village.desa} Nomor {act.nomor} Tahun {act.tahun} tentang "
            f"{occasion.draft.title}, yang diundangkan dalam Lembaran Desa {village.desa} Tahun {act.tahun} Nomor "
            f"{act.gazette_nomor} pada tanggal {tanggal(act.on)}, kepada {village_fields(village)['kepala_daerah']} sebagai "
            "bahan pembinaan dan pengawasan, sesuai dengan Peraturan Pemerintah Nomor 43 Tahun 2014 Pasal 84 ayat (4)."
        ),
        "lampiran": [f"salinan resmi Peraturan Desa, {_text(occasion)};", "halaman Lembaran Desa."],
    }


def _text(occasion: Occasion) -> str:
    version = occasion.draft.latest
    return f"versi {version.number}, sidik teks {sidik(version.text_sha256)}" if version else "naskah"

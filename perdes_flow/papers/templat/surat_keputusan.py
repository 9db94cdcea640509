"""What the BPD writes of its decisions: agreement, decision, letters, receipt, a member's proposal."""

from bentuk import (
    DATED,
    addressee,
    checkpoint,
    document,
    facts,
    kop_bpd,
    letter_head,
    number_line,
    officer,
    p,
    point,
    row,
    signature,
    signed,
    table,
    title,
)


def berita_acara_kesepakatan() -> dict[str, str]:
    body = (
        kop_bpd()
        + title(
            "BERITA ACARA KESEPAKATAN BERSAMA",
            "BADAN PERMUSYAWARATAN DESA DAN KEPALA DESA {{ desa.NAMA }}",
            "TENTANG",
            "{{ rancangan.NAMA }}",
        )
        + number_line()
        + p(
            "Pada hari ini, {{ musyawarah.tanggal_huruf }}, bertempat di {{ musyawarah.tempat }}, kami yang bertanda tangan di bawah ini:",
        )
        + facts(
            ("1. Nama", "{{ pejabat.kades.nama }}"),
            ("    Jabatan", "{{ pejabat.kades.jabatan_biasa }}, selanjutnya disebut PIHAK PERTAMA"),
            ("2. Nama", "{{ pejabat.ketua_bpd.nama }}"),
            ("    Jabatan", "{{ pejabat.ketua_bpd.jabatan_biasa }}, selanjutnya disebut PIHAK KEDUA"),
            indent=284,
        )
        + p("menyatakan bahwa:", before=6)
        + point(
            "1.\tPIHAK PERTAMA dan PIHAK KEDUA telah membahas dan menyepakati bersama **{{ rancangan.nama }}** untuk ditetapkan "
            "menjadi Peraturan Desa, sesuai dengan Undang-Undang Nomor 6 Tahun 2014 Pasal 69 ayat (3)."
        )
        + point("2.\t{{ musyawarah.kehadiran }} {{ musyawarah.hitungan }}")
        + point(
            "3.\tNaskah yang disepakati adalah versi {{ musyawarah.versi }} ({{ musyawarah.versi_huruf }}) dengan sidik teks "
            "**{{ musyawarah.sidik }}** dan sidik berkas {{ musyawarah.sidik_berkas }}, terdiri atas {{ rancangan.pasal }} "
            "({{ rancangan.pasal_huruf }}) Pasal. Perubahan satu huruf pun membatalkan kesepakatan ini."
        )
        + p("Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.")
        + signed(
            officer("kades", "PIHAK PERTAMA"),
            officer("ketua_bpd", "PIHAK KEDUA"),
        )
        + checkpoint()
    )
    return document(body)


def keputusan_bpd() -> dict[str, str]:
    return _decision(
        "KESEPAKATAN ATAS",
        [
            "bahwa {{ rancangan.nama }} telah dibahas bersama Kepala Desa dalam musyawarah pada {{ musyawarah.hari_tanggal }};"
        ],
        "kesepakatan atas rancangan tersebut",
        "Menyepakati {{ rancangan.nama }}, versi {{ musyawarah.versi }}, sidik teks {{ musyawarah.sidik }}, untuk ditetapkan oleh Kepala Desa menjadi Peraturan Desa.",
    )


def persetujuan_bpd() -> dict[str, str]:
    return _decision(
        "PERSETUJUAN ATAS PENYEMPURNAAN",
        [
            "bahwa menurut {{ evaluasi.keputusan }}, {{ rancangan.nama }} perlu disempurnakan sebelum ditetapkan;",
            "bahwa penyempurnaannya telah dibahas bersama Kepala Desa dalam musyawarah pada {{ musyawarah.hari_tanggal }};",
        ],
        "persetujuan atas penyempurnaan rancangan tersebut",
        "Menyetujui penyempurnaan {{ rancangan.nama }}, versi {{ musyawarah.versi }}, sidik teks {{ musyawarah.sidik }}, sesuai dengan {{ evaluasi.keputusan }}.",
    )


def _decision(about: str, reasons: list[str], what: str, order: str) -> dict[str, str]:
    """A Keputusan BPD: what it is about, why, and what it orders first."""
    body = (
        kop_bpd()
        + title(
            "KEPUTUSAN BADAN PERMUSYAWARATAN DESA {{ desa.NAMA }}",
            "NOMOR {{ surat.nomor }}",
            "TENTANG",
            f"**{about} {{{{ rancangan.NAMA }}}}**",
        )
        + p("BADAN PERMUSYAWARATAN DESA {{ desa.NAMA }},", "center", after=8)
        + _grounds([*reasons, _therefore(reasons, what)])
        + p("MEMUTUSKAN:", "center", bold=True, before=10, after=6, keep=True)
        + _orders(f"KEPUTUSAN BADAN PERMUSYAWARATAN DESA TENTANG {about} {{{{ rancangan.NAMA }}}}.", order)
        + signed(
            None, officer("ketua_bpd", "Ditetapkan di {{ desa.nama }}", "pada tanggal {{ surat.tanggal }}")
        )
    )
    return document(body)


def _grounds(reasons: list[str]) -> str:
    """Menimbang, Mengingat, Memperhatikan."""
    widths = (19, 2, 5, 74)
    parts = [
        ("Menimbang", [(f"{'abc'[i]}.", reason) for i, reason in enumerate(reasons)]),
        ("Mengingat", [(f"{i}.", law) for i, law in enumerate(_LAWS, start=1)]),
        ("Memperhatikan", [("", _MINUTES)]),
    ]
    rows = [
        row(
            widths,
            ("" if i else name, "" if i else ":", letter, p(text, after=3)),
            size=24,
            aligns="lllb",
        )
        for name, lines in parts
        for i, (letter, text) in enumerate(lines)
    ]
    return table(widths, rows, borders=False)


_LAWS = (
    "Undang-Undang Nomor 6 Tahun 2014 tentang Desa;",
    "Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa;",
    "Peraturan Menteri Dalam Negeri Nomor 110 Tahun 2016 tentang Badan Permusyawaratan Desa;",
)
_MINUTES = (
    "Notulen musyawarah Badan Permusyawaratan Desa bersama Kepala Desa pada {{ musyawarah.hari_tanggal }} "
    "di {{ musyawarah.tempat }}."
)


def _orders(named: str, first: str) -> str:
    """Menetapkan, KESATU, KEDUA …"""
    widths = (19, 2, 79)
    orders = (
        ("Menetapkan", named),
        ("KESATU", first),
        ("KEDUA", "{{ musyawarah.kehadiran }} {{ musyawarah.hitungan }}"),
        ("KETIGA", "Notulen musyawarah merupakan lampiran yang tidak terpisahkan dari Keputusan ini."),
        ("KEEMPAT", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    )
    rows = [row(widths, (name, ":", p(text, after=3)), size=24) for name, text in orders]
    return table(widths, rows, borders=False)


def _therefore(reasons: list[str], what: str) -> str:
    letters = "huruf a" if len(reasons) == 1 else "huruf a dan huruf b"
    return f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {letters}, perlu menetapkan Keputusan Badan Permusyawaratan Desa tentang {what};"


def surat_penyampaian() -> dict[str, str]:
    body = (
        kop_bpd()
        + letter_head("Penyampaian rancangan yang disepakati", "1 (satu) berkas")
        + addressee("Kepala Desa {{ desa.nama }}")
        + p(
            "Bersama ini disampaikan **{{ rancangan.nama }}** yang telah disepakati bersama dengan Keputusan Badan "
            "Permusyawaratan Desa Nomor {{ kesepakatan.nomor }} tanggal {{ kesepakatan.tanggal }}, untuk ditetapkan menjadi "
            "Peraturan Desa paling lambat 15 (lima belas) hari sejak rancangan ini diterima "
            "(Peraturan Pemerintah Nomor 43 Tahun 2014 Pasal 84 ayat (1) dan ayat (2)).",
            first=709,
        )
        + p("Terlampir:", after=2)
        + point(
            "1.\tnaskah yang disepakati, versi {{ kesepakatan.versi }}, sidik teks {{ kesepakatan.sidik }};",
            after=2,
        )
        + point("2.\tBerita Acara Kesepakatan Bersama;", after=2)
        + point("3.\tKeputusan Badan Permusyawaratan Desa beserta notulen musyawarah.", after=8)
        + p(
            "Demikian disampaikan untuk ditindaklanjuti. Atas perhatiannya diucapkan terima kasih.", first=709
        )
        + signed(None, officer("ketua_bpd"))
    )
    return document(body)


def tanda_terima() -> dict[str, str]:
    widths = (16, 15, 15, 14, 15, 25)
    body = (
        kop_bpd()
        + title("TANDA TERIMA", "AGENDA SURAT MASUK BADAN PERMUSYAWARATAN DESA")
        + table(
            widths,
            [
                row(
                    widths,
                    ("No.", "Tanggal terima", "Nomor surat", "Tanggal surat", "Pengirim", "Isi singkat"),
                    head=True,
                ),
                row(
                    widths,
                    (
                        "{{ surat.nomor }}",
                        "{{ surat.tanggal }}",
                        "{{ pengantar.nomor }}",
                        "{{ pengantar.tanggal }}",
                        "Kepala Desa {{ desa.nama }}",
                        "Penyampaian {{ rancangan.nama }} untuk dibahas dan disepakati bersama",
                    ),
                    size=22,
                ),
            ],
        )
        + p(
            "Naskah yang diterima: versi {{ rancangan.versi }} ({{ rancangan.versi_huruf }}), {{ rancangan.pasal }} "
            "({{ rancangan.pasal_huruf }}) Pasal, sidik teks {{ rancangan.sidik_teks }}.",
            before=8,
        )
        + signed(
            None,
            officer("sekretaris_bpd", DATED, "Yang menerima,"),
        )
    )
    return document(body)


def usulan_anggota_bpd() -> dict[str, str]:
    body = (
        kop_bpd()
        + title("USULAN RANCANGAN PERATURAN DESA")
        + facts(
            ("Pengusul", "{{ usulan.pengusul }}"),
            ("Jabatan", "{{ usulan.jabatan }}"),
            ("Tanggal usulan", "{{ usulan.tanggal }}"),
            ("Rancangan", "{{ rancangan.nama }}"),
            ("Naskah", "versi {{ usulan.versi }}, sidik teks {{ usulan.sidik }}"),
        )
        + p("**Pokok pikiran**", "left", before=8, after=2)
        + p("{{ usulan.pokok_pikiran }}")
        + p(
            "Diusulkan kepada pimpinan Badan Permusyawaratan Desa untuk ditetapkan sebagai rancangan Peraturan Desa usulan BPD "
            "(Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 Pasal 7).",
        )
        + signed(
            officer("ketua_bpd", "Menerima usulan,"),
            signature(DATED, office="Pengusul,", name="{{ usulan.pengusul }}"),
        )
    )
    return document(body)

"""What the BPD writes of its decisions: agreement, decision, letters, receipt, a member's proposal."""

from bentuk import (
    addressee,
    checkpoint,
    document,
    facts,
    kop_bpd,
    letter_head,
    number_line,
    p,
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
        + p(
            "1.\tPIHAK PERTAMA dan PIHAK KEDUA telah membahas dan menyepakati bersama **{{ rancangan.nama }}** untuk ditetapkan "
            "menjadi Peraturan Desa, sesuai dengan Undang-Undang Nomor 6 Tahun 2014 Pasal 69 ayat (3).",
            indent=426,
            hanging=426,
        )
        + p("2.\t{{ musyawarah.kehadiran }} {{ musyawarah.hitungan }}", indent=426, hanging=426)
        + p(
            "3.\tNaskah yang disepakati adalah versi {{ musyawarah.versi }} ({{ musyawarah.versi_huruf }}) dengan sidik teks "
            "**{{ musyawarah.sidik }}** dan sidik berkas {{ musyawarah.sidik_berkas }}, terdiri atas {{ rancangan.pasal }} "
            "({{ rancangan.pasal_huruf }}) Pasal. Perubahan satu huruf pun membatalkan kesepakatan ini.",
            indent=426,
            hanging=426,
        )
        + p("Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.")
        + signed(
            signature(
                "PIHAK PERTAMA", office="{{ pejabat.kades.jabatan }},", name="{{ pejabat.kades.nama }}"
            ),
            signature(
                "PIHAK KEDUA", office="{{ pejabat.ketua_bpd.jabatan }},", name="{{ pejabat.ketua_bpd.nama }}"
            ),
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
    widths = (19, 2, 5, 74)

    def line(name: str, sign: str, letter: str, text: str) -> str:
        return row(widths, (name, sign, letter, p(text, after=3)), size=24, aligns="lllb")

    rank = (19, 2, 79)
    orders = [
        ("KESATU", order),
        ("KEDUA", "{{ musyawarah.kehadiran }} {{ musyawarah.hitungan }}"),
        ("KETIGA", "Notulen musyawarah merupakan lampiran yang tidak terpisahkan dari Keputusan ini."),
        ("KEEMPAT", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    ]
    body = (
        kop_bpd()
        + title(
            "KEPUTUSAN BADAN PERMUSYAWARATAN DESA {{ desa.NAMA }}",
            "NOMOR {{ surat.nomor }}",
            "TENTANG",
            f"**{about} {{{{ rancangan.NAMA }}}}**",
        )
        + p("BADAN PERMUSYAWARATAN DESA {{ desa.NAMA }},", "center", after=8)
        + table(
            widths,
            [
                *(
                    line("" if i else "Menimbang", "" if i else ":", f"{'abc'[i]}.", reason)
                    for i, reason in enumerate([*reasons, _therefore(reasons, what)])
                ),
                line("Mengingat", ":", "1.", "Undang-Undang Nomor 6 Tahun 2014 tentang Desa;"),
                line(
                    "",
                    "",
                    "2.",
                    "Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa;",
                ),
                line(
                    "",
                    "",
                    "3.",
                    "Peraturan Menteri Dalam Negeri Nomor 110 Tahun 2016 tentang Badan Permusyawaratan Desa;",
                ),
                line(
                    "Memperhatikan",
                    ":",
                    "",
                    "Notulen musyawarah Badan Permusyawaratan Desa bersama Kepala Desa pada {{ musyawarah.hari_tanggal }} di {{ musyawarah.tempat }}.",
                ),
            ],
            borders=False,
        )
        + p("MEMUTUSKAN:", "center", bold=True, before=10, after=6, keep=True)
        + table(
            rank,
            [
                row(
                    rank,
                    (
                        "Menetapkan",
                        ":",
                        p(
                            f"KEPUTUSAN BADAN PERMUSYAWARATAN DESA TENTANG {about} {{{{ rancangan.NAMA }}}}.",
                            after=3,
                        ),
                    ),
                    size=24,
                ),
                *(row(rank, (name, ":", p(text, after=3)), size=24) for name, text in orders),
            ],
            borders=False,
        )
        + signed(
            None,
            signature(
                "Ditetapkan di {{ desa.nama }}",
                "pada tanggal {{ surat.tanggal }}",
                office="{{ pejabat.ketua_bpd.jabatan }},",
                name="{{ pejabat.ketua_bpd.nama }}",
            ),
        )
    )
    return document(body)


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
        + p(
            "1.\tnaskah yang disepakati, versi {{ kesepakatan.versi }}, sidik teks {{ kesepakatan.sidik }};",
            after=2,
            indent=426,
            hanging=426,
        )
        + p("2.\tBerita Acara Kesepakatan Bersama;", after=2, indent=426, hanging=426)
        + p(
            "3.\tKeputusan Badan Permusyawaratan Desa beserta notulen musyawarah.",
            after=8,
            indent=426,
            hanging=426,
        )
        + p(
            "Demikian disampaikan untuk ditindaklanjuti. Atas perhatiannya diucapkan terima kasih.", first=709
        )
        + signed(
            None, signature(office="{{ pejabat.ketua_bpd.jabatan }},", name="{{ pejabat.ketua_bpd.nama }}")
        )
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
            signature(
                "{{ desa.nama }}, {{ surat.tanggal }}",
                "Yang menerima,",
                office="{{ pejabat.sekretaris_bpd.jabatan }},",
                name="{{ pejabat.sekretaris_bpd.nama }}",
            ),
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
            signature(
                "Menerima usulan,",
                office="{{ pejabat.ketua_bpd.jabatan }},",
                name="{{ pejabat.ketua_bpd.nama }}",
            ),
            signature(
                "{{ desa.nama }}, {{ surat.tanggal }}", office="Pengusul,", name="{{ usulan.pengusul }}"
            ),
        )
    )
    return document(body)

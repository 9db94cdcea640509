"""Templates of the village government's papers: consultation, letters, table of changes, Lembaran Desa."""

from bentuk import (
    DATED,
    F4,
    MARGIN,
    addressee,
    checkpoint,
    document,
    each,
    facts,
    kop_desa,
    kop_either,
    letter_head,
    number_line,
    officer,
    p,
    point,
    row,
    rows_for,
    signature,
    signed,
    table,
    title,
    when,
)

WIDE = F4[1] - 2 * MARGIN


def berita_acara_konsultasi() -> dict[str, str]:
    body = (
        kop_desa()
        + title("BERITA ACARA KONSULTASI PUBLIK", "ATAS {{ rancangan.NAMA }}")
        + number_line()
        + p(
            "{{ rancangan.nama }} telah dikonsultasikan kepada masyarakat Desa {{ desa.nama }} sebagaimana diwajibkan "
            "Undang-Undang Nomor 6 Tahun 2014 Pasal 69 ayat (9), dengan keterangan sebagai berikut:",
        )
        + _hearings()
        + p("**Masukan dan tindak lanjut**", "left", before=8, after=3, keep=True)
        + p("{{ jumlah.masukan_kalimat }}")
        + each(
            "m in masukan",
            point(
                "{{ m.no }}.\t{{ m.siapa }}{{ m.tempat_kurung }}: {{ m.isi }} **{{ m.hasil }}**: {{ m.tindak_lanjut }}",
                after=3,
            ),
        )
        + _photos()
        + p(
            "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
            before=8,
        )
        + signed(
            officer("kades", "Mengetahui,"),
            officer("sekdes", DATED),
        )
    )
    return document(body)


def _hearings() -> str:
    """Each meeting with the people."""
    return each(
        "k in konsultasi",
        p("**{{ k.judul }}**", "left", before=6, after=3, keep=True),
        facts(
            ("Hari, tanggal", "{{ k.tanggal_huruf }}"),
            ("Pukul", "{{ k.pukul }}"),
            ("Tempat", "{{ k.tempat }}"),
            ("Hadir", "{{ k.hadir }}"),
            ("Naskah", "versi {{ k.versi }}, sidik teks {{ k.sidik }}"),
        ),
        when("k.tamu", p("Wakil masyarakat yang hadir: {{ k.tamu }}.", before=4)),
        each("n in k.notulen", p("{{ n }}", before=4, after=4)),
    )


def _photos() -> str:
    """The list of photos."""
    photos = (6, 60, 34)
    return when(
        "foto",
        p("**Foto**", "left", before=8, after=3, keep=True),
        table(
            photos,
            [
                row(photos, ("No.", "Keterangan", "Sidik berkas"), head=True),
                rows_for(
                    "f in foto",
                    photos,
                    ("{{ f.no }}", "{{ f.keterangan }}", "{{ f.sidik }}"),
                    aligns="cll",
                ),
            ],
        ),
    )


def matriks_masukan() -> dict[str, str]:
    widths = (5, 20, 14, 29, 10, 22)
    head = ("No.", "Dari", "Bagian", "Usul Anda", "Hasil", "Tindak lanjut kami")
    body = (
        kop_desa()
        + title("MATRIKS MASUKAN MASYARAKAT DAN TINDAK LANJUTNYA", "ATAS {{ rancangan.NAMA }}")
        + p("{{ jumlah.masukan_kalimat }}")
        + when(
            "masukan",
            table(
                widths,
                [
                    row(widths, head, head=True, total=WIDE),
                    rows_for(
                        "m in masukan",
                        widths,
                        (
                            "{{ m.no }}",
                            "{{ m.siapa }}",
                            "{{ m.tempat }}",
                            "{{ m.isi }}",
                            "{{ m.hasil }}",
                            "{{ m.tindak_lanjut }}",
                        ),
                        aligns="clllll",
                        total=WIDE,
                    ),
                ],
                total=WIDE,
            ),
        )
        + signed(
            None,
            officer("sekdes", DATED),
            total=WIDE,
        )
    )
    return document(body, lying=True)


def matriks_sandingan() -> dict[str, str]:
    widths = (5, 15, 34, 15, 31)
    body = (
        kop_desa()
        + title("MATRIKS SANDINGAN", "TINDAK LANJUT CATATAN ATAS {{ rancangan.NAMA }}")
        + p(
            "Naskah perbaikan: versi {{ rancangan.versi }}, sidik teks {{ rancangan.sidik_teks }}. Catatan: {{ jumlah.catatan }}."
        )
        + when(
            "catatan",
            table(
                widths,
                [
                    row(widths, ("No.", "Tempat", "Catatan", "Pengusul", "Jawaban"), head=True, total=WIDE),
                    rows_for(
                        "c in catatan",
                        widths,
                        ("{{ c.no }}", "{{ c.tempat }}", "{{ c.isi }}", "{{ c.dari }}", "{{ c.jawaban }}"),
                        aligns="cllll",
                        total=WIDE,
                    ),
                ],
                total=WIDE,
            ),
        )
        + signed(
            officer("kades", "Mengetahui,"),
            officer("sekdes", DATED),
            total=WIDE,
        )
    )
    return document(body, lying=True)


def surat_pengantar() -> dict[str, str]:
    body = (
        kop_desa()
        + letter_head("Penyampaian rancangan Peraturan Desa", "1 (satu) berkas")
        + addressee("Ketua Badan Permusyawaratan Desa {{ desa.nama }}")
        + p(
            "Bersama ini disampaikan **{{ rancangan.nama }}** untuk dibahas dan disepakati bersama, sesuai dengan Peraturan "
            "Menteri Dalam Negeri Nomor 111 Tahun 2014 Pasal 6 ayat (5).",
            first=709,
        )
        + p(
            "Naskah berasal dari {{ rancangan.asal }} dan telah dikonsultasikan kepada masyarakat Desa pada "
            "{{ jumlah.konsultasi_kapan }}. {{ jumlah.masukan_kalimat }}",
            first=709,
        )
        + p("Terlampir:", after=2)
        + point(
            "1.\tnaskah rancangan, versi {{ rancangan.versi }} ({{ rancangan.versi_huruf }}), {{ rancangan.pasal }} "
            "({{ rancangan.pasal_huruf }}) Pasal, sidik teks {{ rancangan.sidik_teks }};",
            after=2,
        )
        + point("2.\tBerita Acara Konsultasi Publik dan matriks masukan masyarakat.", after=8)
        + p("Demikian disampaikan. Atas perhatian dan kerja samanya diucapkan terima kasih.", first=709)
        + signed(None, officer("kades"))
    )
    return document(body)


def surat_ke_bupati() -> dict[str, str]:
    body = (
        kop_desa()
        + letter_head("{{ bupati.hal }}", "1 (satu) berkas")
        + addressee("{{ desa.kepala_daerah }}", "melalui Camat {{ desa.kecamatan }}")
        + p("{{ bupati.isi }}", first=709)
        + p("Terlampir:", after=2)
        + each("l in bupati.lampiran", point("{{ loop.index }}.\t{{ l }}", after=2))
        + p("Demikian disampaikan. Atas perhatian Bapak/Ibu diucapkan terima kasih.", before=8, first=709)
        + signed(None, officer("kades"))
        + p("Tembusan:", "left", before=14, after=0)
        + p("Ketua Badan Permusyawaratan Desa {{ desa.nama }}", "left", after=0)
    )
    return document(body)


def lembaran_desa() -> dict[str, str]:
    return _gazette(
        "Lembaran Desa", "PERATURAN DESA", ", dan mempunyai kekuatan hukum mengikat sejak diundangkan."
    )


def berita_desa() -> dict[str, str]:
    return _gazette(
        "Berita Desa",
        "PERATURAN KEPALA DESA",
        " (Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 Pasal 28).",
    )


def _gazette(name: str, regulation: str, effect: str) -> dict[str, str]:
    """The page on which a regulation is promulgated; `effect` ends the sentence that says so."""
    body = (
        kop_desa()
        + p(f"{name.upper()} {{{{ desa.NAMA }}}}", "center", bold=True, after=0, before=20, size=36)
        + p("TAHUN {{ lembaran.tahun }} NOMOR {{ surat.nomor }}", "center", bold=True, after=24, size=28)
        + p(f"{regulation} {{{{ desa.NAMA }}}}", "center", bold=True, after=0)
        + p("{{ lembaran.nomor_peraturan }}", "center", bold=True, after=6)
        + p("TENTANG", "center", after=6)
        + p("{{ rancangan.JUDUL }}", "center", bold=True, after=24)
        + p("{{ lembaran.penetapan }}")
        + p(
            f"Diundangkan dalam {name} {{{{ desa.nama }}}} Tahun {{{{ lembaran.tahun }}}} Nomor {{{{ surat.nomor }}}} pada "
            f"{{{{ surat.tanggal_huruf }}}}{effect}",
        )
        + p(
            "Naskah yang diundangkan: versi {{ rancangan.versi }} ({{ rancangan.versi_huruf }}), {{ rancangan.pasal }} "
            "({{ rancangan.pasal_huruf }}) Pasal, sidik teks **{{ rancangan.sidik_teks }}**.",
        )
        + signed(
            None, officer("sekdes", "Diundangkan di {{ desa.nama }}", "pada tanggal {{ surat.tanggal }}")
        )
        + checkpoint()
    )
    return document(body)


def surat_penarikan() -> dict[str, str]:
    first = signature(DATED, office="{{ penanda.jabatan }},", name="{{ penanda.nama }}")
    second = signature("Menyetujui,", office="{{ pihak_kedua.jabatan }},", name="{{ pihak_kedua.nama }}")
    body = (
        kop_either()
        + title("SURAT PENARIKAN KEMBALI", "{{ rancangan.NAMA }}")
        + number_line()
        + p("{{ penarikan.isi }}", first=709)
        + p("{{ penarikan.dasar }}", first=709)
        + when(
            "rancangan.versi",
            p(
                "Naskah yang ditarik kembali: versi {{ rancangan.versi }} ({{ rancangan.versi_huruf }}), {{ rancangan.pasal }} "
                "({{ rancangan.pasal_huruf }}) Pasal, sidik teks {{ rancangan.sidik_teks }}.",
                first=709,
            ),
        )
        + p(
            "Dengan penarikan ini pembentukan rancangan tersebut berakhir. Semua versi naskah, catatan, dan riwayatnya tetap "
            "tersimpan pada catatan desa.",
            first=709,
        )
        + when("penarikan.bersama", signed(second, first), otherwise=[signed(None, first)])
    )
    return document(body)

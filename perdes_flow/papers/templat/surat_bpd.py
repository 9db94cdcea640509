"""Templates of the BPD's papers: invitation, lists, minutes, notes, agreement, decision."""

from bentuk import (
    F4,
    MARGIN,
    addressee,
    checkpoint,
    document,
    each,
    facts,
    kop_bpd,
    kop_either,
    letter_head,
    number_line,
    p,
    row,
    rows_for,
    signature,
    signed,
    table,
    title,
    when,
)

WIDE = F4[1] - 2 * MARGIN
_HELD = (
    ("Hari, tanggal", "{{ s.hari_tanggal }}"),
    ("Pukul", "{{ s.pukul }}"),
    ("Tempat", "{{ s.tempat }}"),
)
_TEXT = "{{ rancangan.nama }}, versi {{ musyawarah.versi }} (sidik {{ musyawarah.sidik }})"


def undangan() -> dict[str, str]:
    people = (8, 46, 46)
    body = (
        kop_either()
        + letter_head("Undangan {{ undangan.jenis }}", "1 (satu) lembar daftar undangan", serious="Penting")
        + addressee("Bapak/Ibu sebagaimana daftar undangan terlampir")
        + p(
            "Dengan hormat, dalam rangka pembahasan **{{ rancangan.nama }}**, kami mengundang Bapak/Ibu untuk hadir pada:",
            first=709,
        )
        + facts(
            ("Hari, tanggal", "{{ undangan.hari_tanggal }}"),
            ("Pukul", "{{ undangan.pukul }}"),
            ("Tempat", "{{ undangan.tempat }}"),
            indent=709,
        )
        + p("Acara:", before=6, after=2, indent=794)
        + each("a in undangan.acara", p("{{ loop.index }}.\t{{ a }}", after=2, indent=1220, hanging=426))
        + p(
            "Naskah yang dibahas adalah versi {{ rancangan.versi }} ({{ rancangan.versi_huruf }}), sidik teks "
            "{{ rancangan.sidik_teks }}. Mengingat pentingnya acara tersebut, kehadiran Bapak/Ibu tepat pada waktunya sangat diharapkan.",
            before=8,
            first=709,
        )
        + p(
            "Demikian undangan ini disampaikan. Atas perhatian dan kehadirannya diucapkan terima kasih.",
            first=709,
        )
        + signed(None, signature(office="{{ penanda.jabatan }},", name="{{ penanda.nama }}"))
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + p("Lampiran undangan Nomor {{ surat.nomor }}", "left", after=0, size=22)
        + p("tanggal {{ surat.tanggal }}", "left", after=12, size=22)
        + title("DAFTAR UNDANGAN")
        + table(
            people,
            [
                row(people, ("No.", "Nama", "Jabatan/unsur"), head=True),
                rows_for(
                    "o in undangan.daftar",
                    people,
                    ("{{ o.no }}", "{{ o.nama }}", "{{ o.jabatan }}"),
                    aligns="cll",
                ),
            ],
        )
    )
    return document(body)


def daftar_hadir() -> dict[str, str]:
    widths = (7, 33, 32, 8, 20)
    body = (
        kop_either()
        + title("DAFTAR HADIR", "{{ musyawarah.jenis_kapital }}")
        + p("Pembahasan " + _TEXT + ".", "center", after=10)
        + each(
            "s in musyawarah.sidang",
            when(
                "musyawarah.banyak_sidang",
                p("**Sidang ke-{{ s.nomor }}**", "left", before=8, after=4, keep=True),
            ),
            facts(*_HELD),
            p("", after=4, size=12),
            table(
                widths,
                [
                    row(widths, ("No.", "Nama", "Jabatan/unsur", "L/P", "Tanda tangan"), head=True),
                    rows_for(
                        "o in s.hadir",
                        widths,
                        ("{{ o.no }}", "{{ o.nama }}", "{{ o.jabatan }}", "{{ o.kelamin }}", "{{ o.no }}."),
                        aligns="cllcl",
                        height=500,
                    ),
                ],
            ),
            p("{{ s.kehadiran }}", before=8),
        )
        + signed(
            signature("Mengetahui,", office="{{ penanda.jabatan }},", name="{{ penanda.nama }}"),
            signature(
                "{{ desa.nama }}, {{ surat.tanggal }}",
                office="{{ pencatat.jabatan }},",
                name="{{ pencatat.nama }}",
            ),
        )
    )
    return document(body)


def notulen() -> dict[str, str]:
    votes = (30, 18, 13, 13, 26)
    body = (
        kop_either()
        + title("NOTULEN {{ musyawarah.jenis_kapital }}")
        + facts(
            ("Musyawarah", "{{ musyawarah.jenis }} (nomor {{ musyawarah.nomor }})"),
            ("Naskah yang dibahas", _TEXT),
            ("Pimpinan", "{{ musyawarah.pimpinan }}"),
        )
        + when(
            "musyawarah.acara",
            p("**Acara**", "left", before=8, after=2, keep=True),
            each("a in musyawarah.acara", p("{{ loop.index }}.\t{{ a }}", after=2, indent=426, hanging=426)),
        )
        + each(
            "s in musyawarah.sidang",
            p("**{{ s.judul }}**", "left", before=10, after=4, keep=True),
            facts(*_HELD),
            p("{{ s.kehadiran }}", before=6),
            p("**Jalannya musyawarah**", "left", before=6, after=2, keep=True),
            each("n in s.notulen", p("{{ n }}", after=4)),
            when(
                "s.pendapat",
                p("**Pendapat peserta**", "left", before=6, after=2, keep=True),
                each(
                    "o in s.pendapat",
                    p(
                        "{{ loop.index }}.\t**{{ o.siapa }}**{{ o.tempat }}: {{ o.isi }}",
                        after=3,
                        indent=426,
                        hanging=426,
                    ),
                ),
            ),
        )
        + when(
            "musyawarah.pasal",
            p("**Putusan per Pasal**", "left", before=10, after=4, keep=True),
            table(
                votes,
                [
                    row(votes, ("Bagian", "Setuju", "Tidak", "Abstain", "Putusan"), head=True),
                    rows_for(
                        "q in musyawarah.pasal",
                        votes,
                        (
                            "{{ q.tempat }}",
                            "{{ q.setuju }}",
                            "{{ q.tidak }}",
                            "{{ q.abstain }}",
                            "{{ q.hasil }}",
                        ),
                        aligns="lcccl",
                    ),
                ],
            ),
        )
        + p("**Hasil musyawarah**", "left", before=10, after=2, keep=True)
        + when("musyawarah.hitungan", p("{{ musyawarah.hitungan }}", after=3))
        + p("{{ musyawarah.hasil }}")
        + signed(
            signature("Mengetahui,", office="{{ penanda.jabatan }},", name="{{ penanda.nama }}"),
            signature(
                "{{ desa.nama }}, {{ surat.tanggal }}",
                office="{{ pencatat.jabatan }},",
                name="{{ pencatat.nama }}",
            ),
        )
    )
    return document(body)


def catatan_bpd() -> dict[str, str]:
    widths = (5, 14, 34, 14, 22, 11)
    body = (
        kop_bpd()
        + title("DAFTAR CATATAN BPD", "ATAS {{ rancangan.NAMA }}")
        + p(
            "Naskah: versi {{ rancangan.versi }}, sidik teks {{ rancangan.sidik_teks }}. Catatan: {{ jumlah.catatan }}."
        )
        + table(
            widths,
            [
                row(
                    widths,
                    ("No.", "Tempat", "Catatan dan alasan", "Pengusul", "Jawaban", "Status"),
                    head=True,
                    total=WIDE,
                ),
                rows_for(
                    "c in catatan",
                    widths,
                    (
                        "{{ c.no }}",
                        "{{ c.tempat }}",
                        "{{ c.isi }}",
                        "{{ c.dari }}",
                        "{{ c.jawaban }}",
                        "{{ c.status }}",
                    ),
                    aligns="clllll",
                    total=WIDE,
                ),
            ],
            total=WIDE,
        )
        + signed(
            None,
            signature(
                "{{ desa.nama }}, {{ surat.tanggal }}",
                office="{{ pejabat.ketua_bpd.jabatan }},",
                name="{{ pejabat.ketua_bpd.nama }}",
            ),
            total=WIDE,
        )
    )
    return document(body, lying=True)


def catatan_permasalahan() -> dict[str, str]:
    widths = (6, 18, 38, 38)
    body = (
        kop_bpd()
        + title("CATATAN PERMASALAHAN YANG TIDAK DISEPAKATI")
        + p(
            "Dalam pembahasan bersama pada {{ musyawarah.tanggal_huruf }} di {{ musyawarah.tempat }}, BPD dan Kepala Desa "
            "{{ desa.nama }} belum mencapai kesepakatan atas **{{ rancangan.nama }}**, versi {{ musyawarah.versi }} "
            "(sidik teks {{ musyawarah.sidik }}), mengenai hal-hal berikut:",
        )
        + table(
            widths,
            [
                row(widths, ("No.", "Bagian", "Pendirian BPD", "Pendirian Kepala Desa"), head=True),
                rows_for(
                    "m in musyawarah.masalah",
                    widths,
                    ("{{ m.no }}", "{{ m.tempat }}", "{{ m.bpd }}", "{{ m.kades }}"),
                    aligns="clll",
                ),
            ],
        )
        + p("{{ musyawarah.kehadiran }}", before=8)
        + p(
            "Catatan ini dibuat untuk disampaikan Kepala Desa kepada {{ desa.kepala_daerah }} melalui Camat "
            "{{ desa.kecamatan }} guna memperoleh evaluasi dan pembinaan (Peraturan Menteri Dalam Negeri Nomor 110 Tahun 2016 Pasal 45).",
        )
        + p("{{ desa.nama }}, {{ surat.tanggal }}", "right", before=6, after=0, keep=True)
        + signed(
            signature(office="{{ pejabat.kades.jabatan }},", name="{{ pejabat.kades.nama }}"),
            signature(office="{{ pejabat.ketua_bpd.jabatan }},", name="{{ pejabat.ketua_bpd.nama }}"),
        )
    )
    return document(body)


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
    widths = (19, 2, 5, 74)

    def line(name: str, sign: str, letter: str, text: str) -> str:
        return row(widths, (name, sign, letter, p(text, after=3)), size=24, aligns="lllb")

    rank = (19, 2, 79)
    orders = [
        (
            "KESATU",
            "Menyepakati {{ rancangan.nama }}, versi {{ musyawarah.versi }}, sidik teks {{ musyawarah.sidik }}, untuk ditetapkan oleh Kepala Desa menjadi Peraturan Desa.",
        ),
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
            "**KESEPAKATAN ATAS {{ rancangan.NAMA }}**",
        )
        + p("BADAN PERMUSYAWARATAN DESA {{ desa.NAMA }},", "center", after=8)
        + table(
            widths,
            [
                line(
                    "Menimbang",
                    ":",
                    "a.",
                    "bahwa {{ rancangan.nama }} telah dibahas bersama Kepala Desa dalam musyawarah pada {{ musyawarah.hari_tanggal }};",
                ),
                line(
                    "",
                    "",
                    "b.",
                    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Badan Permusyawaratan Desa tentang kesepakatan atas rancangan tersebut;",
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
                            "KEPUTUSAN BADAN PERMUSYAWARATAN DESA TENTANG KESEPAKATAN ATAS {{ rancangan.NAMA }}.",
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

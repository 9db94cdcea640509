"""Templates of the BPD's papers: invitation, lists, minutes, notes, agreement, decision."""

from bentuk import (
    DATED,
    F4,
    MARGIN,
    addressee,
    document,
    each,
    facts,
    kop_bpd,
    kop_either,
    letter_head,
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
                DATED,
                office="{{ pencatat.jabatan }},",
                name="{{ pencatat.nama }}",
            ),
        )
    )
    return document(body)


def notulen() -> dict[str, str]:
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
            each("a in musyawarah.acara", point("{{ loop.index }}.\t{{ a }}", after=2)),
        )
        + _sittings()
        + _per_pasal()
        + p("**Hasil musyawarah**", "left", before=10, after=2, keep=True)
        + when("musyawarah.hitungan", p("{{ musyawarah.hitungan }}", after=3))
        + p("{{ musyawarah.hasil }}")
        + signed(
            signature("Mengetahui,", office="{{ penanda.jabatan }},", name="{{ penanda.nama }}"),
            signature(
                DATED,
                office="{{ pencatat.jabatan }},",
                name="{{ pencatat.nama }}",
            ),
        )
    )
    return document(body)


def _sittings() -> str:
    """What was said, sitting by sitting."""
    return each(
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
                point("{{ loop.index }}.\t**{{ o.siapa }}**{{ o.tempat }}: {{ o.isi }}", after=3),
            ),
        ),
    )


def _per_pasal() -> str:
    """What was decided of each Pasal, where it was decided by itself."""
    votes = (30, 18, 13, 13, 26)
    return when(
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
            officer("ketua_bpd", DATED),
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
        + p(DATED, "right", before=6, after=0, keep=True)
        + signed(
            officer("kades"),
            officer("ketua_bpd"),
        )
    )
    return document(body)

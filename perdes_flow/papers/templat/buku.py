"""Templates of the BPD's books (Permendagri 110/2016 Lampiran): regulations, decisions, minutes of the whole village."""

from bentuk import F4, MARGIN, document, kop_bpd, p, row, rows_for, signature, signed, table, title

WIDE = F4[1] - 2 * MARGIN


def _book(
    name: str, heads: tuple[str, ...], cells: tuple[str, ...], widths: tuple[int, ...]
) -> dict[str, str]:
    body = (
        kop_bpd()
        + title(name)
        + p("Keadaan pada {{ surat.tanggal }}: {{ buku.jumlah }}.", "left")
        + table(
            widths,
            [
                row(widths, heads, head=True, total=WIDE),
                rows_for("b in buku.baris", widths, cells, total=WIDE),
            ],
            total=WIDE,
        )
        + signed(
            signature(
                "Mengetahui,", office="{{ pejabat.ketua_bpd.jabatan }},", name="{{ pejabat.ketua_bpd.nama }}"
            ),
            signature(
                "{{ desa.nama }}, {{ surat.tanggal }}",
                office="{{ pejabat.sekretaris_bpd.jabatan }},",
                name="{{ pejabat.sekretaris_bpd.nama }}",
            ),
            total=WIDE,
        )
    )
    return document(body, lying=True)


def buku_peraturan() -> dict[str, str]:
    return _book(
        "BUKU DATA PERATURAN DESA",
        (
            "No.",
            "Peraturan Desa tentang",
            "Kesepakatan",
            "Penetapan",
            "Pengundangan",
            "Dilaporkan",
            "Keterangan",
        ),
        (
            "{{ b.no }}",
            "{{ b.judul }}",
            "{{ b.kesepakatan }}",
            "{{ b.penetapan }}",
            "{{ b.pengundangan }}",
            "{{ b.laporan }}",
            "{{ b.keterangan }}",
        ),
        (5, 24, 16, 15, 17, 13, 10),
    )


def buku_keputusan() -> dict[str, str]:
    return _book(
        "BUKU KEPUTUSAN BADAN PERMUSYAWARATAN DESA",
        ("No.", "Nomor dan tanggal keputusan", "Tentang", "Uraian singkat", "Keterangan"),
        ("{{ b.no }}", "{{ b.nomor }}", "{{ b.judul }}", "{{ b.uraian }}", "{{ b.keterangan }}"),
        (5, 22, 30, 28, 15),
    )


def buku_notulen() -> dict[str, str]:
    return _book(
        "BUKU NOTULEN RAPAT BADAN PERMUSYAWARATAN DESA",
        ("No.", "Hari, tanggal, tempat", "Musyawarah", "Rancangan", "Hadir", "Hasil"),
        ("{{ b.no }}", "{{ b.kapan }}", "{{ b.jenis }}", "{{ b.judul }}", "{{ b.hadir }}", "{{ b.hasil }}"),
        (5, 24, 19, 24, 12, 16),
    )

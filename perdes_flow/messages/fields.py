"""What somebody typed that no fact can hold: which field, and the form that it must have."""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "village": "Kode desa",
    "desa": "Nama desa",
    "kecamatan": "Kecamatan",
    "kabupaten": "Kabupaten",
    "nickname": "Sapaan",
    "name": "Nama",
    "title": "Judul",
    "draft": "Kode rancangan",
    "decree": "Keputusan pengangkatan",
    "overlay": "Aturan kabupaten",
    "address": "Tempat catatan",
    "quote": "Kutipan",
    "text": "Teks",
    "reason": "Alasan",
    "note": "Keterangan",
    "nomor": "Nomor",
    "place": "Tempat",
    "file_name": "Nama berkas",
    "residents": "Jumlah warga",
    "kind": "Jenis",
    "starts": "Pukul",
    "agenda": "Acara",
    "guest": "Nama tamu",
    "unsur": "Unsur",
    "caption": "Keterangan foto",
    "phone": "Nomor telepon",
    "mail": "Alamat surel",
    "bpd": "Pendirian BPD",
    "kades": "Pendirian Kepala Desa",
}
_CODE = "pakai huruf kecil, angka, dan tanda hubung tanpa spasi, paling banyak 40 huruf, misalnya sumberagung"
_FORMS: Mapping[str, str] = {
    "string_too_short": "tidak boleh kosong",
    "string_too_long": "paling banyak {limit} huruf",
    "string_pattern_mismatch": _CODE,
    "greater_than_equal": "paling kecil {limit}",
    "less_than_equal": "paling besar {limit}",
    "string_unicode": "pakai huruf yang dapat dicetak",
}
_PATTERNS: Mapping[str, str] = {
    "starts": "tulis jam dan menit dengan titik, misalnya 19.30",
    "phone": "tulis dengan kode negara, misalnya 6281234567890",
    "mail": "tulis misalnya nama@contoh.id",
}
_SHOWN = 60  # letters of what was typed


def field_sentence(field: str, value: str, problem: str, limit: int) -> str:
    """One sentence: the field, what was typed (its beginning), and what it must be."""
    label = LABELS.get(field, f"Isian {field}")
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    own = _PATTERNS.get(field) if problem == "string_pattern_mismatch" else None
    form = own or _FORMS.get(problem, "isi dengan bentuk lain").format(limit=limit)
    return f"{label} {form}." if not value.strip() else f"{label} “{shown}” tidak dapat dipakai; {form}."

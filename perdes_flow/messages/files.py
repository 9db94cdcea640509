"""One plain sentence for every verdict of the gate on a Word file: what is wrong, and what to do."""

from collections.abc import Mapping

from perdes_flow.messages.file_warnings import WARNINGS


def sentence(code: str, facts: Mapping[str, str | int]) -> str:
    """The sentence for a code of a refusal or a warning; a general one for a code that is not known."""
    return _said(code).format_map(_Shown({name: _readable(name, value) for name, value in facts.items()}))


def _said(code: str) -> str:
    return REFUSALS.get(code) or WARNINGS.get(code) or _GENERAL


_GENERAL = (
    "Berkas ini tidak dapat dibaca dengan aman; buka dengan Word, simpan ulang sebagai .docx, lalu coba lagi."
)
_DAMAGED = (
    "Berkas rusak atau tidak lengkap{where}; minta atau unduh lagi yang asli, atau simpan ulang dengan Word."
)
_CROOKED = "Susunan berkas tidak wajar{where} sehingga isinya dapat terbaca berbeda-beda; buka dengan Word, lalu simpan ulang sebagai .docx."
_SWOLLEN = "Isi berkas{where} jauh lebih besar daripada naskah wajar; hapus gambar atau lampiran besar, lalu simpan ulang."
_BROKEN_XML = "Isi berkas{where} rusak; buka dengan Word, biarkan Word memperbaikinya, lalu simpan ulang."

REFUSALS: Mapping[str, str] = {
    "EMPTY": "Berkas kosong (0 bita); periksa naskah aslinya, simpan ulang, lalu kirim lagi.",
    "TOO_BIG": "Berkas terlalu besar ({size}, paling besar {limit}); kecilkan gambarnya, lalu simpan ulang.",
    "NOT_ZIP": "Ini bukan berkas Word .docx, atau berkasnya terpotong; buka naskah aslinya dengan Word, lalu simpan sebagai .docx.",
    "IS_OLE": "Ini berkas Word lama (.doc) atau berkas bersandi; buka dengan Word, hapus sandinya, lalu simpan sebagai .docx.",
    "NOT_DOCX": "Ini bukan dokumen Word biasa (.docx); simpan sebagai “Dokumen Word (*.docx)”, bukan templat, “Strict Open XML” atau jenis lain.",
    "ZIP_NO_PARTS": "Berkas ini tidak berisi apa-apa; periksa naskah aslinya, simpan ulang, lalu kirim lagi.",
    "ZIP_MANY": "Berkas ini berisi terlalu banyak bagian ({count}, paling banyak {limit}); simpan ulang dengan Word.",
    "ZIP_RATIO": _SWOLLEN,
    "ZIP_SIZE_LIE": _CROOKED,
    "ZIP_OVERLAP": _CROOKED,
    "ZIP_DUP": _CROOKED,
    "ZIP_PATH": _CROOKED,
    "ZIP_HEADER": _CROOKED,
    "ZIP_PREFIX": "Ada isi lain yang menempel pada berkas ini; buka dengan Word, lalu simpan ulang sebagai .docx.",
    "ZIP_EOCD": "Berkas ini berisi lebih dari satu dokumen yang bertumpuk; buka dengan Word, lalu simpan ulang sebagai .docx.",
    "ZIP_ENCRYPTED": "Berkas ini bersandi; hapus sandinya, lalu simpan ulang.",
    "ZIP_METHOD": "Berkas ini dikemas dengan cara yang tidak dikenal Word; simpan ulang dengan Word sebagai .docx.",
    "ZIP_CRC": _DAMAGED,
    "ZIP_NESTED": "Ada dokumen lain di dalam berkas ini{where}; hapus, atau tempel isinya sebagai teks atau gambar, lalu simpan ulang.",
    "OPC_MISSING": _DAMAGED,
    "OPC_REL": _CROOKED,
    "XML": _BROKEN_XML,
    "XML_ENCODING": "Isi berkas{where} ditulis dengan pengodean huruf yang tidak dikenal; simpan ulang dengan Word.",
    "XML_DTD": "Berkas{where} memuat perintah yang tidak pernah ada pada dokumen Word; jangan dipakai, minta naskah asli dari penyusunnya.",
    "XML_DEPTH": "Tabel atau bingkai{where} bersarang terlalu dalam; susun tanpa tabel di dalam tabel, lalu simpan ulang.",
    "XML_LIMIT": _SWOLLEN,
    "TEXT_LIMIT": "Ada paragraf yang terlalu panjang ({count} huruf, paling panjang {limit}); pecah menjadi beberapa paragraf.",
    "PARA_LIMIT": "Naskah berisi terlalu banyak paragraf ({count}, paling banyak {limit}); pecah menjadi beberapa berkas.",
    "CHANGE_LIMIT": "Terlalu banyak perubahan terlacak ({count}, paling banyak {limit}); terima atau tolak dulu sebagian dengan Word.",
    "COMMENT_LIMIT": "Terlalu banyak komentar ({count}, paling banyak {limit}); hapus yang sudah selesai dengan Word.",
    "TABLE_LIMIT": "Ada tabel yang terlalu besar ({count}, paling besar {limit}); pecah menjadi beberapa tabel.",
    "MACRO": "Berkas ini berisi makro; simpan ulang sebagai “Dokumen Word (*.docx)” tanpa makro.",
    "ACTIVEX": "Berkas ini berisi kontrol ActiveX; hapus kontrolnya, ketik isinya sebagai teks, lalu simpan ulang.",
    "OLE": "Ada objek tertanam{where} (mis. lembar Excel); tempel sebagai gambar atau tabel biasa, lalu simpan ulang.",
    "ALTCHUNK": "Ada dokumen lain yang disisipkan tersembunyi{where}; salin isinya sebagai teks, lalu simpan ulang.",
    "EXTERNAL": "Berkas ini mengambil isi dari luar ({target}); sematkan gambarnya atau putuskan tautannya, lalu simpan ulang.",
    "FIELD": "Ada kolom otomatis “{field}” yang isinya dapat berubah sendiri; ganti dengan teks biasa (Ctrl+Shift+F9), lalu simpan ulang.",
    "BOUND_SDT": "Ada kotak isian yang teksnya diganti Word saat dibuka{where}; ganti dengan teks biasa, lalu simpan ulang.",
    "SVG": "Ada gambar SVG{where}; ganti dengan gambar PNG atau JPEG, lalu simpan ulang.",
    "IMAGE_TYPE": "Ada gambar{where} yang bukan PNG, JPEG, GIF atau BMP; tempel ulang sebagai PNG atau JPEG, lalu simpan ulang.",
    "IMAGE_LIMIT": "Ada gambar{where} yang terlalu besar ({width} × {height} titik); kecilkan, lalu simpan ulang.",
    "FONT": "Ada huruf (font) yang ditanam{where}, sehingga huruf yang tampak dapat berbeda dari teksnya; matikan “Sematkan font dalam file”, lalu simpan ulang.",
    "NO_TEXT": "Naskah ini tidak berisi teks (mungkin hasil pindai); ketik naskahnya di Word, lalu simpan sebagai .docx.",
    "UNEXPECTED": _GENERAL,
}


class _Shown(dict[str, str]):
    """Facts for a sentence; `where` names the part, and what was not told leaves a dash."""

    def __missing__(self, name: str) -> str:
        if name == "where":
            part = self.get("part", "")
            return f" ({part})" if part else ""
        return "–"


def _readable(name: str, value: str | int) -> str:
    """Sizes in MB, other numbers with points, texts without signs that would break the line or turn it around."""
    if isinstance(value, str):
        return "".join(sign if sign.isprintable() else "·" for sign in value[:80])
    if name in ("size", "limit_bytes") or (value >= 1 << 20 and name == "limit"):
        return f"{value / (1 << 20):.1f} MB".replace(".", ",")
    return f"{value:,}".replace(",", ".")

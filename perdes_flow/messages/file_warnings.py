"""One plain sentence for every warning of the gate: what stands in an accepted file, and what to look at."""

from collections.abc import Mapping

WARNINGS: Mapping[str, str] = {
    "HIDDEN_TEXT": "Ada teks yang tersembunyi bagi pembaca: “{text}”; tampakkan atau hapus sebelum disepakati.",
    "TRACKED": "Ada {count} perubahan terlacak; terima atau tolak sebelum disepakati.",
    "COMMENTS": "Ada {count} komentar Word di dalam berkas; pindahkan yang perlu ke catatan rancangan.",
    "BIDI": "Ada tanda yang membalik arah tulisan pada “{text}”, sehingga yang tampak berbeda dari teksnya; hapus tandanya.",
    "INVISIBLE": "Ada tanda tak terlihat pada “{text}”; ketik ulang kata atau angka itu.",
    "CONFUSABLE": "Ada huruf asing yang mirip huruf Latin pada “{text}”; ketik ulang kata atau angka itu.",
    "BRANCHES": "Ada bagian yang tampil berbeda di Word lain: “{text}”; ganti dengan teks biasa.",
    "OUTSIDE_BODY": "Ada teks di luar badan naskah (kepala, kaki, catatan atau kotak teks): “{text}”; pastikan ikut diperiksa.",
    "AUTO_NUMBER": "Ada {count} nomor otomatis; menghapus satu paragraf mengubah nomor sesudahnya.",
    "PROTECTED": "Naskah ini dikunci terhadap perubahan; buka kuncinya di Word bila akan disunting.",
    "BOUND_SDT": "Ada kotak isian yang mengikuti properti dokumen; pastikan teksnya benar, atau ganti dengan teks biasa.",
    "LINK": "Ada {count} tautan keluar, misalnya {target}; pastikan alamatnya benar.",
    "LINK_SCHEME": "Ada tautan yang tidak lazim ({target}); jangan dibuka, dan hapus dari naskah.",
    "TEMPLATE": "Naskah ini merujuk templat pada komputer pembuatnya ({target}); lepaskan templatnya bila akan diedarkan.",
    "METADATA": "Properti dokumen memuat tanda yang tidak lazim ({text}); periksa judul dan nama pembuatnya.",
    "CUSTOM_XML": "Ada data tersembunyi{where} yang tidak tampak di halaman; hapus dengan “Periksa Dokumen” sebelum diedarkan.",
    "DRAWN_TEXT": "Ada tulisan di dalam bagan, SmartArt atau WordArt (“{text}”) yang tidak ikut terbaca sebagai naskah; ketik sebagai teks biasa.",
    "NIK": "Ada angka yang tampak seperti NIK (“{text}”); hapus data pribadi sebelum naskah diedarkan.",
    "SIGNED_PARTS": "Ada tanda tangan digital Word; keasliannya tidak diperiksa di sini, periksa dengan Word.",
    "FIELD_SAFE": "Ada {count} kolom otomatis ({field}); perbarui sebelum dicetak.",
    "FOREIGN_XML": "Ada isi yang bukan milik Word{where}; Word tidak menampilkannya, simpan ulang untuk membuangnya.",
    "STYLE_CYCLE": "Ada gaya yang saling mendasari ({text}); perbaiki gayanya di Word.",
    "BAD_VALUE": "Ada nilai yang tidak wajar{where} ({text}); Word mungkin menampilkannya berbeda, simpan ulang dengan Word.",
}

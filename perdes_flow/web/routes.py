"""The table of all pages and acts: where each is, which view shows it, who may reach it.

This is all of the authorisation that the web does. What an office may do in which stage the use cases decide, and
village and draft come from the session (see access.gate). A test walks every line of it with every office.

PUBLIC: everybody. EVERYONE: whoever holds an office in the village. Else the offices that may reach it.
`writes`: reached by POST alone; `form`: by both. `link`: what a personal link must open for it ("" = never by link).
"""

from perdes_flow.web.access.gate import EVERYONE, PUBLIC, Route
from perdes_flow.web.access.links import COMMENT, READ
from perdes_flow.web.access.visitor import (
    CALLERS,
    CLERKS,
    DRAFTERS,
    ENACTORS,
    FILERS,
    MANAGERS,
    STARTERS,
)
from perdes_flow.web.pages import (
    akun,
    aset,
    baca,
    bahasa,
    beranda,
    catatan,
    draf,
    kunci_layar,
    langkah,
    lembaran,
    masuk,
    masukan,
    mulai,
    musyawarah,
    orang,
    orang_satu,
    pasang,
    penetapan,
    pengaturan,
    perubahan,
    publik,
    rapat,
    salinan,
    serah,
    sidang,
    surat,
    surel,
    usul,
    utas,
)

_UTAS = "rancangan/<slug:draft>/catatan/<int:comment>/"
_USUL = "rancangan/<slug:draft>/usul/<int:suggestion>/"
_PERUBAHAN = "rancangan/<slug:draft>/perubahan/<int:old>/<int:new>/"
_RAPAT = "rancangan/<slug:draft>/musyawarah/<int:meeting>/"

ROUTES = (
    # ---- masuk, akun
    Route("masuk", "masuk/", masuk.show, PUBLIC),
    Route("masuk.pin", "masuk/pin/", masuk.with_pin, PUBLIC, writes=True),
    Route("tautan", "t/<str:token>/", masuk.link, PUBLIC),
    Route("tautan.masuk", "t/<str:token>/masuk/", masuk.with_link, PUBLIC, writes=True),
    Route("account_login", "masuk/awal/", surel.begin, PUBLIC),  # the names that allauth looks for
    Route("account_request_login_code", "masuk/surel/", surel.ask_code, PUBLIC, form=True),
    Route("account_confirm_login_code", "masuk/surel/kode/", surel.check_code, PUBLIC, form=True),
    Route("keluar", "keluar/", masuk.out, PUBLIC, writes=True),
    Route("akun", "akun/", akun.show, EVERYONE, login_only=True),
    Route("akun.pin.pertama", "akun/pin/sendiri/", akun.first_pin, EVERYONE, login_only=True),
    Route(
        "kunci.mulai", "akun/kunci-layar/mulai/", kunci_layar.offer, EVERYONE, writes=True, login_only=True
    ),
    Route("kunci.simpan", "akun/kunci-layar/", kunci_layar.keep, EVERYONE, writes=True, login_only=True),
    Route(
        "kunci.buang",
        "akun/kunci-layar/<int:number>/buang/",
        kunci_layar.drop,
        EVERYONE,
        writes=True,
        login_only=True,
    ),
    Route(
        "kunci.tantangan",
        "akun/kunci-layar/tantangan/",
        kunci_layar.challenge,
        EVERYONE,
        writes=True,
        login_only=True,
    ),
    Route("akun.surel", "akun/surel/", akun.change_email, EVERYONE, writes=True, login_only=True),
    Route("akun.pin", "akun/pin/", akun.change_pin, EVERYONE, writes=True, login_only=True),
    Route(
        "akun.akhiri",
        "akun/sesi/<int:number>/akhiri/",
        akun.end_session,
        EVERYONE,
        writes=True,
        login_only=True,
    ),
    Route("akun.kunci", "akun/kunci/", akun.new_token, EVERYONE, writes=True, login_only=True),
    Route(
        "akun.kunci.cabut",
        "akun/kunci/<int:number>/cabut/",
        akun.end_token,
        EVERYONE,
        writes=True,
        login_only=True,
    ),
    # ---- pasang
    Route("pasang", "pasang/", pasang.show, PUBLIC),
    Route("pasang.kode", "pasang/kode/", pasang.unlock, PUBLIC, writes=True),
    Route("pasang.desa", "pasang/desa/", pasang.name_village, PUBLIC, writes=True),
    Route("pasang.selesai", "pasang/selesai/", pasang.settle, PUBLIC, writes=True),
    # ---- beranda, draf
    Route("beranda", "", beranda.show, EVERYONE, link=READ),
    Route("draf", "rancangan/<slug:draft>/", draf.show, EVERYONE, link=READ),
    Route("draf.alur", "rancangan/<slug:draft>/alur.svg", draf.diagram, EVERYONE, link=READ),
    Route(
        "draf.unduh", "rancangan/<slug:draft>/versi/<int:version>.docx", draf.download, EVERYONE, link=READ
    ),
    Route("langkah", "rancangan/<slug:draft>/langkah/<slug:step>/", langkah.show, EVERYONE),
    Route(
        "langkah.ambil",
        "rancangan/<slug:draft>/langkah/<slug:step>/ambil/",
        langkah.take,
        EVERYONE,
        writes=True,
    ),
    # ---- baca, catatan
    Route("baca", "rancangan/<slug:draft>/baca/", baca.show, EVERYONE, link=READ),
    Route("baca.versi", "rancangan/<slug:draft>/baca/<int:version>/", baca.show, EVERYONE, link=READ),
    Route(
        "baca.sudah",
        "rancangan/<slug:draft>/baca/<int:version>/sudah/",
        baca.read,
        EVERYONE,
        writes=True,
        link=READ,
    ),
    Route("setuju", "rancangan/<slug:draft>/setuju/", baca.agree, EVERYONE, writes=True, link=COMMENT),
    Route(
        "setuju.tarik",
        "rancangan/<slug:draft>/setuju/tarik/",
        baca.disagree,
        EVERYONE,
        writes=True,
        link=COMMENT,
    ),
    Route("catatan", "rancangan/<slug:draft>/catatan/", catatan.show, EVERYONE, link=READ),
    Route("catatan.tulis", "rancangan/<slug:draft>/catatan/tulis/", catatan.write, EVERYONE, link=COMMENT),
    Route(
        "catatan.beri",
        "rancangan/<slug:draft>/catatan/beri/",
        catatan.give,
        EVERYONE,
        writes=True,
        link=COMMENT,
    ),
    Route(
        "pribadi.bagikan",
        "rancangan/<slug:draft>/catatan/pribadi/<int:note>/bagikan/",
        catatan.share,
        EVERYONE,
        writes=True,
        link=COMMENT,
    ),
    Route(
        "pribadi.buang",
        "rancangan/<slug:draft>/catatan/pribadi/<int:note>/buang/",
        catatan.drop,
        EVERYONE,
        writes=True,
        link=COMMENT,
    ),
    Route("utas", _UTAS, utas.show, EVERYONE, link=READ),
    Route("utas.tanggapi", f"{_UTAS}tanggapi/", utas.reply, EVERYONE, writes=True, link=COMMENT),
    Route("utas.selesai", f"{_UTAS}selesai/", utas.resolve, EVERYONE, writes=True, link=COMMENT),
    Route("utas.buka", f"{_UTAS}buka/", utas.reopen, EVERYONE, writes=True, link=COMMENT),
    Route("utas.tarik", f"{_UTAS}tarik/", utas.withdraw, EVERYONE, writes=True, link=COMMENT),
    Route("utas.jawab", f"{_UTAS}jawab/", utas.answer, EVERYONE, writes=True),
    Route("utas.sembunyikan", f"{_UTAS}sembunyikan/", utas.hide, EVERYONE, writes=True),
    Route("usul.beri", "rancangan/<slug:draft>/usul/", catatan.propose, EVERYONE, writes=True, link=COMMENT),
    Route("usul", _USUL, usul.show, EVERYONE, link=READ),
    Route("usul.ambil", f"{_USUL}ambil/", usul.take, EVERYONE, writes=True),
    Route("usul.termuat", f"{_USUL}termuat/", usul.say_taken, EVERYONE, writes=True),
    Route("usul.tolak", f"{_USUL}tolak/", usul.refuse, EVERYONE, writes=True),
    Route("usul.tarik", f"{_USUL}tarik/", usul.withdraw, EVERYONE, writes=True, link=COMMENT),
    # ---- perubahan
    Route("perubahan", "rancangan/<slug:draft>/perubahan/", perubahan.choose, EVERYONE, link=READ),
    Route("perubahan.dua", _PERUBAHAN, perubahan.show, EVERYONE, link=READ),
    Route("perubahan.redline", f"{_PERUBAHAN}redline.docx", perubahan.redline, EVERYONE, link=READ),
    Route("perubahan.matriks", f"{_PERUBAHAN}sandingan.docx", perubahan.matriks, EVERYONE, link=READ),
    # ---- musyawarah
    Route("musyawarah", "rancangan/<slug:draft>/musyawarah/", musyawarah.show, EVERYONE, link=READ),
    Route("undangan", "rancangan/<slug:draft>/undangan/", musyawarah.invitation, CALLERS),
    Route(
        "undangan.kirim", "rancangan/<slug:draft>/undangan/kirim/", musyawarah.invite, CALLERS, writes=True
    ),
    Route("rapat.mulai", "rancangan/<slug:draft>/musyawarah/mulai/", musyawarah.opening, CALLERS),
    Route("rapat.buka", "rancangan/<slug:draft>/musyawarah/buka/", musyawarah.open_, CALLERS, writes=True),
    Route("rapat", _RAPAT, rapat.show, EVERYONE, link=READ),
    Route("rapat.hadir", f"{_RAPAT}hadir/", sidang.attend, CALLERS, writes=True),
    Route("rapat.tamu", f"{_RAPAT}tamu/", sidang.welcome, CALLERS, writes=True),
    Route("rapat.sidang", f"{_RAPAT}sidang/", sidang.further, CALLERS, writes=True),
    Route("rapat.mufakat", f"{_RAPAT}mufakat/", sidang.agree, EVERYONE, writes=True),
    Route("rapat.suara", f"{_RAPAT}suara/", sidang.vote, EVERYONE, writes=True),
    Route("rapat.pokok.mufakat", f"{_RAPAT}pokok/mufakat/", sidang.agree_on, EVERYONE, writes=True),
    Route("rapat.pokok.suara", f"{_RAPAT}pokok/suara/", sidang.vote_on, EVERYONE, writes=True),
    Route("rapat.notulen", f"{_RAPAT}notulen/", sidang.minute, CALLERS, writes=True),
    Route("rapat.pendapat", f"{_RAPAT}pendapat/", sidang.opine, CALLERS, writes=True),
    Route("rapat.masalah", f"{_RAPAT}masalah/", sidang.differ, CALLERS, writes=True),
    Route("rapat.foto", f"{_RAPAT}foto/", sidang.picture, CALLERS, writes=True),
    Route("rapat.tutup", f"{_RAPAT}tutup/", sidang.close, CALLERS, writes=True),
    Route("masukan", "rancangan/<slug:draft>/masukan/", masukan.show, EVERYONE, link=READ),
    Route("masukan.catat", "rancangan/<slug:draft>/masukan/catat/", masukan.receive, CLERKS, writes=True),
    Route(
        "masukan.jawab",
        "rancangan/<slug:draft>/masukan/<int:number>/jawab/",
        masukan.answer,
        CLERKS,
        writes=True,
    ),
    # ---- dokumen
    Route("surat", "rancangan/<slug:draft>/dokumen/", surat.show, EVERYONE, link=READ),
    Route(
        "surat.unduh", "rancangan/<slug:draft>/dokumen/<int:document>/", surat.download, EVERYONE, link=READ
    ),
    Route("surat.buat", "rancangan/<slug:draft>/dokumen/buat/<slug:paper>/", surat.make, FILERS, writes=True),
    # ---- penetapan
    Route("penetapan", "rancangan/<slug:draft>/penetapan/", penetapan.show, EVERYONE, link=READ),
    Route(
        "penetapan.cocokkan",
        "rancangan/<slug:draft>/penetapan/cocokkan/",
        penetapan.compare,
        EVERYONE,
        writes=True,
    ),
    Route(
        "penetapan.pindaian",
        "rancangan/<slug:draft>/penetapan/pindaian/",
        penetapan.file_scan,
        FILERS,
        writes=True,
    ),
    Route(
        "penetapan.sahkan", "rancangan/<slug:draft>/penetapan/sahkan/", penetapan.enact, ENACTORS, writes=True
    ),
    # ---- serah naskah
    Route("mulai", "mulai/", mulai.show, STARTERS),
    Route("mulai.kirim", "mulai/kirim/", mulai.start, STARTERS, writes=True),
    Route("serah", "rancangan/<slug:draft>/serah/", serah.show, DRAFTERS),
    Route("serah.periksa", "rancangan/<slug:draft>/serah/periksa/", serah.look, DRAFTERS, writes=True),
    Route("serah.hasil", "rancangan/<slug:draft>/serah/<slug:upload>/", serah.result, DRAFTERS),
    Route("serah.lembar", "rancangan/<slug:draft>/serah/<slug:upload>/lembar.docx", serah.sheet, DRAFTERS),
    Route(
        "serah.redline", "rancangan/<slug:draft>/serah/<slug:upload>/perubahan.docx", serah.marked, DRAFTERS
    ),
    Route(
        "serah.kirim",
        "rancangan/<slug:draft>/serah/<slug:upload>/kirim/",
        serah.hand_in,
        DRAFTERS,
        writes=True,
    ),
    # ---- publik
    Route("publik.semua", "desa/", publik.villages, PUBLIC),
    Route("publik", "desa/<slug:village>/", publik.show, PUBLIC),
    Route("publik.rancangan", "desa/<slug:village>/rancangan/<slug:draft>/", publik.show_draft, PUBLIC),
    Route(
        "publik.masukan",
        "desa/<slug:village>/rancangan/<slug:draft>/masukan/",
        publik.send,
        PUBLIC,
        writes=True,
    ),
    Route("publik.daftar", "desa/<slug:village>/peraturan/", lembaran.register, PUBLIC),
    Route("publik.buku", "desa/<slug:village>/peraturan/<slug:book>.csv", lembaran.book, PUBLIC),
    Route("publik.peraturan", "desa/<slug:village>/peraturan/<slug:draft>/", lembaran.show, PUBLIC),
    Route("publik.salinan", "desa/<slug:village>/salinan/", salinan.show, PUBLIC, form=True),
    # ---- pengaturan
    Route("orang", "orang/", orang.show, MANAGERS),
    Route("orang.baru", "orang/baru/", orang.form, MANAGERS),
    Route("orang.tambah", "orang/tambah/", orang.add, MANAGERS, writes=True),
    Route("orang.satu", "orang/<slug:person>/", orang_satu.show, MANAGERS),
    Route("orang.jabatan", "orang/<slug:person>/jabatan/", orang_satu.assign, MANAGERS, writes=True),
    Route("orang.akhiri", "orang/<slug:person>/akhiri/", orang_satu.end, MANAGERS, writes=True),
    Route("orang.hubungan", "orang/<slug:person>/hubungan/", orang_satu.describe, MANAGERS, writes=True),
    Route("orang.pin", "orang/<slug:person>/pin/", orang_satu.hand_pin, MANAGERS, writes=True),
    Route("orang.tautan", "orang/<slug:person>/tautan/", orang_satu.hand_link, MANAGERS, writes=True),
    Route("orang.cabut", "orang/tautan/<int:number>/cabut/", orang_satu.revoke, MANAGERS, writes=True),
    Route("pengaturan", "pengaturan/", pengaturan.show, MANAGERS),
    Route("pengaturan.ubah", "pengaturan/ubah/", pengaturan.change, MANAGERS, writes=True),
    Route("pengaturan.cadangan", "pengaturan/cadangan/", pengaturan.backup_list, MANAGERS),
    Route("pengaturan.cadangkan", "pengaturan/cadangan/buat/", pengaturan.make_backup, MANAGERS, writes=True),
    Route("pengaturan.kesehatan", "pengaturan/kesehatan/", pengaturan.health, MANAGERS),
    Route(
        "pengaturan.periksa", "pengaturan/kesehatan/periksa/", pengaturan.check_health, MANAGERS, writes=True
    ),
    Route("pengaturan.titik", "pengaturan/titik-periksa/", pengaturan.checkpoint, MANAGERS),
    # ---- berkas halaman
    Route("bahasa", "bahasa/", bahasa.choose, PUBLIC, writes=True),
    Route("sw", "sw.js", aset.worker, PUBLIC, bare=True),
    Route("aset", "aset/<str:stamp>/<path:name>", aset.show, PUBLIC, bare=True),
)

"""The table of all pages and acts: where each is, which view shows it, who may reach it.

This is all of the authorisation that the web does. What an office may do in which stage the use cases decide, and
village and draft come from the session (see access.gate). A test walks every line of it with every office.

PUBLIC: everybody. EVERYONE: whoever holds an office in the village. Else the offices that may reach it.
`writes`: reached by POST alone; `form`: by both. `link`: what a personal link must open for it ("" = never by link).
"""

from perdes_flow.web.access.gate import EVERYONE, PUBLIC, Route
from perdes_flow.web.access.links import READ
from perdes_flow.web.access.visitor import DRAFTERS, STARTERS
from perdes_flow.web.pages import (
    akun,
    aset,
    beranda,
    draf,
    langkah,
    masuk,
    mulai,
    serah,
    surel,
)

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
    # ---- perubahan
    # ---- musyawarah
    # ---- penetapan
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
    # ---- pengaturan
    # ---- berkas halaman
    Route("aset", "aset/<str:stamp>/<path:name>", aset.show, PUBLIC),
)

"""Salinan: is this copy the text that was promulgated? By its sidik, or by the Word file itself; nothing is kept."""

from django.http import HttpResponse

from perdes_flow.domain.values import VillageId, sidik
from perdes_flow.domain.words import GAZETTES
from perdes_flow.errors import Refusal, ValueUnfit
from perdes_flow.use_cases.publishing import with_sidik, with_text
from perdes_flow.web.access import limits
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import UNPROCESSABLE, problems
from perdes_flow.web.pages.publik import public_desk
from perdes_flow.web.rendering import page
from perdes_flow.web.uploads import docx_of
from perdes_flow.word.gate import admit
from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.reader import read

_FILES, _SECONDS = 15, 600  # reading a file takes the machine some time


def show(ask: Ask, village: VillageId) -> HttpResponse:
    """The form; with a sidik or a file also the answer."""
    at, here = public_desk(village)
    typed, file = ask.GET.get("sidik", "").strip()[:100], ask.FILES.get("berkas")
    print_of, found, wrong = typed, None, ()
    try:
        if ask.method == "POST":
            limits.count(ask, "salinan", _FILES, _SECONDS)
            text = text_sha256(read(admit(docx_of(file))))
            print_of, found = sidik(text), with_text(at, text)
        elif typed:
            found = with_sidik(at, typed)
            if found is None:
                raise ValueUnfit(
                    "Sidik", typed[:40], "salin 16 huruf dan angkanya, misalnya 7F3A 9C1E 04B2 D15A"
                )
    except Refusal as refusal:
        wrong = problems(refusal)
    return page(
        ask,
        "publik_salinan.html",
        wrong,
        status=UNPROCESSABLE if wrong else 200,
        village=here,
        asked=found is not None,
        found=found,
        gazettes=GAZETTES,
        print_of=print_of,
        typed=typed,
    )

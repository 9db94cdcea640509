"""Whether the visitor may comment now; if not, why."""

from django.utils.translation import gettext

from perdes_flow.errors import NotOpenNow, Refusal
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.use_cases.desk import Case
from perdes_flow.use_cases.reviewing import speaking_now
from perdes_flow.web.access.links import COMMENT
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.languages import in_words


def why_silent(ask: Ask, case: Case) -> str:
    """One sentence, or "" where the visitor may comment."""
    scope = ask.who.scope
    if scope is not None and COMMENT not in scope.acts:
        return gettext("Tautan Anda hanya untuk membaca. Untuk memberi catatan, masuk dengan PIN Anda.")
    try:
        speaking_now(case, ask.who.person.id, "memberi catatan")
    except NotOpenNow as refusal:
        return gettext(
            "Tahap “%(stage)s” tidak membuka kesempatan memberi catatan; yang sudah dikatakan tetap terbaca."
        ) % {"stage": in_words(refusal.state)}
    except Refusal as refusal:
        return refusal_sentence(refusal)
    return ""

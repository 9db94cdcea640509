"""Dates, fingerprints and offices as people read them; addresses of styles; the hidden fields of a form."""

from datetime import date, datetime
from uuid import uuid4

from django import template
from django.middleware.csrf import get_token
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from perdes_flow.domain import local_time, values, words
from perdes_flow.domain.events import Fact
from perdes_flow.messages.facts import fact_sentence
from perdes_flow.messages.refusals import lacking_sentence
from perdes_flow.web.assets import assets

register = template.Library()

register.filter("tanggal", local_time.tanggal)
register.filter("hari_tanggal", local_time.hari_tanggal)
register.filter("sidik", values.sidik)
register.filter("kalimat", lacking_sentence)


@register.filter
def waktu(instant: datetime, zone: values.Zone) -> str:
    """ "Kamis, 3 Desember 2026 pukul 14.05 WIB"."""
    return local_time.local_time_text(instant, zone)


@register.filter
def hari_di(instant: datetime, zone: values.Zone) -> date:
    """The day it was in the village."""
    return local_time.local_date(instant, zone)


@register.filter
def peristiwa(fact: Fact) -> str:
    return fact_sentence(fact)


@register.filter
def jabatan(codes: "str | list[str]") -> str:
    """One office or several, as people say them."""
    return words.offices([codes] if isinstance(codes, str) else codes)


@register.simple_tag
def aset(name: str) -> str:
    """The address of a style, script or picture below web/static."""
    return reverse("aset", kwargs={"stamp": assets()[name].stamp, "name": name})


@register.simple_tag(takes_context=True)
def kiriman(context: Context) -> SafeString:
    """The hidden fields of every form: our token, and a key that makes the form count once."""
    kept = context["request"].POST.get("kunci") or uuid4().hex
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="kunci" value="{}">',
        get_token(context["request"]),
        kept,
    )

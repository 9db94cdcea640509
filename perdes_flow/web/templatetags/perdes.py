"""Dates, fingerprints and offices as people read them; addresses of styles; the hidden fields of a form."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import zip_longest
from uuid import uuid4

from django import template
from django.middleware.csrf import get_token
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from perdes_flow.domain import local_time, values, words
from perdes_flow.domain.acts import Actor
from perdes_flow.domain.comments import Comment
from perdes_flow.domain.events import Fact
from perdes_flow.domain.suggestions import Suggestion
from perdes_flow.domain.village import Person, Village
from perdes_flow.legal.difference import difference
from perdes_flow.messages.places import place_sentence
from perdes_flow.messages.refusals import lacking_sentence
from perdes_flow.messages.threads import condition_of, hidden_words, shown_sentence
from perdes_flow.use_cases.threads import Thread
from perdes_flow.web import languages
from perdes_flow.web.assets import assets
from perdes_flow.web.page_words import on_page
from perdes_flow.web.text.anchors import anchor_of

register = template.Library()

register.filter("tanggal", languages.day)
register.filter("hari_tanggal", languages.weekday)
register.filter("waktu", languages.instant)
register.filter("sisa", languages.time_left)
register.filter("jabatan", languages.offices)
register.filter("bahasa", languages.in_words)
register.filter("sidik", values.sidik)
register.filter("kalimat", lacking_sentence)
register.filter("di_halaman", on_page)
register.filter("istilah", lambda code, table: languages.in_words(_WORDS[table].get(code, code)))
_WORDS = {
    "rapat": words.MEETINGS,
    "hasil": words.OUTCOMES,
    "suara": words.CHOICES,
    "jenis": words.JENIS,
}


@register.filter
def hari_di(instant: datetime, zone: values.Zone) -> date:
    """The day it was in the village."""
    return local_time.local_date(instant, zone)


@register.filter
def orang(person: values.PersonId, people: Mapping[values.PersonId, Person]) -> str:
    """The person's name."""
    known = people.get(person)
    return known.name if known else str(person)


@register.filter
def peristiwa(fact: Fact, hidden: frozenset[int] = frozenset()) -> str:
    """What happened; the words of hidden comments (by number) are left out."""
    return shown_sentence(fact, hidden)


@register.filter
def sebutan(by: Actor, village: Village) -> str:
    """Who acted, as others read it: "Suliyati (Ketua BPD)"."""
    person = village.people.get(by.person)
    office = languages.in_words(words.OFFICES[by.role])
    if person is None:
        return office
    said = (words.OFFICES[by.role], office)
    return (
        person.name
        if any(one.casefold() in person.name.casefold() for one in said)
        else f"{person.name} ({office})"
    )


@register.filter
def keadaan(comment: Comment) -> str:
    """ "belum dijawab", "disembunyikan, selesai" …"""
    return ", ".join(gettext(part) for part in condition_of(comment).split(", "))


@register.filter
def kata(comment: Comment) -> str:
    """What a comment says; for a hidden one that it is hidden."""
    return gettext(hidden_words(comment)) if comment.hidden else comment.text


@register.filter
def tempat_kini(thread: Thread) -> str:
    """Where a thread of an older version is now; "" for one of the latest."""
    if thread.carried is None:
        return ""
    old_words = "…" if thread.comment.hidden else thread.carried.old_words
    return place_sentence(thread.carried.placement, old_words)


@register.filter
def dengan_kepala(cells: Sequence[str], head: Sequence[str]) -> list[tuple[str, str]]:
    """Each cell of a row with the head of its column."""
    return list(zip_longest(cells, head[: len(cells)], fillvalue=""))


@register.filter
def bunyi_usul(suggestion: Suggestion) -> list[list[tuple[str, str]]]:
    """A suggestion paragraph by paragraph: what stays, what goes ("gone"), what comes ("come")."""
    if len(suggestion.old) != len(suggestion.new):
        return [
            *([("gone", line)] for line in suggestion.old),
            *([("come", line)] for line in suggestion.new),
        ]
    pairs = zip(suggestion.old, suggestion.new, strict=True)
    return [_words(old, new) for old, new in pairs if old or new]


def _words(old: str, new: str) -> list[tuple[str, str]]:
    found = []
    for part in difference(old, new):
        if part.kept:
            found.append(("", new[part.new_start : part.new_end]))
        elif part.old_end > part.old_start:
            found.append(("gone", old[part.old_start : part.old_end]))
        else:
            found.append(("come", new[part.new_start : part.new_end]))
    return found


@register.filter
def jangkar(address: str) -> str:
    """What stands behind # for a unit."""
    return anchor_of(address)


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

"""Baca: the text of a version by Pasal and ayat, what was said at each place, and what is new since one read it last."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from perdes_flow.domain.values import DraftId
from perdes_flow.messages.files import sentence
from perdes_flow.use_cases.cautions import cautions
from perdes_flow.use_cases.desk import Case, Written, open_case
from perdes_flow.use_cases.endorsing import endorse, endorsements, take_back_endorsement
from perdes_flow.use_cases.suggesting import offers
from perdes_flow.use_cases.threads import threads
from perdes_flow.use_cases.versions import known_version
from perdes_flow.web.access.visitor import Ask
from perdes_flow.web.acts import Problems, act
from perdes_flow.web.rendering import page
from perdes_flow.web.text.anchors import anchor_of
from perdes_flow.web.text.last_read import Since, last_read, mark_read, since
from perdes_flow.web.text.notes import notes_of
from perdes_flow.web.text.satuan import Satuan
from perdes_flow.web.text.speaking import why_silent
from perdes_flow.web.text.talk import Spoken, Talk, gather
from perdes_flow.web.text.trouble import readable
from perdes_flow.web.text.written import Heading, WrittenText, written


@dataclass(frozen=True, slots=True)
class Place:
    """A satuan on the page: its HTML, what was said there, and whether its words are new to the reader."""

    satuan: Satuan
    html: SafeString
    spoken: Spoken | None
    new: bool
    talk: bool  # the visitor may say something here

    @property
    def bare(self) -> bool:
        """Nothing stands beside it."""
        return not (self.talk or self.spoken or self.new)

    @property
    def look(self) -> str:
        """Its classes."""
        heading = f" judul-{self.satuan.kind}" if self.satuan.heading else ""
        return f"satuan{heading}{' baru' if self.new else ''}"

    @property
    def query(self) -> str:
        """Its address in a link."""
        return quote(self.satuan.address)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A line of the outline, with what waits between it and the next one."""

    heading: Heading
    waiting: int
    new: bool


@readable
def show(ask: Ask, draft: DraftId, version: int = 0, wrong: Problems = ()) -> HttpResponse:
    """The latest version with everything said about it; an older one as it was, to read only."""
    case = open_case(ask.desk, draft)
    latest = case.draft.latest
    if latest is None:
        return page(ask, "baca_kosong.html", wrong, draft=case.draft)
    shown = known_version(case, version or latest.number)
    text = written(ask.desk, case, shown.number)
    current = shown.number == latest.number
    talk = _talk(ask, case, text) if current else Talk()
    news = _news(ask, case, text) if current else None
    silence = why_silent(ask, case)
    places = list(_places(text, talk, news, may_speak=current and not silence))
    return page(
        ask,
        "baca.html",
        wrong,
        draft=case.draft,
        stage=case.procedure.states[case.draft.state].label,
        shown=shown,
        current=current,
        places=places,
        outline=list(_chapters(text.outline, places)),
        talk=talk,
        news=news,
        silence=silence,
        cautions=[
            sentence(caution.code, caution.facts) for caution in cautions(ask.desk, case, shown.number)
        ],
    )


def read(ask: Ask, draft: DraftId, version: int) -> HttpResponse:
    """Say that one has read a version: what is new is counted from there."""
    shown = known_version(open_case(ask.desk, draft), version)
    mark_read(ask.who.account, draft, shown.number)
    messages.success(
        ask,
        gettext("Versi %(number)s ditandai sudah Anda baca. Hanya Anda yang melihat tanda ini.")
        % {"number": shown.number},
    )
    return HttpResponseRedirect(reverse("baca", kwargs={"draft": draft}), status=303)


def agree(ask: Ask, draft: DraftId) -> HttpResponse:
    """Mark a unit as good the way it reads."""
    return _mark(ask, draft, partial(endorse, ask.desk, draft))


def disagree(ask: Ask, draft: DraftId) -> HttpResponse:
    """Take one's mark back."""
    return _mark(ask, draft, partial(take_back_endorsement, ask.desk, draft))


def _mark(ask: Ask, draft: DraftId, use_case: Callable[..., Written]) -> HttpResponse:
    address = ask.POST.get("tempat", "")
    return act(
        ask,
        partial(use_case, address=address, by=ask.who.person.id),
        then=f"{reverse('baca', kwargs={'draft': draft})}#{anchor_of(address)}",
        again=partial(show, ask, draft, 0),
    )


def _talk(ask: Ask, case: Case, text: WrittenText) -> Talk:
    return gather(
        text.satuan,
        threads=threads(ask.desk, case.draft.id).threads,
        offers=offers(ask.desk, case.draft.id).offers,
        notes=notes_of(ask, case.draft.id),
        marks=endorsements(ask.desk, case),
        reader=ask.who.person.id,
    )


def _news(ask: Ask, case: Case, text: WrittenText) -> Since | None:
    version = last_read(ask.who.account, case.draft.id, len(case.draft.versions))
    return since(ask.desk, case, version, text)


def _places(text: WrittenText, talk: Talk, news: Since | None, *, may_speak: bool) -> Iterator[Place]:
    new = news.changed if news else frozenset()
    for number, (satuan, html) in enumerate(zip(text.satuan, text.html, strict=True)):
        yield Place(satuan, html, talk.at.get(number), number in new, satuan.talk and may_speak)


def _chapters(outline: Sequence[Heading], places: Sequence[Place]) -> Iterator[Chapter]:
    ends = [heading.number for heading in outline[1:]] + [len(places)]
    for heading, end in zip(outline, ends, strict=True):
        below = places[heading.number : end]
        waiting = sum(place.spoken.count for place in below if place.spoken)
        yield Chapter(heading, waiting, any(place.new for place in below))

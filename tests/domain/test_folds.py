"""The folds of draft and village, over any facts by anybody in any order."""

from copy import deepcopy
from functools import reduce

import pytest
from any_facts import acts, all_fact_types, any_act, facts_of
from hypothesis import given
from hypothesis import strategies as st
from tampering import story

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import THE_SYSTEM, Act
from perdes_flow.domain.draft import evolve, replay
from perdes_flow.domain.village import Village, evolve_village, replay_village


def test_there_are_facts_to_try() -> None:
    names = {fact.__name__ for fact in all_fact_types()}
    assert {"VillageRegistered", "VersionSubmitted", "VoteCast", "ClarificationDecided"} <= names
    declared = {
        name
        for name, kind in vars(e).items()
        if isinstance(kind, type) and issubclass(kind, e.Fact) and kind is not e.Fact
    }
    assert names == declared  # every fact can be read from the log


@given(acts())
def test_no_order_of_any_acts_stops_the_fold_of_a_draft(given_acts: list[Act]) -> None:
    draft = replay(given_acts)
    assert (draft is not None) == any(isinstance(act.fact, e.DraftStarted) for act in given_acts)
    if draft is not None:
        _look_at_everything(draft)


def _look_at_everything(draft: object) -> None:
    for name in dir(type(draft)):
        if isinstance(getattr(type(draft), name), property):
            getattr(draft, name)


@given(st.lists(any_act(None), max_size=20))
def test_no_order_of_any_acts_stops_the_fold_of_a_village(given_acts: list[Act]) -> None:
    village = replay_village(given_acts)
    for person in village.people.values():
        for act in given_acts:
            assert all(person.holds(role, act.at.date()) for role in person.roles_on(act.at.date()))
    assert village.bpd_on(given_acts[0].at.date() if given_acts else story()[0].at.date()) is not None


@given(acts(), acts())
def test_a_draft_after_more_acts_is_the_draft_before_with_those_acts(
    first: list[Act], more: list[Act]
) -> None:
    assert replay([*first, *more]) == reduce(evolve, more, replay(first))


@given(st.lists(any_act(None), max_size=10), st.lists(any_act(None), max_size=10))
def test_a_village_after_more_acts_is_the_village_before_with_those_acts(
    first: list[Act], more: list[Act]
) -> None:
    assert replay_village([*first, *more]) == reduce(evolve_village, more, replay_village(first))


@given(acts(), any_act())
def test_one_more_act_leaves_the_draft_before_it_as_it_was(before: list[Act], act: Act) -> None:
    draft = replay(before)
    kept = deepcopy(draft)
    evolve(draft, act)
    assert draft == kept


@given(acts())
def test_the_same_acts_give_the_same_draft(given_acts: list[Act]) -> None:
    assert replay(given_acts) == replay(deepcopy(given_acts))


@given(acts())
def test_what_was_submitted_commented_and_stepped_is_all_there(given_acts: list[Act]) -> None:
    draft = replay(given_acts)
    if draft is None:
        return
    start = max(n for n, act in enumerate(given_acts) if isinstance(act.fact, e.DraftStarted))
    facts = [act.fact for act in given_acts[start + 1 :]]
    steps = [fact for fact in facts if isinstance(fact, e.StepTaken)]
    assert draft.visit == len(steps) + 1
    assert draft.state == (steps[-1].target if steps else given_acts[start].fact.state)
    assert len(draft.versions) == sum(isinstance(fact, e.VersionSubmitted) for fact in facts)
    opened = {fact.comment for fact in facts if isinstance(fact, OPENED)}
    # of a comment whose words were erased only what came after is known: it is counted all the same
    assert opened <= set(draft.comments)
    assert all(draft.comments[number].erased for number in set(draft.comments) - opened)
    assert set(draft.suggestions) == {fact.suggestion for fact in facts if isinstance(fact, e.SuggestionMade)}
    assert set(draft.meetings) == {fact.meeting for fact in facts if isinstance(fact, e.MeetingOpened)}
    assert len(draft.documents) == sum(isinstance(fact, e.DocumentFiled) for fact in facts)


@pytest.mark.parametrize("kind", all_fact_types(), ids=lambda kind: kind.__name__)
def test_what_concerns_the_village_leaves_its_drafts_alone_and_the_other_way(kind: type[e.Fact]) -> None:
    started = replay(story()[3:])
    village = replay_village(story()[:3])

    @given(facts_of(kind))
    def tried(fact: e.Fact) -> None:
        act = Act(story()[0].at, THE_SYSTEM, "pelindungan-pmi", fact)
        if kind in VILLAGE_FACTS:
            assert evolve(started, act) is started
        else:
            assert evolve_village(village, act) is village

    tried()


VILLAGE_FACTS = (
    e.VillageRegistered,
    e.SettingsChanged,
    e.PersonAdded,
    e.OfficeAssigned,
    e.OfficeEnded,
    e.PersonDescribed,
    e.PersonErased,
)
OPENED = (e.CommentOpened, e.CommentReceived)


def test_acts_on_nothing_change_nothing() -> None:
    orphans = [act for act in story() if not isinstance(act.fact, e.DraftStarted)]
    assert replay(orphans) is None
    assert replay_village([]) == Village()


def test_the_story_ends_as_it_was_told() -> None:
    draft, village = replay(story()), replay_village(story())
    assert draft is not None
    assert (draft.id, draft.state, draft.visit) == ("pelindungan-pmi", "penyusunan", 1)
    assert [version.number for version in draft.versions] == [1]
    assert draft.comments[1].answer is not None
    assert draft.comments[1].answer.outcome == "sebagian"
    assert draft.open_comments == (draft.comments[1],)
    assert draft.unanswered_comments == ()
    assert draft.meetings[1].votes == {"o002": "setuju"}
    assert draft.meetings[1].outcome == "disetujui"
    assert [document.kind for document in draft.documents] == ["berita_acara"]
    assert (village.desa, sorted(village.people)) == ("Sumberagung", ["o001", "o002"])

"""Any facts, by anybody, in any order: made from the fields of the facts themselves, so that a new fact is in at once."""

import typing
from datetime import UTC, date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from annotated_types import Ge, Lt
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.values import Role

# Few values each, so that facts often speak of the same comment, meeting or person.
POOLS = {
    "sha256": st.sampled_from(["0a" * 32, "0b" * 32, "0c" * 32]),
    "person": st.sampled_from(["o001", "o002", "o003", "sistem"]),
    "name": st.sampled_from(["pelindungan-pmi", "perdes", "a", "x-1"]),
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda s: bool(s.strip())
)


def all_fact_types() -> tuple[type[e.Fact], ...]:
    """Every fact there is."""
    return tuple(sorted(_leaves(e.AnyFact), key=lambda fact: fact.__name__))


def _leaves(annotation: Any) -> set[type[e.Fact]]:
    if isinstance(annotation, type):
        return {annotation}
    return set().union(
        *(_leaves(part) for part in get_args(annotation) if not hasattr(part, "discriminator"))
    )


@cache
def facts_of(kind: type[e.Fact]) -> st.SearchStrategy[e.Fact]:
    """Any fact of one type."""
    return _built(kind)


def any_fact() -> st.SearchStrategy[e.Fact]:
    return st.sampled_from(all_fact_types()).flatmap(facts_of)


def any_act(draft: str | None = "pelindungan-pmi") -> st.SearchStrategy[Act]:
    times = st.datetimes(timezones=st.just(UTC))
    actors = st.builds(Actor, POOLS["person"], st.sampled_from(Role))
    return st.builds(Act, times.map(lambda at: at.replace(microsecond=0)), actors, st.just(draft), any_fact())


def acts(max_size: int = 12) -> st.SearchStrategy[list[Act]]:
    """Acts on one draft; often a start among them, else the fold would have nothing to do."""
    start = any_act().flatmap(
        lambda act: facts_of(e.DraftStarted).map(lambda fact: Act(act.at, act.by, act.draft, fact))
    )
    return st.one_of(
        st.lists(any_act(), max_size=max_size),
        st.tuples(start, st.lists(any_act(), max_size=max_size)).map(lambda both: [both[0], *both[1]]),
    )


def _built(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(model, include_extras=True)
    fields = {name: _values(hints[name]) for name in model.model_fields}
    return st.fixed_dictionaries(fields).map(lambda given: model(**given))


def _values(annotation: Any, *constraints: Any) -> st.SearchStrategy[Any]:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(parts[0], *parts[1:])
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        return st.lists(_values(parts[0]), max_size=3).map(tuple)
    if origin in (typing.Union, UnionType):
        return st.one_of(*(_values(part) for part in parts))
    if annotation is type(None):
        return st.none()
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        return _integers([c for outer in constraints for c in (outer, *getattr(outer, "metadata", ()))])
    if annotation is date:
        return st.dates()
    if annotation is str:
        return _texts(constraints)
    if issubclass(annotation, Enum):
        return st.sampled_from(annotation)
    return _built(annotation)


def _integers(constraints: list[Any]) -> st.SearchStrategy[int]:
    low = max((c.ge for c in constraints if isinstance(c, Ge)), default=0)
    high = min((c.lt for c in constraints if isinstance(c, Lt)), default=1_000_001) - 1
    return st.integers(low, low + 3) | st.integers(low, high)


def _texts(constraints: tuple[Any, ...]) -> st.SearchStrategy[str]:
    patterns = [c.pattern for c in constraints if isinstance(c, StringConstraints) and c.pattern]
    if not patterns:
        return TEXT if constraints else TEXT | st.just("")
    shaped = {
        "{64}": POOLS["sha256"],
        "[0-5][0-9]": st.just("19.30"),
        "^62": st.just("6281234567890"),
        "@": st.just("a@b.id"),
    }
    for sign, values in shaped.items():
        if sign in patterns[0]:
            return values
    return POOLS["person"] if "sistem" in patterns[0] else POOLS["name"]

"""How a draft came about, as far as the process rules ask: plain facts, told by whoever keeps the record."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting that is over. `name` is how a person calls it: "musyawarah bersama 9 Oktober 2026".

    of_bpd     members of the BPD decide here; a public consultation has no quorum
    members    of the BPD on that day; `quorum` of them must be there
    needed     votes that approve where there is no mufakat
    agreed     it ended with an agreement
    """

    name: str
    on: date
    of_bpd: bool
    members: int
    present: int
    quorum: int
    needed: int
    votes: int
    by_mufakat: bool
    agreed: bool
    minuted: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A term that was not kept: what was due, until when, and when it was done; None: not yet."""

    what: str
    until: date
    done: date | None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """Dates are None where the thing has not happened.

    consulted      the public consultation with residents present
    decided        the joint agreement; `decision` and `minutes_annexed`: the BPD's decision, and the minutes with it
    evaluated      the Bupati's result, or the day on which silence took its place
    signed_by      who took the step of penetapan, promulgated_by that of pengundangan (one person in both is told by equality)
    acting         one of the two is a Pj. or Plt.
    withdrawn      with the parties that consented
    unregistered   what the village's books (A.1, A.9) still lack
    living         titles of the village's other regulations that are in force
    text, agreed   fingerprints of the latest text and of the text that was agreed; "" where there is none
    """

    prakarsa: str
    submitted: date | None = None
    consulted: date | None = None
    sittings: tuple[Sitting, ...] = ()
    decided: date | None = None
    decision: bool = False
    minutes_annexed: bool = False
    late: tuple[Term, ...] = ()
    needs_evaluation: bool = False
    evaluated: date | None = None
    stipulated: date | None = None
    signed_by: str = ""
    promulgated_by: str = ""
    acting: bool = False
    withdrawn: bool = False
    discussed: bool = False
    consents: frozenset[str] = frozenset()
    unregistered: tuple[str, ...] = ()
    living: tuple[str, ...] = ()
    text: str = ""
    agreed: str = ""
    signed: str = ""

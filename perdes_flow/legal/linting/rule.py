"""A rule: its number, its law, how grave it is, since when it holds, and the function that looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from perdes_flow.legal.linting.case import Case
from perdes_flow.legal.linting.finding import Finding, Found, Severity
from perdes_flow.legal.swift import swift

Check = Callable[[Case], Iterator[Found]]

P111 = "Permendagri 111/2014, Lampiran"
LII = "UU 12/2011, Lampiran II"
PERMENDAGRI_111_IN_FORCE = date(2014, 12, 31)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `since` is its first day, `until` the first day it no longer holds; None is open."""

    id: str
    source: str
    severity: Severity
    check: Check
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    def findings(self, case: Case) -> Iterator[Finding]:
        """The findings of this rule on a text."""
        for found in self.check(case):
            yield _finding(
                self.id,
                found.severity or self.severity,
                found.at,
                found.message,
                found.fix,
                self.source,
                found.quote,
                found.replacement,
            )


_finding = swift(Finding)


def rule(
    id_: str, *, source: str, severity: Severity, since: date | None = None, until: date | None = None
) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields what it found."""
    return lambda check: Rule(id_, source, severity, check, since, until)

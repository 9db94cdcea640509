"""The sentences of the review's further facts: set aside, received in a Word file, suggested wording."""

from perdes_flow.domain import events as e

_SHOWN = 120  # letters of a wording in a sentence


def review_sentence(fact: e.Fact) -> str:
    """The sentence, or nothing for another kind of fact."""
    return _aside(fact) or _received(fact) or _suggestion(fact) or _endorsement(fact)


def _aside(fact: e.Fact) -> str:
    match fact:
        case e.CommentWithdrawn():
            return f"Catatan nomor {fact.comment} ditarik penulisnya: {fact.reason}"
        case e.CommentHidden():
            return f"Catatan nomor {fact.comment} disembunyikan, tetap terhitung: {fact.reason}"
        case e.WordsErased():
            return f"Kata-kata catatan nomor {fact.comment} dihapus untuk selamanya, tetap terhitung: {fact.reason}"
        case e.PersonErased():
            return f"Nama dan data kontak {fact.person} dihapus untuk selamanya: {fact.reason}"
    return ""


def _received(fact: e.Fact) -> str:
    match fact:
        case e.FileReceived():
            silent = f" ({fact.silent} tanpa lacak perubahan)" if fact.silent else ""
            return (
                f"Berkas {fact.file_name} diterima kembali: berdasar versi {fact.version}, "
                f"{fact.changes} perubahan{silent}, {fact.comments} komentar."
            )
        case e.CommentReceived():
            return f"Catatan nomor {fact.comment} dari berkas Word ({fact.word_author}) pada {fact.address}: {fact.text}"
        case e.ReplyReceived():
            return f"Tanggapan dari berkas Word ({fact.word_author}) atas catatan nomor {fact.comment}: {fact.text}"
    return ""


def _suggestion(fact: e.Fact) -> str:
    match fact:
        case e.SuggestionMade():
            silent = ", diubah tanpa lacak perubahan" if fact.silent else ""
            return (
                f"Usul nomor {fact.suggestion} pada {fact.address} (versi {fact.version}{silent}): "
                f"{wording_sentence(fact.quote, fact.text)}"
            )
        case e.SuggestionWithdrawn():
            return f"Usul nomor {fact.suggestion} ditarik pengusulnya: {fact.reason}"
        case e.SuggestionTaken():
            return f"Usul nomor {fact.suggestion} diambil alih ke dalam versi {fact.version}."
        case e.SuggestionRefused():
            return f"Usul nomor {fact.suggestion} ditolak: {fact.reason}"
    return ""


def _endorsement(fact: e.Fact) -> str:
    match fact:
        case e.UnitEndorsed():
            return (
                f"Pernyataan setuju nomor {fact.endorsement} dengan bunyi {fact.address} (versi {fact.version}); "
                "bukan pemungutan suara."
            )
        case e.EndorsementTakenBack():
            return f"Pernyataan setuju nomor {fact.endorsement} ditarik."
    return ""


def wording_sentence(old: str, new: str) -> str:
    """ "… 3 (tiga) hari … menjadi … 2 (dua) hari …", without the words at both ends that stay."""
    if not old:
        return f"tambahan “{_short(new)}”"
    if not new:
        return f"hapus “{_short(old)}”"
    gone, come = _changed(old, new)
    return f"“{_short(gone)}” menjadi “{_short(come)}”"


def _changed(old: str, new: str) -> tuple[str, str]:
    olds, news = old.split(), new.split()
    head = _common(olds, news)
    tail = _common(olds[head:][::-1], news[head:][::-1])
    around = max(0, head - 1), 1 if tail else 0  # a word on either side says where it is
    gone, come = (words[around[0] : len(words) - tail + around[1]] for words in (olds, news))
    before, behind = ("… " if around[0] else ""), (" …" if tail > around[1] else "")
    return f"{before}{' '.join(gone)}{behind}", f"{before}{' '.join(come)}{behind}"


def _common(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"

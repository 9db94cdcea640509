"""Which line of a text is which line of its next version; expected pairs written by hand."""

from perdes_flow.legal.comparison import Line, Pairing, pair_lines


def compared(old: str, new: str) -> Pairing:
    return pair_lines(*([Line(line.strip()) for line in text.strip().splitlines()] for text in (old, new)))


TERTIB = "Setiap warga Desa wajib menjaga ketertiban lingkungan masing-masing."
RONDA = "Kepala Dusun mengatur giliran ronda malam bersama pengurus Rukun Tetangga."
TAMU = "Tamu yang menginap lebih dari satu hari melapor kepada pengurus Rukun Tetangga."
SAMPAH = "Pemerintah Desa menyediakan tempat sampah di setiap pasar dan lapangan."


def test_a_heading_follows_its_body_and_not_its_number() -> None:
    old = f"Pasal 1\n{TERTIB}\nPasal 2\n{RONDA}"
    new = f"Pasal 1\n{TERTIB}\nPasal 2\n{TAMU}\nPasal 3\n{RONDA}"
    # the new Pasal 2 is new with its heading; the old Pasal 2 is Pasal 3 now
    assert compared(old, new).kept == ((0, 0), (1, 1), (2, 4), (3, 5))


def test_swapped_pasal_are_one_move_and_no_more() -> None:
    old = f"Pasal 1\n{TERTIB}\nPasal 2\n{RONDA}\nPasal 3\n{TAMU}"
    new = f"Pasal 1\n{TAMU}\nPasal 2\n{TERTIB}\nPasal 3\n{RONDA}"
    pairing = compared(old, new)
    assert pairing.kept == ((0, 2), (1, 3), (2, 4), (3, 5))
    assert [(move.old_lines, move.new_lines) for move in pairing.moved] == [((4, 5), (0, 1))]


def test_a_pasal_in_another_bab_has_moved_with_all_its_ayat() -> None:
    old = f"BAB I\nUMUM\nPasal 1\n{TERTIB}\nPasal 2\n(1) {RONDA}\n(2) {TAMU}\nBAB II\nKEBERSIHAN\nPasal 3\n{SAMPAH}"
    new = f"BAB I\nUMUM\nPasal 1\n{TERTIB}\nBAB II\nKEBERSIHAN\nPasal 2\n{SAMPAH}\nPasal 3\n(1) {RONDA}\n(2) {TAMU}"
    pairing = compared(old, new)
    assert [(move.old_lines, move.new_lines) for move in pairing.moved] == [((4, 5, 6), (8, 9, 10))]
    assert pairing.kept == ((0, 0), (1, 1), (2, 2), (3, 3), (7, 4), (8, 5), (9, 6), (10, 7))


def test_a_heading_that_went_moves_nothing() -> None:
    old = f"Pasal 1\n(1) {TERTIB}\nPasal 2\n(1) {RONDA}\n(2) {TAMU}"
    new = f"Pasal 1\n(1) {TERTIB}\n(2) {RONDA}\n(3) {TAMU}"
    pairing = compared(old, new)
    assert pairing.moved == ()
    assert pairing.kept == ((0, 0), (1, 1), (3, 2), (4, 3))


def test_a_shifted_reference_does_not_hide_that_the_line_is_the_same() -> None:
    sentence = "Besaran iuran sebagaimana dimaksud dalam Pasal {} ditetapkan oleh Kepala Desa."
    old = f"Pasal 7\n{RONDA}\nPasal 8\n{sentence.format(7)}"
    new = f"Pasal 7\n{TAMU}\nPasal 8\n{RONDA}\nPasal 9\n{sentence.format(8)}"
    assert compared(old, new).kept == ((0, 2), (1, 3), (2, 4), (3, 5))


def test_an_ayat_cut_in_two_and_two_ayat_joined() -> None:
    whole = f"Pasal 1\n(1) {TERTIB} {RONDA}\n(2) {TAMU}"
    parts = f"Pasal 1\n(1) {TERTIB}\n(2) {RONDA}\n(3) {TAMU}"
    cut, joined = compared(whole, parts), compared(parts, whole)
    assert cut.splits == ((1, (1, 2)),)
    assert cut.kept == ((0, 0), (1, 1), (2, 3))
    assert joined.merges == (((1, 2), 1),)
    assert joined.kept == ((0, 0), (1, 1), (3, 2))


def test_a_reworded_ayat_is_the_same_ayat_and_a_strange_one_is_not() -> None:
    old = f"Pasal 1\n(1) {TERTIB}\n(2) {RONDA}"
    reworded = RONDA.replace("giliran", "jadwal")
    assert compared(old, f"Pasal 1\n(1) {TERTIB}\n(2) {reworded}").kept == ((0, 0), (1, 1), (2, 2))
    assert compared(old, f"Pasal 1\n(1) {TERTIB}\n(2) {SAMPAH}").kept == ((0, 0), (1, 1))


def test_in_a_cell_what_was_replaced_pairs_with_what_replaced_it() -> None:
    old, new = [Line("per hari")], [Line("sebulan")]
    assert pair_lines(old, new).kept == ()
    assert pair_lines(old, new, same_place=True).kept == ((0, 0),)


def test_text_without_any_pasal_is_compared_line_by_line() -> None:
    old, new = f"{TERTIB}\n{RONDA}\n{TAMU}", f"{TERTIB}\n{SAMPAH}\n{RONDA}\n{TAMU}"
    assert compared(old, new).kept == ((0, 0), (1, 2), (2, 3))


def test_of_two_units_that_changed_places_the_shorter_one_moved() -> None:
    long = f"Pasal 1\n(1) {RONDA}\n(2) {TAMU}\n(3) {SAMPAH}"
    short = f"Pasal 2\n{TERTIB}"
    swapped = compared(f"{long}\n{short}", f"{short}\n{long}")
    assert [(move.old_lines, move.new_lines) for move in swapped.moved] == [((4, 5), (0, 1))]
    back = compared(f"{short}\n{long}", f"{long}\n{short}")
    assert [(move.old_lines, move.new_lines) for move in back.moved] == [((0, 1), (4, 5))]


def test_what_was_cut_or_joined_inside_a_moved_bab_is_known_as_such() -> None:
    bab = f"BAB {{}}\nKEBERSIHAN\nPasal 1\n{SAMPAH}\nPasal 2\n{{}}\n"
    rest = f"BAB {{}}\nKETERTIBAN\nPasal 3\n{TERTIB} {TAMU} {TERTIB} {SAMPAH} {TAMU} {SAMPAH}"
    whole, parts = f"(1) {TERTIB} {RONDA}\n(2) {TAMU}", f"(1) {TERTIB}\n(2) {RONDA}\n(3) {TAMU}"
    cut = compared(
        bab.format("I", whole) + rest.format("II"), rest.format("I") + "\n" + bab.format("II", parts)
    )
    assert cut.splits == ((5, (9, 10)),)
    joined = compared(
        bab.format("I", parts) + rest.format("II"), rest.format("I") + "\n" + bab.format("II", whole)
    )
    assert joined.merges == (((5, 6), 9),)
    # both paragraphs left their place, one stands at the other
    assert [(move.old_lines, move.new_lines) for move in joined.moved] == [
        ((0, 1, 2, 3, 4, 5, 6, 7), (4, 5, 6, 7, 8, 9, 10))
    ]


def test_a_bab_keeps_its_title_when_most_of_it_moves_to_the_head_of_another_bab() -> None:
    long = "\n".join(f"({n}) {text}" for n, text in enumerate((TERTIB, RONDA, TAMU), 1))
    rest, last = "Warga membayar iuran setiap bulan.", "Peraturan Desa ini mulai berlaku."
    old = f"BAB I\nIURAN\nPasal 1\n{long}\nPasal 2\n{rest}\nBAB II\nPENUTUP\nPasal 3\n{last}"
    new = f"BAB I\nIURAN\nPasal 1\n{rest}\nBAB II\nPENUTUP\nPasal 2\n{long}\nPasal 3\n{last}"
    pairing = compared(old, new)
    assert [(move.old_lines, move.new_lines) for move in pairing.moved] == [((2, 3, 4, 5), (6, 7, 8, 9))]
    assert pairing.kept == ((0, 0), (1, 1), (6, 2), (7, 3), (8, 4), (9, 5), (10, 10), (11, 11))


def test_a_blank_line_elsewhere_does_not_part_two_lines_that_are_alike() -> None:
    old = [Line(text) for text in (TERTIB, " ", f"{RONDA} {TAMU}", "")]
    new = [Line(text) for text in ("", " ", f"{RONDA} {TAMU.replace('satu hari', 'dua hari')}")]
    assert (2, 2) in pair_lines(old, new).kept

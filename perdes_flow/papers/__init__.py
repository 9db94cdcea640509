"""Official papers, made only of what the record holds: a kind of paper -> its sheet -> a Word file."""

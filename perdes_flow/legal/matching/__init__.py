"""Which unit of one text is which unit of another: found by what the units say, never by their numbers."""

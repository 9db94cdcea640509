"""The tables' history. Applied ones are never edited."""

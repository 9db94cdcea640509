"""Where log, register and files are kept: a Django app on SQLite or PostgreSQL, and a folder of immutable files."""

"""The text of a version as the pages show it: pieces that people talk about, each with its address."""

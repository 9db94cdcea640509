"""The Indonesian sentence of every refusal and every fact, and the words for codes."""

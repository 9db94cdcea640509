"""Turns the plain source texts of the sample dossiers into the Word files that people would really send."""

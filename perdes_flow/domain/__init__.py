"""What happened, and what a draft therefore is.

`events` are the facts, `acts` say who did them and when, `chain` binds them into a log that cannot be changed unseen;
`draft` and `village` are folds of the facts.
"""

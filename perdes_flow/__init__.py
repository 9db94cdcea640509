"""perdes-flow: the engine that takes a Peraturan Desa from its Word file to the Lembaran Desa.

The rooms, from the ground up (imports point down only):

    errors      every refusal
    domain      what happened, and what a draft therefore is
    legal       the text of a regulation as a tree
    word        DOCX bytes <-> meaning
    workflow    which steps are open, to whom, by which law
    messages    the Indonesian sentence of every refusal and every fact
    papers      official papers that we issue
    ports       log, files and clock, as the use cases see them
    use_cases   what people do: one function an act
    storage     log, register and files on SQLite or PostgreSQL
    bootstrap   settings -> log, files, clock
    cli         argv -> one use case -> one sentence

One version's path: bytes -> word.gate -> word.reader -> legal.parser -> files.put -> log.append -> one sentence.
"""

__version__ = "0.1.0"

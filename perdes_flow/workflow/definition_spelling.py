"""The short ways in which a workflow file may spell a thing, and the long form that the model reads.

What is spelled neither way is handed on as it is: the model refuses it, with its place.
"""


def as_list(value: object) -> object:
    """One or several: what is no list becomes a list of one."""
    return value if isinstance(value, list | tuple) else [] if value is None else [value]


def as_bare(values: tuple[object, ...]) -> object:
    """One of a list stands alone again when it is written."""
    return values[0] if len(values) == 1 else list(values)


def as_guard(value: object) -> object:
    """`{kuorum: {min: 2/3}, law: B37}` as the fields of a GuardUse; anything else as it is, to be refused."""
    if not isinstance(value, dict):
        return value
    names = [key for key in value if key not in ("law", "mark")]
    if len(names) != 1 or "args" in value:
        return value
    rest = {key: value[key] for key in ("law", "mark") if key in value}
    return {"name": names[0], "args": value[names[0]] or {}, **rest}


def as_doc(value: object) -> object:
    """A paper may be written as its kind alone."""
    return {"doc": value} if isinstance(value, str) else value


def as_law(value: object) -> object:
    """A law may be written as its text alone."""
    return {"text": value} if isinstance(value, str) else value

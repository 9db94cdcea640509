"""From a folder and the environment to a workspace; the only place that names a backend.

`home` finds the folder and its register, and loads nothing else: a list of drafts must come at once.
`workspace` opens all of it.
"""

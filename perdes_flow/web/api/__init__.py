"""The API: what the pages can do, for programs; each operation calls one use case, in the offices of one person.

answers (what comes back) · door (who asks) · operations (how one is declared) · a module a subject · service (the whole).
"""

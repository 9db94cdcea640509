"""How the tree is read: what a line is, which lists are open, and the parts in their order."""

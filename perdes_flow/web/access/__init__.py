"""Who comes in, as whom, and to what: accounts, links, PINs, sessions, and the gate in front of every page."""

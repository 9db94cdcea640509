"""The command `perdes`."""


def run() -> None:
    """Start the command line."""

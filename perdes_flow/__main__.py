"""`python -m perdes_flow`: the command line where the script `perdes` is not on the path."""

from perdes_flow.cli.main import run

run()

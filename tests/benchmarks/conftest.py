"""Benchmarks are run by run.py and never collected as tests: a busy machine must not fail a test run."""

collect_ignore_glob = ["*.py"]

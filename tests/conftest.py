"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]

# A busy machine is slow; how fast the program is, tests/benchmarks/ say.
settings.register_profile("perdes", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("perdes")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="run the long tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--nightly"):
        return
    skip = pytest.mark.skip(reason="long run: start it with --nightly")
    for item in items:
        if "nightly" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test programs and corpora (PERDES_SHARED, else `shared` beside the checkout)."""
    folder = Path(os.environ.get("PERDES_SHARED", ROOT.parent / "shared"))
    if not (folder / "tools").is_dir():
        pytest.skip(f"no shared test programs in {folder}; set PERDES_SHARED")
    return folder

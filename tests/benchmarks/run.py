"""Print what the project promises about speed, as ratios: python tests/benchmarks/run.py [NAME …]"""

import importlib
import sys
import tempfile
from pathlib import Path

from ratio import NotYet

# name: (module, function); a part that is not there yet must not keep the others from being measured
BENCHMARKS = {
    "help": ("startup", "help_page"),
    "status": ("startup", "status"),
    "append": ("appending", "append"),
    "replay": ("record", "replay_200"),
    "verify": ("record", "verify"),
    "verify-log": ("record", "verify_log"),
    "verify-log-full": ("record", "verify_log_full"),
}
ON_REQUEST = {"verify-log-full"}  # a million facts: minutes to make them


def main(names: list[str]) -> int:
    """0: all within their limits; 1: one is not, or broke; 2: an unknown name."""
    found = BENCHMARKS | _beside()
    unknown = [name for name in names if name not in found]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(found)}", file=sys.stderr)
        return 2
    within = [_measured(*found[name]) for name in names or found if name in names or name not in ON_REQUEST]
    return 0 if all(within) else 1


def _beside() -> dict[str, tuple[str, str]]:
    """Each bench_NAME.py with a function `measure(folder) -> Ratio` joins as NAME."""
    files = sorted(Path(__file__).parent.glob("bench_*.py"))
    having = (path for path in files if "\ndef measure(" in path.read_text(encoding="utf-8"))
    return {path.stem.removeprefix("bench_"): (path.stem, "measure") for path in having}


def _measured(module: str, function: str) -> bool:
    try:
        with tempfile.TemporaryDirectory(prefix="perdes-", ignore_cleanup_errors=True) as folder:
            found = getattr(importlib.import_module(module), function)(Path(folder))
    except (NotYet, ImportError) as problem:
        print(f"{function}: belum ada ({problem})", flush=True)
        return True
    except Exception as problem:  # whatever broke in one part, the others are measured all the same
        print(f"{function}: broke ({type(problem).__name__}: {problem!s:.200})", flush=True)
        return False
    print(found.text, flush=True)
    return bool(found.within)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

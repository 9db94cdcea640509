"""Kill a writing process at random moments, and see that nothing acknowledged is lost.

    python tests/crash/kill9.py --runs 1000 [--through submit|storage] [--home FOLDER] [--seed N]

Each run forks a process that submits versions, waits for a random one of them to begin, and kills it (SIGKILL) a
random moment later. `submit` is the use case with gate, reader and parser; `storage` only the file and the record, which is faster.
SIGKILL does not test power cuts: the kernel's cache survives it; test_crashes.py looks at the order of fsyncs for those.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from crash.inspection import Aftermath, inspect
from crash.writers import NEXT

LONGEST_WAIT_SECONDS = 0.006  # about twice as long as a write takes here
WRITERS = {"submit": "crash.people", "storage": "crash.writers"}
INSPECT_EVERY = 100
RUNS_A_DRAFT = 20  # a long draft takes long to read, and the kill would miss the writing


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=1000)
    options.add_argument("--through", choices=WRITERS, default="submit")
    options.add_argument("--home", type=Path)
    options.add_argument("--seed", type=int, default=int(time.time()))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        home = given.home or Path(folder, "kerja")
        acknowledged, aftermath = kill_often(home, given.runs, given.seed, WRITERS[given.through])
    lines = (
        f"{given.runs} × kill -9 in {time.monotonic() - start:.0f} s, seed {given.seed}",
        f"acknowledged {acknowledged}, lost or broken {len(aftermath.problems)}",
        f"recorded without an answer {aftermath.unacknowledged}, orphan files {aftermath.orphans}, "
        f"passing files left over {aftermath.left_over}",
        *aftermath.problems,
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if aftermath.problems else 0


def kill_often(home: Path, runs: int, seed: int, writers: str) -> tuple[int, Aftermath]:
    """Kill `runs` writers in one workspace; how many versions they acknowledged, and what is there afterwards.

    Stops at the first problem.
    """
    chance = random.Random(seed)
    # In processes of their own: what is forked later must not inherit a connection or a running thread.
    work = import_module(writers)
    _in_a_fork(partial(work.prepare, home))
    acknowledged: list[tuple[int, str]] = []
    for run in range(1, runs + 1):
        acknowledged += killed_writer(
            partial(work.write_for_ever, home, f"rancangan-{run // RUNS_A_DRAFT}"), chance
        )
        if run % INSPECT_EVERY == 0:
            _in_a_fork(partial(_stop_at_problems, home, tuple(acknowledged)))
    return len(acknowledged), inspect(home, acknowledged)


def killed_writer(
    write_for_ever: Callable[[Callable[[bytes], object], int], object], chance: random.Random
) -> Iterator[tuple[int, str]]:
    """One writer, killed; what it had acknowledged until then."""
    seed, let_pass, wait = (
        chance.getrandbits(32),
        chance.randrange(1, 6),
        chance.uniform(0, LONGEST_WAIT_SECONDS),
    )
    said, ears = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(said)
        _never_return(lambda: write_for_ever(lambda line: os.write(ears, line), seed))
    os.close(ears)
    heard = b""
    with os.fdopen(said, "rb", buffering=0) as pipe:
        while heard.count(NEXT) < let_pass:
            piece = pipe.read(4096)
            if not piece:
                break
            heard += piece
        time.sleep(wait)
        os.kill(pid, signal.SIGKILL)
        while piece := pipe.read(4096):
            heard += piece
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"the writer ended by itself, status {status}: {heard[-500:]!r}")
    for line in heard.decode().splitlines():
        if line.startswith("ACK "):
            _, number, sha256 = line.split(" ")
            yield int(number), sha256


def _stop_at_problems(home: Path, acknowledged: Sequence[tuple[int, str]]) -> None:
    if (aftermath := inspect(home, acknowledged)).problems:
        raise AssertionError("\n".join(aftermath.problems))


def _in_a_fork(work: Callable[[], object]) -> None:
    pid = os.fork()
    if pid == 0:
        _never_return(work)
    _, status = os.waitpid(pid, 0)
    if status:
        raise RuntimeError(f"ended with status {status}")


def _never_return(work: Callable[[], object]) -> None:
    """Do the work in a forked process, and leave without any of the parent's clean-up."""
    status = 1
    try:
        work()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main())

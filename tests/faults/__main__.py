"""`python -m tests.faults [--moments 200] [--seed 1]`: the long run of which tests do a few."""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults.commands import Fault
from tests.faults.damage import WAYS
from tests.faults.moments import KINDS, Moment
from tests.faults.rebuilding import damaged
from tests.faults.world import World, world


def run(moments: int, seed: int, documents: int, root: Path) -> int:
    """Print a line a moment and a summary; return how many went wrong."""
    begun = time.monotonic()
    made = world(root, documents=documents)
    faults: list[str] = []
    counts: Counter[str] = Counter()
    for number in range(moments):
        kind = KINDS[number % len(KINDS)].__name__
        counts[kind] += 1
        if fault := _moment(number, seed, made, root, counts):
            faults.append(fault)
    for way in WAYS:
        for sealed in (True, False):
            counts["damaged folder"] += 1
            try:
                damaged(made, way, root / f"{way.__name__}-{sealed}", sealed=sealed)
            except Fault as fault:
                faults.append(f"{way.__name__}, sealed {sealed}: {fault}")
                _print(faults[-1])
    late = counts.pop("too late", 0)
    seconds = time.monotonic() - begun
    _print(f"{moments} moments, seed {seed}, {documents} documents, {seconds:.0f} s")
    _print(f"{late} commands had ended before the kill")
    _print(", ".join(f"{kind.replace('_', ' ')} {n}" for kind, n in sorted(counts.items())))
    _print(f"{len(faults)} faults")
    return len(faults)


def _moment(number: int, seed: int, made: World, root: Path, counts: Counter[str]) -> str | None:
    kind = KINDS[number % len(KINDS)]
    moment = Moment(number=number, chance=random.Random(f"{seed}/{number}"),
                    place=root / f"{number:03}", world=made)  # fmt: skip
    try:
        ended = kind(moment)
    except Fault as fault:
        _print(f"{number:03} {kind.__name__}: FAULT: {fault}")
        return f"moment {number}, {kind.__name__}: {fault}"
    counts["too late"] += ended.status >= 0
    shutil.rmtree(moment.place)
    _print(f"{number:03} {kind.__name__}: {'killed' if ended.status < 0 else 'had ended'} "
           f"after {ended.seconds:.2f} s")  # fmt: skip
    return None


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=8)
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="onrecord-faults-"))
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    wrong = run(given.moments, given.seed, given.documents, folder)
    if wrong:
        _print(f"What is wrong is kept in {folder}")
    else:
        shutil.rmtree(folder)
    sys.exit(bool(wrong))

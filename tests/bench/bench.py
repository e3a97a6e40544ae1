#!/usr/bin/env python3
"""bench.py PROGRAM CLI SYNC [N…]: how fast elsewhen-bench is, as one table.

Run it under tests/harness/headless: a screen of its own, GSK_RENDERER=cairo.
Boards come from make-board.py. Times depend on the machine and on what else it
does; CPU is what the program's processes worked per step, frames and latency
are what a person would have seen. `--check` runs a small board for a moment and
looks only whether everything is counted, applied and drawn.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from program import Program
from sharing import sharing
from syncing import GOALS as SYNC_GOALS, syncing
from touring import recording, touring

HERE = Path(__file__).resolve().parent
PACE = 1000 / 60
STEPS = 120
SIZES = [100, 1000, 10000, 100000]

# What must be reached, by board size: (at most, or None) for each row.
GOALS = {
    10000: {"open ms": 200, "memory MB": 110, "pan all CPU": 7.5,
            "pan 100 % CPU": 5, "drag CPU": 1.5, "drag latency p95": 17,
            "zoom CPU": 12, "png ms": 150, "svg ms": 120, "save ms": 33,
            "save MB": 3, "start ms": 180, "record CPU %": 2},
    100000: {"open ms": 1200, "memory MB": 300, "pan all CPU": 16,
             "drag CPU": 3},
}
# Frames a second, wherever something moves.
SMOOTH = 55


def rank(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def frames_per_second(frames):
    if len(frames) < 2:
        return 0
    return (len(frames) - 1) / (frames[-1] - frames[0]) * 1000


def there_and_back(count, dx, dy):
    half = count // 2
    return ([{"dx": dx, "dy": dy}] * half + [{"dx": -dx, "dy": -dy}] * half)


def away(count):
    step = 360 / count
    return [{"x": i * step, "y": i * step / 2} for i in range(1, count + 1)]


def into(zoom, count):
    ladder = [zoom * (1 / zoom) ** (i / count) for i in range(count + 1)]
    return [{"from": a, "to": b} for a, b in zip(ladder, ladder[1:])]


class Table:
    """Rows by name, columns by board size."""

    def __init__(self):
        self.rows = {}

    def put(self, row, size, value, digits=1):
        self.rows.setdefault(row, {})[size] = (value, digits)

    def show(self, sizes):
        """Each goal stands beside its figure; what is not met is named below
        once more."""
        print("".join([f"{'':22}"] + [f"{size:>14,} notes" for size in sizes]))
        for row, cells in self.rows.items():
            print(f"{row:22}" + "".join(
                self._cell(row, size, cells.get(size)) for size in sizes))
        unmet = list(self._unmet(sizes))
        print("\n" + (f"{len(unmet)} UNMET:" if unmet else "Every goal is met."))
        for line in unmet:
            print(f"  {line}")
        print("There is no search yet to measure.")

    @staticmethod
    def _goal(row, size):
        """What it should be, and whether a value is that."""
        if row.endswith("frames/s") and size in GOALS:
            return 60, lambda value: value >= SMOOTH
        goal = SYNC_GOALS.get(row, GOALS.get(size, {}).get(row))
        return goal, lambda value: value <= goal

    def _cell(self, row, size, cell):
        if cell is None:
            return f"{'':>20}"
        value, digits = cell
        goal, is_met = self._goal(row, size)
        if goal is None:
            return f"{value:>10.{digits}f}{'':>10}"
        verdict = "ok" if is_met(value) else "UNMET"
        return f"{value:>10.{digits}f} {verdict:<5}{goal:<4g}"

    def _unmet(self, sizes):
        for row, cells in self.rows.items():
            for size in sizes:
                goal, is_met = self._goal(row, size)
                if goal is None or size not in cells:
                    continue
                value, digits = cells[size]
                if not is_met(value):
                    yield (f"{row} at {size:,} notes: {value:.{digits}f}, "
                           f"not {goal:g}")


def gesture(program, table, size, name, kind, steps):
    answer = program.ask("gesture", kind=kind, pace_ms=PACE, steps=steps)
    assert answer["steps"] == len(steps), f"{name}: a step is missing"
    assert len(answer["latency"]) == len(steps), f"{name}: a step was not shown"
    # What is dragged may snap to a neighbour's edge.
    slack = 0.1 if kind == "drag" else 0.01
    assert abs(answer["applied"] - 1) < slack, (
        f"{name}: {answer['applied']} of the way was gone")
    assert answer["frames"], f"{name}: nothing was drawn"
    table.put(f"{name} CPU", size, answer["cpu_ms"] / len(steps))
    table.put(f"{name} frames/s", size, frames_per_second(answer["frames"]))
    table.put(f"{name} latency p95", size, rank(answer["latency"], 0.95))


def export(program, table, size, folder):
    for name in "save", "png", "svg":
        path = folder / f"out.{name}"
        times = [program.ask(name, path=str(path), width=2000)["ms"]
                 for _ in range(3 if size <= 10000 else 1)]
        table.put(f"{name} ms", size, statistics.median(times))
        assert path.stat().st_size > 0, f"{name}: nothing was written"
        if name == "save":
            table.put("save MB", size, path.stat().st_size / 1e6, 2)


def measure(command, table, size, folder, steps=STEPS):
    """One program from start to end, with one board."""
    board = folder / f"{size}-1.board.json"
    subprocess.run([sys.executable, str(HERE / "make-board.py"), str(size), "1",
                    str(board)], check=True)
    with Program(command) as program:
        # The first time the board is converted; that is nobody's waiting.
        program.ask("open", board=str(board), view="fit")
    with Program(command) as program:
        table.put("start ms", size, program.start_ms, 0)
        first = program.ask("open", board=str(board), view="fit")
        assert first["count"] == size, f"{first['count']} of {size} notes"
        again = [first["wall_ms"]] + [
            program.ask("open", board=str(board), view="fit")["wall_ms"]
            for _ in range(2)]
        table.put("open ms", size, statistics.median(again), 0)
    with Program(command) as program:
        program.ask("open", board=str(board), view="fit")
        table.put("memory MB", size, program.memory_mb(), 0)
        table.put("threads", size, program.threads(), 0)
        gesture(program, table, size, "pan all", "pan",
                there_and_back(steps, 3, 2))
        gesture(program, table, size, "drag", "drag", away(steps))
        zoom = program.ask("view", view="fit")["zoom"]
        gesture(program, table, size, "zoom", "zoom", into(zoom, steps))
        program.ask("view", view="100")
        gesture(program, table, size, "pan 100 %", "pan",
                there_and_back(steps, 8, 5))
        program.ask("view", view="100")
        gesture(program, table, size, "drag 100 %", "drag", away(steps))
        export(program, table, size, folder)
        table.put("memory later MB", size, program.memory_mb(), 0)
    return Path(f"{board}.elsewhen")


def check(command, cli, sync, folder):
    table = Table()
    workspace = measure(command, table, 100, folder, steps=6)
    touring(command, cli, workspace, table, 100, seconds=1)
    recording(command, workspace, table, 100, there_and_back(6, 8, 5), 1)
    sharing(cli, workspace, folder, table, 100)
    syncing(sync, folder, table, 100)
    # A recording may seem to cost less than nothing: what is told is a difference.
    table.rows.pop("record CPU %")
    assert all(value >= 0 for cells in table.rows.values()
               for value, _ in cells.values())
    print("1..1\nok 1 every gesture is applied and drawn")


def main(arguments):
    is_check = "--check" in arguments
    words = [word for word in arguments if word != "--check"]
    program, cli, sync = map(os.path.abspath, words[:3])
    command = [program]
    sizes = [int(word) for word in words[3:]] or SIZES
    folder = Path(tempfile.mkdtemp(prefix="elsewhen-bench-"))
    try:
        if is_check:
            check(command, cli, sync, folder)
            return
        table = Table()
        for size in sizes:
            workspace = measure(command, table, size, folder)
            touring(command, cli, workspace, table, size, seconds=8)
            if size <= 10000:
                recording(command, workspace, table, size,
                          there_and_back(STEPS * 2, 8, 5), rounds=4)
            sharing(cli, workspace, folder, table, size)
            syncing(sync, folder, table, size)
        table.show(sizes)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main(sys.argv[1:])

"""Another program beside the window, which has something to give."""

import contextlib
import subprocess
import sys
from pathlib import Path

from desk import middle
from window import PATIENCE, wait_until

NEIGHBOUR = Path(__file__).resolve().parent.parent / "harness" / "neighbour.py"


@contextlib.contextmanager
def neighbour(*args):
    """Runs it: "drag" or "clipboard", then what it gives."""
    other = subprocess.Popen([sys.executable, NEIGHBOUR, *map(str, args)],
                             stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout.readline() == "ready\n"
        yield
    finally:
        other.kill()
        other.wait()
        other.stdout.close()


def drop(window, base_args):
    """From the neighbour's window in the corner onto the canvas, a little below
    its middle."""
    x, y = middle(window)
    with neighbour("drag", *base_args):
        place = wait_until(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "^Neighbour$"],
            capture_output=True, text=True, check=False).stdout.split(),
            "the neighbour shows")[0]
        subprocess.run(["xdotool", "windowmove", "--sync", place, "1", "1"],
                       check=True, timeout=PATIENCE)
        window.drag((30, 30), (x, y + 60), steps=16)
        yield

"""elsewhen-bench from outside: its lines of JSON, and what /proc says of it."""

import json
import os
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")
# Long beyond any machine: only what never happens fails.
PATIENCE = 600


class Program:
    """A running elsewhen-bench. `start_ms`: from its start to its empty
    window."""

    def __init__(self, command):
        begin = time.monotonic()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._answer() == {"ready": True}
        self.start_ms = (time.monotonic() - begin) * 1000

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self._say({"cmd": "quit"})
            status = self.process.wait(PATIENCE)
            assert status == 0, f"it ended with {status}"
        else:
            self.process.kill()
            self.process.wait()

    def ask(self, cmd, **fields):
        """What it answers, with `wall_ms`, the time until then, and `cpu_ms`,
        what all of its processes worked for it."""
        cpu, begin = self.cpu_ms(), time.monotonic()
        self._say({"cmd": cmd, **fields})
        answer = self._answer()
        if "error" in answer:
            raise AssertionError(f"{cmd}: {answer['error']}")
        answer["wall_ms"] = (time.monotonic() - begin) * 1000
        answer["cpu_ms"] = self.cpu_ms() - cpu
        return answer

    # --- /proc --------------------------------------------------------------

    def cpu_ms(self):
        """Of all threads, exact to the microsecond where the kernel tells."""
        return sum(cpu_of(pid) for pid in self._pids())

    def memory_mb(self):
        """Proportional: what is shared with others counts in part."""
        return sum(_pss_kb(pid) for pid in self._pids()) / 1024

    def threads(self):
        return sum(len(os.listdir(f"/proc/{pid}/task"))
                   for pid in self._pids())

    def _pids(self):
        found = [self.process.pid]
        for pid in found:
            found += _children(pid)
        return found

    # --- Lines --------------------------------------------------------------

    def _say(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(
                f"it ended with {self.process.wait(PATIENCE)} in the middle")
        return json.loads(line)


def _read(path):
    try:
        with open(path, encoding="ascii") as file:
            return file.read()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _children(pid):
    return [int(child)
            for task in os.listdir(f"/proc/{pid}/task")
            for child in _read(f"/proc/{pid}/task/{task}/children").split()]


def cpu_of(pid):
    """A thread that is gone is only in the coarse count of its process."""
    stat = _read(f"/proc/{pid}/stat").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) * 1000 / TICK if stat else 0


def _pss_kb(pid):
    for line in _read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0

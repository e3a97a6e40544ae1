"""People who share a board: each with a home, a name and a workspace.

What they do goes through elsewhen-cli or a window; what they share goes through
a bare repository in a folder, looked at with the git program.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CLI = os.environ["ELSEWHEN_CLI"]


class Failed(AssertionError):
    """A command ended with another status than it should have."""


class Person:
    """Someone with a home of their own."""

    def __init__(self, name, base):
        self.name = name
        self.home = Path(base) / name.lower()
        self.home.mkdir()
        self.workspace = self.home / "workspace"
        config = self.home / ".gitconfig"
        config.write_text(f"[user]\n\tname = {name}\n"
                          f"\temail = {name.lower()}@example.org\n"
                          "[init]\n\tdefaultBranch = main\n")
        self.env = {**os.environ, "HOME": str(self.home), "LC_ALL": "C.UTF-8",
                    "XDG_CONFIG_HOME": str(self.home / ".config"),
                    "XDG_DATA_HOME": str(self.home / ".local/share"),
                    "GIT_CONFIG_GLOBAL": str(config)}

    def try_cli(self, *args):
        """Runs elsewhen-cli on the person's workspace; returns the finished
        process whatever its status."""
        return subprocess.run(
            [CLI, "--workspace", str(self.workspace), *map(str, args)],
            capture_output=True, text=True, env=self.env,
            stdin=subprocess.DEVNULL, timeout=120)

    def cli(self, *args):
        """The same, and must succeed; returns what it printed."""
        done = self.try_cli(*args)
        if done.returncode != 0:
            raise Failed(f"{self.name}: {' '.join(map(str, args))} ended with "
                         f"{done.returncode}: {done.stderr.strip()}")
        return done.stdout.strip()

    def refused(self, status, *args):
        """The same, and must fail with this status and one clear line, which
        is returned."""
        done = self.try_cli(*args)
        lines = done.stderr.strip().splitlines()
        if done.returncode != status or len(lines) != 1:
            raise Failed(f"{self.name}: {' '.join(map(str, args))} ended with "
                         f"{done.returncode}, not {status}, and said: "
                         f"{done.stderr}")
        return lines[0]

    def json(self, *args):
        return json.loads(self.cli(*args, "--json"))

    def objects(self, board):
        """The objects of a board by id."""
        shown = self.json("show", board)
        return {it["id"]: it for it in shown["objects"]}

    def git(self, *args, cwd=None):
        done = subprocess.run(["git", *map(str, args)], cwd=cwd or self.home,
                              capture_output=True, text=True, env=self.env)
        if done.returncode != 0:
            raise Failed(f"git {' '.join(map(str, args))}: {done.stderr}")
        return done.stdout


def bare_remote(base, name="team.git"):
    path = Path(base) / name
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(path)],
                   check=True)
    return path


def place():
    """A folder that goes with the test."""
    return tempfile.TemporaryDirectory(prefix="elsewhen-")


def run(*scenarios):
    """Runs each, or those named on the command line, and reports as TAP; the
    exit status tells the rest."""
    scenarios = [it for it in scenarios
                 if not sys.argv[1:] or it.__name__ in sys.argv[1:]]
    print(f"1..{len(scenarios)}")
    failed = False
    for number, scenario in enumerate(scenarios, 1):
        name = scenario.__name__
        try:
            with place() as base:
                scenario(base)
            print(f"ok {number} {name}", flush=True)
        except Exception as problem:  # the next scenario still runs
            failed = True
            print(f"not ok {number} {name}", flush=True)
            import traceback
            for line in traceback.format_exception(problem):
                print("# " + line.rstrip().replace("\n", "\n# "), flush=True)
    raise SystemExit(failed)

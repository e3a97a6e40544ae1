"""What every test of the window begins with: somebody's folder, a window, the
middle of its canvas; and the reporting as TAP."""

import contextlib
import os
import sys
import tempfile
import traceback
from pathlib import Path

from window import Window, cli, saved, wait_until


# Mesa leaves 128 bytes behind when GTK lets go of it, and nothing here looks at
# what it would have drawn.
os.environ.setdefault("GDK_DEBUG", "gl-disable")


class Desk:
    """A workspace of one's own with a board called Retro."""

    def __init__(self, base):
        self.folder = Path(base) / "workspace"
        cli(self.folder, "init", "--name", "Harbour Team")
        self.board = cli(self.folder, "new-board", "Retro")

    def add(self, kind, *fields):
        return cli(self.folder, "add", self.board, kind, *fields)

    def open(self, **options):
        window = Window(self.folder, **options)
        window.move(2, 2)
        return window

    def objects(self, kind=None):
        """What is saved, by id."""
        shown = cli(self.folder, "show", self.board, as_json=True)
        return {it["id"]: it for it in shown["objects"]
                if kind in (None, it["kind"])}

    def texts(self):
        return sorted(it["text"] for it in self.objects("note").values())

    def texts_after(self, window, *texts):
        """Saves, and waits until the notes on the disk say exactly this."""
        self.saved(window, lambda: self.texts() == sorted(texts),
                   f"the notes {texts} are saved")

    def saved(self, window, condition, what):
        return saved(window, condition, what)


@contextlib.contextmanager
def written_by(name, email):
    """What the command line does meanwhile, somebody else does."""
    os.environ.update(GIT_AUTHOR_NAME=name, GIT_AUTHOR_EMAIL=email)
    yield
    del os.environ["GIT_AUTHOR_NAME"], os.environ["GIT_AUTHOR_EMAIL"]


def canvas(window, title="Retro"):
    return window.find("panel", f"Canvas, {title}")


def middle(window, title="Retro"):
    return window.centre(canvas(window, title))


def type_name(window, path):
    """Into GTK's file chooser, when it asks for the name of a new file."""
    name = window.find("text", "Name:")
    wait_until(lambda: window.is_(name, "focused"), "it takes a name")
    window.key("ctrl+a")
    window.type(str(path))
    wait_until(lambda: window.text(name) == str(path), "the name is typed")
    window.key("Return")


def type_path(window, path):
    """Into GTK's file chooser, which opens a line for it at a slash."""
    window.key("slash")
    line = wait_until(
        lambda: next((it for it in window.all("text")
                      if window.text(it).startswith("/")), None),
        "there is a line for a path")
    window.key("ctrl+a")
    window.type(str(path))
    wait_until(lambda: window.text(line) == str(path), "the path is typed")
    window.key("Return")


def run(*scenarios):
    """Runs each with a folder that goes with it, and reports as TAP; only those
    named on the command line, when there are any."""
    scenarios = [it for it in scenarios
                 if not sys.argv[1:] or it.__name__ in sys.argv[1:]]
    print(f"1..{len(scenarios)}")
    failed = False
    for number, scenario in enumerate(scenarios, 1):
        name = scenario.__name__
        try:
            with tempfile.TemporaryDirectory(prefix="elsewhen-") as base:
                scenario(base)
            print(f"ok {number} {name}", flush=True)
        except Exception as problem:  # the next scenario still runs
            failed = True
            print(f"not ok {number} {name}", flush=True)
            for line in traceback.format_exception(problem):
                print("# " + line.rstrip().replace("\n", "\n# "), flush=True)
    raise SystemExit(failed)


def fresh_home(base):
    """Environment of someone who has never started the program, and of whom git
    knows nothing."""
    home = Path(base) / "home"
    home.mkdir()
    return {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_STATE_HOME": str(home / ".local/state"),
            "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
            "PATH": os.environ["PATH"]}

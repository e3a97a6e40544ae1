"""A window of Elsewhen, used from outside as a person uses it.

Keys and pointer go through the X server, what is on the screen is read as a
screen reader reads it, and every wait is for a condition: nothing here sleeps
in the hope that something has happened meanwhile. Run tests under `headless`:

    from window import Window, cli, wait_until

    with Window("--workspace", folder) as window:
        window.key("n")
        window.type("Too many tools")
        window.key("Escape")
        wait_until(lambda: cli(folder, "show", "Welcome"), "the note is saved")

The programs are named by the environment: ELSEWHEN and ELSEWHEN_CLI.
"""

import json
import os
import re
import signal
import subprocess
import time

from gi.repository import GLib

from screen import Gone, screen_of

# How long anything may take before it counts as not happening. The sanitizers
# and a busy machine are slow; a test that passes never waits this long.
PATIENCE = float(os.environ.get("ELSEWHEN_TEST_PATIENCE", "20"))


def wait_until(condition, what, seconds=PATIENCE):
    """Returns what condition() answers once that is true; or fails, naming
    `what` was awaited. What vanishes while one looks at it is just not there
    yet. What the test itself offers on the bus answers meanwhile."""
    deadline = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while True:
        while context.iteration(False):
            pass
        try:
            answer = condition()
        except (GLib.Error, Gone):
            answer = None
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:g} s in vain: {what}")
        time.sleep(0.02)


def saved(window, condition, what):
    """Saves, and shares, until a condition is true: not once, because what was
    pressed just now may still be on its way. GTK holds a button down for a
    quarter of a second before it does anything."""
    def is_so():
        window.key("ctrl+s")
        return condition()
    return wait_until(is_so, what)


def whole_stacks(env=None):
    """The environment of a window that opens GTK's file chooser or the keyring:
    the libraries behind them leave something behind, and tests/lsan.supp knows
    them by name, but a short stack does not reach up to them. It makes a window
    many times slower: nothing should play in it."""
    options = os.environ.get("ASAN_OPTIONS", "")
    return {**(env or {}), "ASAN_OPTIONS": options + ":fast_unwind_on_malloc=0"}


def cli(workspace, *args, as_json=False, check=True):
    """Runs elsewhen-cli on a workspace. Returns what it prints; parsed, with
    --json, when asked; and without `check` the finished process, to look at
    its status and its standard error."""
    command = [os.environ["ELSEWHEN_CLI"], "--workspace", str(workspace)]
    command += [str(arg) for arg in args] + ["--json"] * as_json
    done = subprocess.run(command, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=PATIENCE * 3)
    if not check:
        return done
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} ended with "
                             f"{done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout) if as_json else done.stdout.strip()


class Window:
    """A running program and its main window. As a context it ends with the
    block: kindly by quit() if the block did well, by kill() if not."""

    def __init__(self, *args, env=None, program=None):
        self.command = [program or os.environ["ELSEWHEN"], *map(str, args)]
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL,
            env={**os.environ, **(env or {})})
        try:
            self.screen = wait_until(self._screen, "the program appears")
            self.frame = wait_until(self._main_window, "its window appears")
            self.id = wait_until(self._x_window, "its window is on screen")
            self.focus()
        except BaseException:
            self.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.quit() if kind is None else self.kill()

    # --- Seeing -------------------------------------------------------------

    def all(self, role, name=None, within=None):
        """The accessibles with this role ("button", "list item") and this
        name, or a name for which name(text) is true; in tree order, without
        what is hidden."""
        return list(self._matches(role, name, within))

    def _matches(self, role, name, within):
        fits = name if callable(name) else lambda text: name in (None, text)
        return (it for it in self.look(within)
                if it.role == role and fits(it.seen_name)
                and it.was("visible"))

    def look(self, within=None):
        """All there is, or all within something that was found before; nothing
        when that is gone."""
        everything = self.screen.look().all_below()
        if within is None:
            return everything
        again = next((it for it in everything if it.path == within.path), None)
        return again.all_below() if again else iter(())

    def find(self, role, name=None, within=None):
        """The first such accessible, once there is one."""
        try:
            return wait_until(
                lambda: next(self._matches(role, name, within), None),
                f"{role} {_said(name)}")
        except AssertionError as vain:
            raise AssertionError(f"{vain}; there is:\n{self.tree()}") from None

    def has(self, role, name=None, within=None):
        """Whether there is one now."""
        return any(self._matches(role, name, within))

    def wait_gone(self, role, name=None, within=None):
        wait_until(lambda: not self.has(role, name, within),
                   f"no {role} {_said(name)}")

    def is_(self, accessible, state):
        """Whether it has a state, as Atspi names it: "checked", "focused"."""
        return accessible.is_(state)

    def text(self, accessible):
        """What is written in a text or an entry."""
        return accessible.text

    def extents(self, accessible):
        """x, y, width, height on the screen."""
        x, y, width, height = accessible.extents
        left, top = self._origin(accessible)
        return left + x, top + y, width, height

    def centre(self, accessible):
        """Where to click on it: once it is shown, and nothing moves it any
        more."""
        before = None

        def stands():
            nonlocal before
            was, before = before, accessible.extents
            return before[2] > 0 and was == before

        wait_until(stands, f"{accessible.role} {accessible.seen_name} stands")
        x, y, width, height = self.extents(accessible)
        return x + width // 2, y + height // 2

    def tree(self):
        """Everything there is as indented lines, for a person in trouble."""
        return "\n".join(f"{'  ' * depth}{it.role} {it.seen_name}".rstrip()
                         for it, depth in self.screen.look().with_depth())

    def screenshot(self, path):
        """The whole screen as PNG."""
        subprocess.run(["import", "-window", "root", str(path)], check=True)

    def pixel(self, x, y):
        """The colour at a place of the screen."""
        return subprocess.run(
            ["import", "-window", "root", "-crop",
             f"1x1+{round(x)}+{round(y)}", "-depth", "8", "rgb:-"],
            capture_output=True, check=True).stdout

    # --- Doing --------------------------------------------------------------

    def press(self, role, name=None, within=None):
        """Does what a click on it would do, as assistive technology does; once
        it is on the screen, because before a button does nothing."""
        it = self.find(role, name, within)
        wait_until(lambda: it.extents[2] > 0, f"{role} {_said(name)} is shown")
        assert it.press(), f"cannot press {role} {name}"

    def focus(self):
        """Gives the window the keyboard."""
        _xdotool("windowfocus", "--sync", self.id)

    def key(self, *keys):
        """Presses keys one after another: key("ctrl+z", "Escape")."""
        # Not --clearmodifiers: it lets go of the buttons too.
        _xdotool("key", *keys)

    def choose_in_list(self, words):
        """Through the list that is open, one entry after the other, to the one
        that says `words`; that is taken, and what opened the list has the keys
        again."""
        while True:
            entry = wait_until(
                lambda: [it for it in self.all("list item")
                         if it.was("focused")], "an entry has the focus")[0]
            if self.all("label", words, entry):
                break
            self.key("Down")
            wait_until(lambda: not self.is_(entry, "focused"), "it goes on")
        self.key("Return")
        wait_until(lambda: any(it.was("focused") and it.role != "list item"
                               for it in self.look()), "the list is closed")

    def type(self, text):
        """Types a text, as fast as a brisk person. xdotool knows a US keyboard
        and borrows keys for other letters, but loses Shift on those: "ü" comes
        out right, "Ü" does not."""
        _xdotool("type", "--delay", "5", "--", text)

    def move(self, x, y):
        # Not --sync, which waits long for a pointer that is there already.
        _xdotool("mousemove", round(x), round(y))

    def click(self, x, y, button=1, count=1, hold=()):
        """Clicks at a place on the screen, `hold`ing keys meanwhile."""
        self.move(x, y)
        with _Held(hold):
            _xdotool("click", "--repeat", count, "--delay", "40", button)

    def double_click(self, x, y, hold=()):
        self.click(x, y, count=2, hold=hold)

    def scroll(self, x, y, steps, hold=()):
        """Turns the wheel at a place: down for steps > 0, up for less."""
        self.move(x, y)
        with _Held(hold):
            _xdotool("click", "--repeat", abs(steps), "--delay", "10",
                     5 if steps > 0 else 4)

    def drag(self, start, end, button=1, steps=8, hold=()):
        """Takes what is at start = (x, y) and lets go of it at end."""
        self.move(*start)
        with _Held(hold):
            self.button_down(button)
            for step in range(1, steps + 1):
                self.move(*(a + (b - a) * step / steps
                            for a, b in zip(start, end)))
            self.button_up(button)

    def button_down(self, button=1):
        _xdotool("mousedown", button)

    def button_up(self, button=1):
        _xdotool("mouseup", button)

    # --- Ending -------------------------------------------------------------

    def quit(self, by="ctrl+q"):
        """Leaves by Ctrl+Q, or by "alt+F4" as the window manager closes it.
        Fails if the program does not end well."""
        self.focus()
        self.key(by)
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            said = self.tree()
            self.kill()
            raise AssertionError(f"{by} did not end it; there was:\n{said}"
                                 ) from None
        assert status == 0, f"{self.command[0]} ended with {status}"

    def kill(self):
        """Ends it in the midst of whatever it does, as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    # --- Finding it ---------------------------------------------------------

    def _screen(self):
        status = self.process.poll()
        if status is not None:
            raise AssertionError(f"{self.command[0]} ended with {status} "
                                 "before it showed a window")
        return screen_of(self.process.pid)

    def _main_window(self):
        return next((it for it in self.screen.look().children
                     if it.role in ("frame", "window")), None)

    def _x_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--all", "--onlyvisible", "--pid",
             str(self.process.pid), "--name", "."],
            capture_output=True, text=True, check=False).stdout.split()
        return next(filter(_is_managed, found), None)

    def _origin(self, accessible):
        """Where the coordinates of its window begin on the screen: inside the
        border that GTK draws around a window without a compositor."""
        around = accessible.window
        lines = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell",
             self._x_window_of(around)],
            capture_output=True, text=True, check=True).stdout.split()
        place = dict(line.split("=") for line in lines)
        _, _, width, height = around.extents
        return (int(place["X"]) + (int(place["WIDTH"]) - width) // 2,
                int(place["Y"]) + (int(place["HEIGHT"]) - height) // 2)

    def _x_window_of(self, around):
        if around.path == self.frame.path:
            return self.id
        return subprocess.run(
            ["xdotool", "search", "--all", "--onlyvisible", "--pid",
             str(self.process.pid), "--name", f"^{re.escape(around.name)}$"],
            capture_output=True, text=True, check=True).stdout.split()[-1]


def _is_managed(window):
    """A tooltip or a menu is a window of the program as well, and comes first
    in the search; but no window manager gave it a desktop, and it is gone as
    soon as the pointer goes on."""
    return subprocess.run(["xdotool", "get_desktop_for_window", window],
                          capture_output=True, check=False).returncode == 0


class _Held:
    """Keys that are down while a block runs."""

    def __init__(self, keys):
        self.keys = [keys] if isinstance(keys, str) else list(keys)

    def __enter__(self):
        for key in self.keys:
            _xdotool("keydown", key)

    def __exit__(self, *_):
        for key in reversed(self.keys):
            _xdotool("keyup", key)


def _xdotool(*args):
    subprocess.run(["xdotool", *map(str, args)], check=True,
                   stdout=subprocess.DEVNULL, timeout=PATIENCE * 2)


def _said(name):
    return "that fits" if callable(name) else f"“{name}”" if name else ""

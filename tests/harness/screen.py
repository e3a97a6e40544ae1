"""What a program shows, read as a screen reader reads it: a tree of accessibles
with roles, names and states, over the accessibility bus.

libatspi asks for each of these one by one, and a window has hundreds. GTK tells
all of them in one answer, the one that screen readers fill their caches with;
asked anew each time, it is as fresh and many times as fast. What is below what
is not taken from there: it still lists what was hidden meanwhile, and not yet
what nobody asked for. That is asked of all at once.

    screen = screen_of(pid)
    for it in screen.look().all_below():
        print(it.role, it.seen_name)

What is gone meanwhile answers with Gone. The bus is asked through libdbus: what
it answers is unpacked many times as fast as by GLib's bindings, and a screen is
some ten thousand values.
"""

import collections
import functools

import dbus
import gi
from dbus.mainloop.glib import DBusGMainLoop

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Gone = dbus.DBusException

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
TEXT = "org.a11y.atspi.Text"
OF_WINDOW = 1  # coordinates that begin in the window's corner


class Accessible:
    """Something on the screen. Its place in the tree, `seen_name` and
    `seen_states` are as they were when one looked; all else is asked now."""

    def __init__(self, owner, path, role, seen_name="", seen_states=0):
        self.owner = owner  # its program's name on the bus
        self.path = path
        self.role = role
        self.seen_name = seen_name
        self.seen_states = seen_states
        self.parent = None
        self.children = []

    def all_below(self):
        """Itself and all below it, in the order of the tree."""
        return (it for it, _ in self.with_depth())

    def with_depth(self, depth=0):
        """The same, each with how deep it is below this one."""
        yield self, depth
        for it in self.children:
            yield from it.with_depth(depth + 1)

    @property
    def window(self):
        """The window it is in."""
        it = self
        while it.parent and it.parent.path != ROOT:
            it = it.parent
        return it

    def was(self, state):
        """Whether it had a state, as Atspi names it, when one looked."""
        return bool(self.seen_states >> _bit(state) & 1)

    # --- Now ----------------------------------------------------------------

    @property
    def name(self):
        return self._property(ACCESSIBLE, "Name")

    def is_(self, state):
        """Whether it has a state: "checked", "focused"."""
        words = self._call(ACCESSIBLE, "GetState")
        return bool(_joined(words) >> _bit(state) & 1)

    @property
    def text(self):
        """What is written in a text or an entry."""
        end = self._property(TEXT, "CharacterCount")
        # GTK 4.8 takes -1 for an end before the start, and answers "".
        return self._call(TEXT, "GetText", "ii", 0, end)

    @property
    def value(self):
        """Where a scale stands."""
        return self._property("org.a11y.atspi.Value", "CurrentValue")

    @property
    def extents(self):
        """x, y, width, height in its window."""
        return self._call("org.a11y.atspi.Component", "GetExtents", "u",
                          OF_WINDOW)

    def press(self):
        """Does what a click on it would do. Returns whether it did."""
        return self._call(ACTION, "DoAction", "i", 0)

    def _property(self, interface, name):
        return self._call("org.freedesktop.DBus.Properties", "Get", "ss",
                          interface, name)

    def _call(self, *args):
        return _call(self.owner, self.path, *args)


class Screen:
    """All that one program shows."""

    def __init__(self, owner):
        self.owner = owner

    def look(self):
        """The program with all that is below it, now."""
        below, missing = {}, None
        while True:
            rows = self._rows()
            todo = {ROOT} | {path for path, row in rows.items()
                             if row.children > 0}
            todo -= below.keys()
            while todo:
                found = _children_of(self.owner, todo)
                below |= found
                todo = _all_of(found) - rows.keys() - below.keys()
            # Who is asked for what is below it is told of from then on.
            unknown = _all_of(below) - rows.keys()
            if not unknown or unknown == missing:
                return self._tree(rows, below)
            missing = unknown

    def _rows(self):
        """What is told of each, by path."""
        rows = _call(self.owner, "/org/a11y/atspi/cache",
                     "org.a11y.atspi.Cache", "GetItems")
        return {row[0][1]: _Row(*row) for row in rows}

    def _tree(self, rows, below):
        root = Accessible(self.owner, ROOT, "application")
        todo = [root]
        while todo:
            it = todo.pop()
            for path in below.get(it.path, ()):
                if path in rows:
                    it.children.append(self._accessible(rows[path], it))
            todo += it.children
        return root

    def _accessible(self, row, parent):
        it = Accessible(self.owner, row.path[1], _role(row.role), row.name,
                        _joined(row.states))
        it.parent = parent
        return it


def screen_of(pid):
    """The screen of a process, or None before it has one."""
    programs = _call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
    for owner, _ in programs:
        if _process_of(owner) == pid:
            return Screen(owner)
    return None


# --- Below --------------------------------------------------------------------


_Row = collections.namedtuple(
    "_Row", "path program parent index children interfaces name role "
    "description states")


def _children_of(owner, paths):
    """The paths below each; nothing below what is gone. Asked together, because
    most of the time goes with waiting."""
    found = {}
    loop = GLib.MainContext.default()

    def answered(path, below):
        found[path] = [it for _, it in below]

    for path in paths:
        _bus().call_async(
            owner, path, ACCESSIBLE, "GetChildren", "", (),
            functools.partial(answered, path),
            lambda _, path=path: answered(path, []))
    while len(found) < len(paths):
        loop.iteration(True)
    return found


def _all_of(found):
    return set().union(*found.values())


def _process_of(owner):
    try:
        return _call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                     "org.freedesktop.DBus", "GetConnectionUnixProcessID", "s",
                     owner)
    except Gone:
        return None


def _joined(words):
    """The states of an accessible, two words, as one number."""
    return words[0] | words[1] << 32


def _bit(state):
    return int(getattr(Atspi.StateType, state.upper()))


@functools.cache
def _role(number):
    """A role by the name that newer versions give it as well."""
    name = Atspi.role_get_name(Atspi.Role(number))
    return "button" if name == "push button" else name


@functools.cache
def _bus():
    address = dbus.SessionBus(private=True).call_blocking(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "", ())
    return dbus.bus.BusConnection(address, mainloop=DBusGMainLoop())


def _call(owner, path, interface, method, signature="", *args):
    return _bus().call_blocking(owner, path, interface, method, signature, args)

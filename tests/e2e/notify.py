"""The desktop is told what waits for me: several at once, only in my working
hours, not while I look, and it is taken back when I do."""

import json
import subprocess
from datetime import datetime, timezone

from gi.repository import Gio, GLib

from people import Person, bare_remote, run
from window import Window, wait_until

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
</interface></node>""").interfaces[0]


class Desktop:
    """Shows notifications, as a desktop does, to this test."""

    def __init__(self):
        self.shown, self.count = {}, 0
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.object = self.bus.register_object(PATH, INTERFACE, self._called,
                                               None, None)
        self.name = Gio.bus_own_name_on_connection(
            self.bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        Gio.bus_unown_name(self.name)
        self.bus.unregister_object(self.object)

    def _called(self, bus, sender, path, interface, method, args, call):
        if method == "Notify":
            self.count += 1
            _, _, _, title, body, _, _, _ = args.unpack()
            self.shown[self.count] = (sender, title, body)
            call.return_value(GLib.Variant("(u)", (self.count,)))
        elif method == "CloseNotification":
            self.shown.pop(args.unpack()[0], None)
            call.return_value(None)
        elif method == "GetCapabilities":
            call.return_value(GLib.Variant("(as)", (["actions", "body"],)))
        else:
            call.return_value(GLib.Variant("(ssss)", ("t", "t", "1", "1.2")))

    def one(self):
        """The only notification there is: its number, title and body."""
        wait_until(lambda: self.shown, "the desktop is told")
        assert len(self.shown) == 1, self.shown
        (number, (_, title, body)), = self.shown.items()
        return number, title, body

    def click(self, number):
        self.bus.emit_signal(self.shown[number][0], PATH, NAME, "ActionInvoked",
                             GLib.Variant("(us)", (number, "default")))


def works(person, hours):
    """The person's profile says when they work, any day of the week."""
    copy = person.home / "copy"
    person.git("clone", "-q", person.workspace, copy)
    profile = copy / "members" / "00000000-0000-7000-8000-000000000001.json"
    profile.parent.mkdir(exist_ok=True)
    profile.write_text(json.dumps({
        "format": 1, "min_writer": 1, "name": person.name,
        "emails": [f"{person.name.lower()}@example.org"], "zone": "UTC",
        "hours": hours,
        "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}))
    person.git("add", ".", cwd=copy)
    person.git("commit", "-qm", "When I work", cwd=copy)
    person.git("push", "-q", cwd=copy)


def team(base, hours):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=Reviews", "pos=0,0")
    works(ana, hours)
    ana.cli("remote", remote)
    ana.cli("sync")
    bo.cli("clone", remote)
    return ana, bo, board, note


def minimise(window):
    subprocess.run(["xdotool", "windowminimize", "--sync", window.id],
                   check=True)
    wait_until(lambda: not window.is_(window.frame, "active"),
               "the window is not in front")


def come_back(window):
    subprocess.run(["xdotool", "windowactivate", "--sync", window.id],
                   check=True)
    wait_until(lambda: window.is_(window.frame, "active"),
               "the window is in front")


def ask(bo, board, note, *texts):
    ids = [bo.cli("ask", board, note, "--kind", "review", "--who",
                  "ana@example.org", text) for text in texts]
    bo.cli("sync")
    return ids


def told_once_and_led_there(base):
    ana, bo, board, note = team(base, "00:00-23:59")
    with Desktop() as desktop, Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        minimise(window)
        ask(bo, board, note, "Is <b>this</b> & that enough?")
        ana.cli("sync")
        number, title, body = desktop.one()
        assert title == "Review · Bo", title
        assert "‹b›this‹/b› ＆ that" in body and "Retro" in body, body
        desktop.click(number)
        wait_until(lambda: window.is_(window.frame, "active"),
                   "the window comes back")
        window.find("list item", lambda name: "Is <b>this</b>" in name
                    and name.startswith("on "))
        assert desktop.count == 1
    # Who was told is not told again.
    with Desktop() as desktop, Window(ana.workspace, env=ana.env) as window:
        window.find("button", "Inbox, 1 waits for you")
        assert desktop.count == 0


def several_at_once(base):
    ana, bo, board, note = team(base, "00:00-23:59")
    with Desktop() as desktop, Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        minimise(window)
        ask(bo, board, note, *"ABCDE")
        ana.cli("sync")
        number, title, body = desktop.one()
        assert title == "5 wait for you", title
        assert body.endswith("and 2 more"), body
        come_back(window)
        wait_until(lambda: not desktop.shown, "it is taken back")
        assert desktop.count == 1


def an_hour_that_is_not_now():
    """Working hours of one hour, twelve hours away."""
    start = (datetime.now(timezone.utc).hour + 12) % 23
    return f"{start:02}:00-{start + 1:02}:00"


def not_after_work(base):
    ana, bo, board, note = team(base, an_hour_that_is_not_now())
    with Desktop() as desktop, Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        minimise(window)
        ask(bo, board, note, "Now?")
        ana.cli("sync")
        window.find("button", "Inbox, 1 waits for you")
        assert desktop.count == 0, desktop.shown
        come_back(window)


run(told_once_and_led_there, several_at_once, not_after_work)

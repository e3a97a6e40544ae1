"""The desktop is told what waits for me: several at once, only in my working
hours, not while I look, and it is taken back when I do."""

import json
import os
import subprocess
from datetime import datetime, timezone

from gi.repository import Gio, GLib

from people import Person, bare_remote, run
from window import PATIENCE, Window, wait_until

APP = "org.elsewhen.Elsewhen"

class Service:
    """Something on the bus that keeps in `shown` what it is told to show."""

    def __init__(self):
        self.shown = {}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.object = self.bus.register_object(
            self.PATH, self.INTERFACE, self._called, None, None)
        self.name = Gio.bus_own_name_on_connection(
            self.bus, self.NAME, Gio.BusNameOwnerFlags.NONE, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        Gio.bus_unown_name(self.name)
        self.bus.unregister_object(self.object)

    def only(self):
        """The only one there is, with its key."""
        wait_until(lambda: self.shown, "the desktop is told")
        assert len(self.shown) == 1, self.shown
        return next(iter(self.shown.items()))


class Desktop(Service):
    """Shows notifications, as a desktop does, to this test."""

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
    count = 0

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
        number, (_, title, body) = self.only()
        return number, title, body

    def click(self, number):
        self.bus.emit_signal(self.shown[number][0], self.PATH, self.NAME,
                             "ActionInvoked",
                             GLib.Variant("(us)", (number, "default")))


class Shell(Service):
    """The same as a desktop that knows programs, and starts them for a click:
    what it was told outlives them."""

    NAME, PATH = "org.gtk.Notifications", "/org/gtk/Notifications"
    INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.gtk.Notifications">
  <method name="AddNotification">
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/>
  </method>
  <method name="RemoveNotification">
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
  </method>
</interface></node>""").interfaces[0]

    def _called(self, bus, sender, path, interface, method, args, call):
        if method == "AddNotification":
            app, key, self.shown[key] = args.unpack()
            assert app == APP, app
        else:
            self.shown.pop(args.unpack()[1], None)
        call.return_value(None)

    def one(self):
        return self.only()[1]

    def click(self, notification):
        """Starts the program if need be; answers once it has been told."""
        action = notification["default-action"].removeprefix("app.")
        target = GLib.Variant("(sss)", notification["default-action-target"])
        self._tell("ActivateAction",
                   GLib.Variant("(sava{sv})", (action, [target], {})))

    def follow(self, link):
        """The same for a link, in a mail perhaps."""
        self._tell("Open", GLib.Variant("(asa{sv})", ([link], {})))

    def _tell(self, method, words):
        self.bus.call_sync(
            APP, "/" + APP.replace(".", "/"), "org.freedesktop.Application",
            method, words, None, Gio.DBusCallFlags.NONE, int(PATIENCE * 1000),
            None)

    def process(self):
        """Which process the program is now."""
        return self._ask("GetConnectionUnixProcessID", APP)

    def is_running(self):
        return self._ask("NameHasOwner", APP)

    def can_start(self, person):
        """A service file, as the program installs it, for that person."""
        services = os.path.join(os.environ["XDG_RUNTIME_DIR"], "dbus-1",
                                "services")
        home = " ".join(f"{key}={person.env[key]}" for key in (
            "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "GIT_CONFIG_GLOBAL"))
        with open(os.path.join(services, APP + ".service"), "w",
                  encoding="utf-8") as file:
            file.write(f"[D-BUS Service]\nName={APP}\n"
                       f"Exec=/usr/bin/env {home} {os.environ['ELSEWHEN']} "
                       "--gapplication-service\n")
        self._ask("ReloadConfig")

    def _ask(self, method, *words):
        answer = self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus",
            "org.freedesktop.DBus", method,
            GLib.Variant(f"({'s' * len(words)})", words), None,
            Gio.DBusCallFlags.NONE, -1, None)
        return answer.unpack()[0] if answer.n_children() else None


class Process:
    """Of a program that somebody else has started."""

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        return None if os.path.exists(f"/proc/{self.pid}") else 0

    def wait(self, patience=PATIENCE):
        wait_until(lambda: self.poll() == 0, "it ends", patience)
        return 0

    def send_signal(self, signal):
        os.kill(self.pid, signal)


class StartedWindow(Window):
    """The window of a program that the bus has started."""

    def __init__(self, pid):
        self.command, self.process = [APP], Process(pid)
        self.screen = wait_until(self._screen, "the program appears")
        self.frame = wait_until(self._main_window, "its window appears")
        self.id = wait_until(self._x_window, "its window is on screen")
        self.focus()


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


def a_click_starts_the_program(base):
    ana, bo, board, note = team(base, "00:00-23:59")
    with Shell() as shell:
        with Window(ana.workspace, env=ana.env) as window:
            window.find("panel", "Canvas, Retro")
            minimise(window)
            thread, = ask(bo, board, note, "Is this enough?")
            ana.cli("sync")
            told = shell.one()
            assert told["title"] == "Review · Bo", told
            # As the session ends it; a key would need the window in front.
            window.process.terminate()
            assert window.process.wait(PATIENCE) == 0
        wait_until(lambda: not shell.is_running(), "the program is gone")
        shell.one()
        shell.can_start(ana)
        shell.click(told)
        with StartedWindow(shell.process()) as window:
            window.find("panel", "Canvas, Retro")
            window.find("dialog", lambda name: "Is this enough?" in name)
            wait_until(lambda: not shell.shown, "it is taken back")
        wait_until(lambda: not shell.is_running(), "the program is gone")
        shell.follow(f"elsewhen:///{board}/{thread}")
        with StartedWindow(shell.process()) as window:
            window.find("dialog", lambda name: "Is this enough?" in name)
        wait_until(lambda: not shell.is_running(), "the program is gone")


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


run(told_once_and_led_there, several_at_once, a_click_starts_the_program,
    not_after_work)

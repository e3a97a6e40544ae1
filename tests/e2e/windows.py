"""Two people at two windows, one repository between them: what one does comes
to the other by itself, into the midst of typing, and nobody's undo reaches
further than their own work."""

import contextlib
import fcntl
import os
import shutil
import subprocess

from gi.repository import Gio

from people import Person, bare_remote, run
from window import Window, wait_until


def settings(person, **values):
    """What they prefer, before the window opens."""
    folder = person.home / ".config/glib-2.0/settings"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{key.replace('_', '-')}={value}"
             for key, value in values.items()]
    (folder / "keyfile").write_text("[org/elsewhen/Elsewhen]\n"
                                    + "\n".join(lines) + "\n")
    person.env["GSETTINGS_BACKEND"] = "keyfile"


@contextlib.contextmanager
def desktop_of_their_own(person):
    """Two people are not at one desktop: there, the second start of the program
    would only bring up the first. What reads the screen sees both."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                               "GetAddress", None, None, 0, -1)
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork",
                            "--print-address"], stdout=subprocess.PIPE,
                           text=True)
    person.env["AT_SPI_BUS_ADDRESS"] = answer.unpack()[0]
    person.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    try:
        yield
    finally:
        bus.terminate()
        bus.wait()


class Team:
    """Ana and Bo share a board with one note of Ana's."""

    def __init__(self, base):
        self.remote = bare_remote(base)
        self.ana, self.bo = Person("Ana", base), Person("Bo", base)
        self.ana.cli("init", "--name", "Harbour Team")
        self.board = self.ana.cli("new-board", "Retro")
        self.note = self.ana.cli("add", self.board, "note", "text=Hello",
                                 "pos=-400,0")
        self.ana.cli("remote", self.remote)
        self.ana.cli("sync")
        self.bo.cli("clone", self.remote)

    def texts(self, person):
        return {it.get("text") for it in person.objects(self.board).values()}

    def shared(self):
        """What somebody who looks at the repository with git sees."""
        return self.ana.git("--git-dir", self.remote, "grep", "-h", "text",
                            "main", "--", "boards")


def canvas_centre(window):
    return window.centre(window.find("panel", "Canvas, Retro"))


def has_object(window, start):
    return window.all("list item", lambda name: name.startswith(start))


def into_the_midst_of_typing(base):
    team = Team(base)
    settings(team.ana, sync_minutes=1)
    settings(team.bo, sync_automatically="false")
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        # What there is at opening has been fetched: the next is in a minute.
        x, y = canvas_centre(ana)
        ana.double_click(x + 150, y + 150)
        ana.type("Hello wrld")
        ana.key("Left", "Left", "Left")

        with desktop_of_their_own(team.bo), \
                Window(team.bo.workspace, env=team.bo.env) as bo:
            bx, by = canvas_centre(bo)
            bo.double_click(bx - 150, by + 200)
            bo.type("Bo was here")
            bo.key("Escape", "ctrl+s")
            wait_until(lambda: "Bo was here" in team.shared(), "he shares it")
        wait_until(lambda: has_object(ana, "Bo was here"),
                   "Bo's note comes to Ana by itself", 150)
        ana.focus()
        ana.type("o")
        ana.key("Escape", "Escape")

        # Her undo takes back what she did, and nothing of his.
        ana.key("ctrl+s")
        wait_until(lambda: "Hello world" in team.shared(),
                   "what she typed is shared, with the caret where it was")
        for _ in range(20):
            ana.key("ctrl+z")
        wait_until(lambda: not has_object(ana, "Hello world"),
                   "her note is taken back")
        assert has_object(ana, "Bo was here"), ana.tree()
    team.bo.cli("sync")
    assert team.texts(team.bo) == {"Hello", "Bo was here"}
    assert team.ana.json("check") == [] and team.bo.json("check") == []


def what_arrived_is_marked(base):
    """All around it, until it is seen."""
    team = Team(base)
    settings(team.ana, sync_minutes=1)
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        canvas_centre(ana)
        ana.find("label", "Up to Date")
        team.bo.cli("add", team.board, "note", "text=From Bo", "pos=0,0",
                    "size=200,200")
        team.bo.cli("sync")
        ana.key("ctrl+s")
        wait_until(lambda: has_object(ana, "From Bo"), "it comes to Ana")
        wait_until(lambda: blue_around(ana, "From Bo") > 40, "it is marked")
        ana.find("label", "1 change by Bo since you last looked")
        ana.press("button", "List of Changes")
        ana.press("button", "All Seen")
        ana.find("label", "Nothing new")
        wait_until(lambda: blue_around(ana, "From Bo") < 10,
                   "the mark is gone")


def blue_around(window, start):
    """How blue the line around an object is."""
    x, y, _, height = window.extents(
        window.find("list item", lambda name: name.startswith(start)))
    red, _, blue = window.pixel(x - 6, y + height // 2)
    return blue - red


def on_opening_and_closing(base):
    team = Team(base)
    team.bo.cli("add", team.board, "note", "text=While you were away")
    team.bo.cli("sync")
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        wait_until(lambda: has_object(ana, "While you were away"),
                   "what others did is there soon after opening")
        x, y = canvas_centre(ana)
        ana.double_click(x + 150, y + 150)
        ana.type("Last words")
    assert "Last words" in team.shared()
    assert team.ana.json("status")["state"] == "up-to-date"


def switched_off(base):
    team = Team(base)
    settings(team.ana, sync_automatically="false")
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        x, y = canvas_centre(ana)
        ana.double_click(x + 150, y + 150)
        ana.type("Only for me yet")
        ana.key("Escape", "Escape")
        ana.find("label", lambda name: name.endswith("to Share"))
    assert "Only for me yet" not in team.shared()
    assert team.ana.json("status")["to_share"] > 0


def press_pill(window, label):
    window.click(*window.centre(window.find("label", label)))


def offline_and_back(base):
    team = Team(base)
    away = f"{team.remote}.away"
    os.rename(team.remote, away)
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        press_pill(ana, "Offline")
        ana.find("label", lambda text: "is not there" in text
                 and "tries again" in text)
        os.rename(away, team.remote)
        ana.press("button", "Try Again")
        ana.find("label", "Up to Date")


def replaced_history(base):
    team = Team(base)
    clone = team.bo.home / "clone"
    team.bo.git("clone", "-q", team.remote, clone)
    team.bo.git("commit", "-q", "--amend", "-m", "Another history", cwd=clone)
    team.bo.git("push", "-q", "--force", cwd=clone)
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        press_pill(ana, "Needs You")
        ana.find("label", "The shared history was replaced")
        ana.press("button", "Go On from the New One")
        ana.find("label", "Up to Date")
    shutil.rmtree(clone)
    assert team.ana.git("--git-dir", team.ana.workspace, "log", "-1",
                        "--format=%s").strip() == "Another history"


def closing_is_never_held_up(base):
    """Another program is in the midst of sharing and does not get on."""
    team = Team(base)
    lock = open(team.ana.workspace / "elsewhen/sync.lock", "w")
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        fcntl.flock(lock, fcntl.LOCK_EX)
        x, y = canvas_centre(ana)
        ana.double_click(x + 150, y + 150)
        ana.type("Not for the others yet")
        ana.key("ctrl+q")
        ana.press("button", lambda name: name.startswith("Close Now"))
        assert ana.process.wait(20) == 0
    lock.close()
    assert "Not for the others yet" not in team.shared()
    assert "Not for the others yet" in team.texts(team.ana)
    team.ana.cli("sync")
    assert "Not for the others yet" in team.shared()


def preferences(base):
    team = Team(base)
    with Window(team.ana.workspace, env=team.ana.env) as ana:
        canvas_centre(ana)
        ana.key("ctrl+comma")
        for name in ("Sync Automatically", "Sync When Closing",
                     "Check Spelling", "Snap to Grid"):
            ana.find("check box", name)
        ana.key("Escape")


run(on_opening_and_closing, switched_off, offline_and_back, replaced_history,
    closing_is_never_held_up, preferences, what_arrived_is_marked,
    into_the_midst_of_typing)

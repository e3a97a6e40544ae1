"""What a board is for, and what people tell about themselves: said in forms, by
keys and by pointer, and shown where one looks."""

import json
import os
import struct
import subprocess
import zlib

from desk import Desk, canvas, run, type_path
from window import cli, wait_until, whole_stacks

PEOPLE = (
    {"name": "Bo Berg", "emails": ["bo@example.org"], "zone": "Asia/Kathmandu",
     "work": "Best before noon. <b>Sketches</b> & lists help me."},
    {"name": "Birgit Ost", "emails": ["birgit@example.org"],
     "away": "2999-01-07"},
)


def git(*args, cwd=None):
    subprocess.run(["git", *map(str, args)], cwd=cwd, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def invite(desk, base):
    """Profiles of two colleagues, as their own programs would bring them."""
    clone = os.path.join(base, "clone")
    git("clone", "-q", desk.folder, clone)
    os.makedirs(os.path.join(clone, "members"))
    for number, person in enumerate(PEOPLE):
        with open(os.path.join(clone, "members", f"019{number}.json"), "w",
                  encoding="utf-8") as file:
            json.dump(person, file)
            file.write("\n")
    git("add", "-A", cwd=clone)
    git("commit", "-q", "-m", "Profiles", cwd=clone)
    git("push", "-q", "origin", "HEAD", cwd=clone)


def starts(text):
    return lambda name: name.startswith(text)


def has(*texts):
    return lambda name: all(text in name for text in texts)


def click(window, role, name, within=None):
    window.click(*window.centre(window.find(role, name, within)))


FORM = "Purpose and People"
PROFILE = "My Profile"


def intent(desk):
    return cli(desk.folder, "intent", desk.board, as_json=True)


def focused(window, role, name):
    it = window.find(role, name)
    wait_until(lambda: window.is_(it, "focused"), f"{name} has the keyboard")
    return it


def listens(window, title):
    wait_until(lambda: subprocess.run(
        ["xdotool", "getwindowfocus", "getwindowname"], capture_output=True,
        text=True, check=False).stdout.strip() == title,
        f"{title} has the keyboard")


def has_keys(window, title):
    """A form whose first row is an entry, which keeps to itself that it has the
    keyboard."""
    window.find("text", "Name")
    listens(window, title)


def form_gone(window, name="Save"):
    window.wait_gone("button", name)
    window.focus()


def a_board_says_what_it_is_for(base):
    desk = Desk(base)
    invite(desk, base)
    with desk.open() as window:
        canvas(window)
        window.wait_gone("button", has("drives it"))
        # By keys: the purpose alone leaves a gap, which shows.
        window.key("ctrl+shift+b")
        focused(window, "text", "Purpose")
        window.type("Choose a harbour")
        window.key("ctrl+Return")
        form_gone(window)
        window.find("button", "Choose a harbour, nobody drives it yet")
        # By pointer: a press on the line opens it again.
        click(window, "button", has("nobody drives"))
        focused(window, "text", "Purpose")
        window.key("Tab")
        focused(window, "text", "What Is Wanted")
        window.type("Your objections")
        # On to who drives it: down the list, to the second after nobody.
        window.key("Tab")
        focused(window, "combo box", "Driven By")
        window.key("space")
        wait_until(lambda: len([it for it in window.all("label", "Bo Berg")])
                   >= 2, "people are offered")
        window.key("Down", "Down", "Return")
        click(window, "list item", "Reviewers")
        window.key("Tab", "space")
        birgit = window.find("check box", "Birgit Ost")
        wait_until(lambda: window.is_(birgit, "checked"), "she reviews")
        click(window, "button", starts("Due, No date"))
        window.press("button", "Today")
        window.find("button", lambda name: name.startswith("Due, ")
                    and "No date" not in name)
        window.press("button", "Save")
        form_gone(window)
        line = window.find("button", has("Choose a harbour", "driven by Bo",
                                         "wanted: Your objections"))
        # By the end of Bo's day, which may be over here.
        assert " today " in line.name, line.name
        desk.saved(window, lambda: intent(desk)["dri"] == "bo@example.org",
                   "it is saved")
        said = intent(desk)
        assert said["reviewers"] == ["birgit@example.org"], said
        assert said["wanted"] == "Your objections", said
        # The list of boards says it too.
        window.find("list item", has("Retro, ", "driven by Bo Berg"))
        # Escape leaves all as it was; one undo takes the second form back.
        window.key("ctrl+shift+b")
        focused(window, "text", "Purpose")
        window.type("Not this. ")
        window.key("Escape")
        form_gone(window)
        click(window, "button", "Undo")
        window.find("button", "Choose a harbour, nobody drives it yet")


def somebody_else_reviews(base):
    desk = Desk(base)
    with desk.open() as window:
        canvas(window)
        click(window, "button", "Retro")
        window.press("menu item", "Purpose and People…")
        focused(window, "text", "Purpose")
        click(window, "list item", "Reviewers")
        click(window, "text", "Somebody else, by email")
        window.type("Dora")
        window.key("Return")
        window.type(" dora@example.org")
        window.key("ctrl+a")
        window.type("dora@example.org")
        window.key("Return")
        box = window.find("check box", "dora@example.org")
        assert window.is_(box, "checked")
        window.press("button", "Save")
        form_gone(window)
        desk.saved(window, lambda: intent(desk)["reviewers"]
                   == ["dora@example.org"], "she reviews")


def two_purposes_are_shown(base):
    """What two rewrote at once waits in the line until somebody chooses."""
    desk = Desk(base)
    cli(desk.folder, "intent", desk.board, "purpose=Choose a harbour")
    cli(desk.folder, "commit")
    clone = os.path.join(base, "clone")
    git("clone", "-q", desk.folder, clone)
    path = os.path.join(clone, "boards", desk.board, "board.json")
    with open(path, encoding="utf-8") as file:
        entry = json.load(file)
    entry["clash"] = {"1d7a0358b462714a": {"member": "purpose",
                                           "text": "Choose a quay"}}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(entry, file)
    git("commit", "-q", "-am", "Both", cwd=clone)
    git("push", "-q", "origin", "HEAD", cwd=clone)
    with desk.open() as window:
        canvas(window)
        click(window, "button", "Two versions")
        window.find("label", "Choose a quay")
        window.press("button", "Take the Other")
        window.find("button", "Choose a quay, nobody drives it yet")
        window.wait_gone("button", "Two versions")


def late_is_said(base):
    """Not by colour alone, and in a list that is opened with it."""
    desk = Desk(base)
    cli(desk.folder, "intent", desk.board, "due=2020-01-02",
        "dri=bo@example.org")
    with desk.open() as window:
        canvas(window)
        window.find("list item", has("Retro, ", "overdue since 2 Jan 2020"))
        window.find("button", has("driven by bo@example.org",
                                  "overdue since 2 Jan 2020"))


def people(desk):
    return {it["emails"]: it
            for it in cli(desk.folder, "people", as_json=True)}


def open_profile(window):
    click(window, "button", "Main Menu")
    window.press("menu item", "My Profile…")
    return has_keys(window, PROFILE)


def a_profile_is_told(base):
    desk = Desk(base)
    note = desk.add("note", "text=Plan", "pos=0,0", "size=200,200")
    cli(desk.folder, "comment", desk.board, note, "Shall we?")
    with desk.open() as window:
        canvas(window)
        open_profile(window)
        window.key("ctrl+a")
        window.type("Ana L.")
        click(window, "button", starts("Time Zone"))
        window.find("entry", "Search")
        wait_until(lambda: window.has("list item", "Asia/Tokyo"),
                   "zones are offered")
        window.type("tokyo")
        window.key("Return")
        window.find("button", "Time Zone, Asia/Tokyo")
        window.press("button", "Friday")
        click(window, "text", starts("Working hours"))
        window.key("ctrl+a")
        window.type("late")
        save = window.find("button", "Save")
        wait_until(lambda: not window.is_(save, "sensitive"),
                   "such hours are refused")
        window.key("ctrl+a")
        window.type("8:00-12:00")
        wait_until(lambda: window.is_(save, "sensitive"), "these are not")
        click(window, "button", starts("Away Until"))
        window.press("button", "Today")
        click(window, "text", "How I Work")
        window.type("Ask me early.")
        window.key("ctrl+Return")
        form_gone(window)
        wait_until(lambda: "ana@example.org" in people(desk), "it is there")
        mine = people(desk)["ana@example.org"]
        assert (mine["name"], mine["zone"], mine["hours"], mine["work"]) == (
            "Ana L.", "Asia/Tokyo", "8:00-12:00", "Ask me early."), mine
        assert mine["days"] == "mon, thu, tue, wed", mine
        # Where she speaks, a press on her face tells it, and leads back.
        thread = window.find("list item", has("Shall we?"))
        click(window, "button", starts("Ana L"), thread)
        window.find("label", "Ask me early.")
        window.find("label", "Mon–Thu, 08:00–12:00")
        window.press("button", "My Profile…")
        has_keys(window, PROFILE)
        window.key("Escape")
        form_gone(window)


def png(width, height):
    """A grey picture, in one bit for each of its pixels."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))
    rows = zlib.compress((b"\0" + b"\xaa" * ((width + 7) // 8)) * height, 1)
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0,
                                         0, 0))
            + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def choose_file(window, path):
    window.press("button", "Choose Picture…")
    listens(window, "Your Picture")
    type_path(window, path)
    listens(window, PROFILE)


def a_picture_is_small(base):
    desk = Desk(base)
    huge, fine = (os.path.join(base, name) for name in ("huge.png",
                                                        "fine.png"))
    for path, size in ((huge, (20000, 20000)), (fine, (900, 600))):
        with open(path, "wb") as file:
            file.write(png(*size))
    with desk.open(env=whole_stacks()) as window:
        canvas(window)
        open_profile(window)
        choose_file(window, huge)
        window.find("label", has("too large"))
        choose_file(window, fine)
        window.find("button", "Remove Picture")
        window.wait_gone("label", has("too large"))
        window.press("button", "Save")
        form_gone(window)
        wait_until(lambda: "ana@example.org" in people(desk), "it is there")
        asset = people(desk)["ana@example.org"]["picture"]
        shown = subprocess.run(
            ["git", "--git-dir", desk.folder, "show",
             f"HEAD:assets/{asset}"], capture_output=True, check=True).stdout
        assert struct.unpack(">II", shown[16:24]) == (256, 256)
        assert len(shown) < 100000


def one_sees_whom_one_asks(base):
    desk = Desk(base)
    invite(desk, base)
    desk.add("note", "text=Plan", "pos=0,0", "size=200,200")
    with desk.open() as window:
        canvas(window)
        window.key("Tab")
        window.find("tool bar", "Selection")
        window.key("c")
        window.find("label", "Comment on “Plan”")
        window.find("label", starts("What you see"))
        window.type("@b")
        offered = window.find("list", "People")
        window.find("list item", has("Birgit Ost", "away until 7 Jan 2999"),
                    offered)
        window.find("list item", has("Bo Berg", " there"), offered)
        window.key("Down", "Return")
        window.wait_gone("list", "People")
        window.type("look")
        # And again when it becomes an ask.
        window.key("Tab", "space")
        window.find("label", "Decision")
        window.choose_in_list("Review")
        window.wait_gone("label", "Decision")
        window.find("text", "Who is asked")
        window.key("Tab")
        who = window.find("text", "Who is asked")
        window.type("birgit@example.org")
        wait_until(lambda: window.text(who) == "birgit@example.org",
                   "she is named")
        window.find("label", has("away until 7 Jan 2999 · Mon–Fri"))
        window.key("ctrl+Return")
        window.find("list item", has("@Bo Berg look"))


def a_note_mentions_somebody(base):
    """Names are offered where one writes on the board."""
    desk = Desk(base)
    invite(desk, base)
    with desk.open() as window:
        canvas(window)
        window.key("n")
        window.find("text", None, canvas(window))
        window.type("Ask @b")
        offered = window.find("list", "People")
        window.find("list item", has("Bo Berg", " there"), offered)
        # Escape lets go of the list alone; what is typed goes on.
        window.key("Escape")
        window.wait_gone("list", "People")
        window.type("e")
        window.key("BackSpace")
        offered = window.find("list", "People")
        wait_until(lambda: len(window.all("list item", within=offered)) == 2,
                   "both are offered")
        window.key("Down", "Tab")
        window.wait_gone("list", "People")
        window.type("and @bir")
        offered = window.find("list", "People")
        wait_until(lambda: len(window.all("list item", within=offered)) == 1,
                   "one is")
        window.key("Return")
        window.wait_gone("list", "People")
        window.type("soon")
        window.key("Escape")
        desk.texts_after(window, "Ask @Bo Berg and @Birgit Ost soon")


run(a_board_says_what_it_is_for, somebody_else_reviews,
    two_purposes_are_shown, late_is_said,
    a_profile_is_told, a_picture_is_small, one_sees_whom_one_asks,
    a_note_mentions_somebody)

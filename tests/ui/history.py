"""What was: versions are looked at, nothing is changed in them, and what is
wanted comes back: the board, one object, or something deleted."""

import os

from desk import Desk, canvas, middle, run, written_by
from window import cli, wait_until


def past(base):
    """A board that Ana began and Bo went on with."""
    desk = Desk(base)
    desk.note = desk.add("note", "text=The slow fox", "pos=0,0",
                         "size=200,200")
    desk.gone = desk.add("note", "text=Old idea", "pos=300,0", "size=200,200")
    with written_by("Bo Berg", "bo@example.org"):
        cli(desk.folder, "set", desk.board, desk.note, "text=The quick fox")
        cli(desk.folder, "remove", desk.board, desk.gone)
    return desk


def on_canvas(window, text):
    return window.has("list item", lambda name: name.startswith(f"{text}, "),
                      canvas(window))


def wait_on_canvas(window, text, there=True):
    wait_until(lambda: on_canvas(window, text) == there,
               f"“{text}” is {'on' if there else 'not on'} the canvas")


def list_of(window, name="Versions"):
    return window.find("list", name)


def rows(window, name="Versions"):
    return window.all("list item", within=list_of(window, name))


def shot(window, name):
    if os.environ.get("SHOTS"):
        window.screenshot(f"{os.environ['SHOTS']}/{name}.png")


def a_version_is_opened_and_left_by_key(base):
    desk = past(base)
    with desk.open() as window:
        canvas(window)
        wait_on_canvas(window, "The quick fox")
        window.key("ctrl+h")
        # Now; Bo deleted, reworded; two notes were made; the board was.
        wait_until(lambda: len(rows(window)) == 6, "all versions are there")
        wait_until(lambda: window.is_(rows(window)[0], "focused"),
                   "the list has the keys")
        shot(window, "history")
        window.key("Down", "Down", "Down", "Return")
        window.find("tool bar", "Past Version")
        window.find("label", lambda name: name.endswith("— read-only"))
        wait_on_canvas(window, "The slow fox")
        wait_on_canvas(window, "Old idea")
        window.wait_gone("tool bar", "Tools")
        shot(window, "past")
        window.key("Escape")
        window.wait_gone("tool bar", "Past Version")
        wait_on_canvas(window, "The quick fox")
        wait_on_canvas(window, "Old idea", False)
        window.find("tool bar", "Tools")
    assert desk.texts() == ["The quick fox"]


def open_third(window):
    window.key("ctrl+h")
    wait_until(lambda: len(rows(window)) == 6, "all versions are there")
    window.click(*window.centre(rows(window)[3]))
    window.find("tool bar", "Past Version")
    wait_on_canvas(window, "The slow fox")


def the_past_stays_as_it_was(base):
    desk = past(base)
    with desk.open() as window:
        canvas(window)
        open_third(window)
        x, y = middle(window)
        window.double_click(x - 200, y)
        window.click(x, y)
        window.find("button", "Restore 1 Object")
        window.key("Delete", "ctrl+d", "n", "c", "Left", "Right", "r")
        window.drag((x, y), (x - 50, y + 100))
        window.find("label", lambda name: name.startswith("A past version"))
        # What is copied there can be pasted here.
        window.click(x + 300, y)
        window.key("ctrl+c", "Escape", "Escape")
        window.wait_gone("tool bar", "Past Version")
        assert desk.texts() == ["The quick fox"]
        window.key("ctrl+v")
        wait_on_canvas(window, "Old idea")
        desk.texts_after(window, "The quick fox", "Old idea")


def the_board_is_restored(base):
    desk = past(base)
    with desk.open() as window:
        canvas(window)
        open_third(window)
        window.press("button", "Restore Board")
        window.wait_gone("tool bar", "Past Version")
        wait_on_canvas(window, "The slow fox")
        desk.texts_after(window, "Old idea", "The slow fox")
        window.focus()
        canvas(window)
        window.key("ctrl+z")
        wait_on_canvas(window, "The quick fox")
        desk.texts_after(window, "The quick fox")


def one_object_is_restored_in_place(base):
    desk = past(base)
    with desk.open() as window:
        canvas(window)
        open_third(window)
        x, y = middle(window)
        window.click(x + 300, y)
        window.find("button", "Restore 1 Object")
        window.key("ctrl+shift+h")
        window.wait_gone("tool bar", "Past Version")
        # It is there, and selected.
        wait_on_canvas(window, "Old idea")
        window.find("tool bar", "Selection")
        desk.texts_after(window, "Old idea", "The quick fox")


def something_deleted_comes_back(base):
    desk = past(base)
    with desk.open() as window:
        canvas(window)
        window.key("ctrl+h")
        window.press("button", "Deleted")
        gone = window.find("list item", lambda name: name.startswith(
            "Old idea, Bo Berg"))
        shot(window, "deleted")
        # Where it was is looked at first.
        window.click(*window.centre(gone))
        window.find("label", lambda name: name.startswith("Before Bo Berg"))
        window.find("button", "Restore 1 Object")
        window.press("button", "Restore “Old idea”")
        window.wait_gone("tool bar", "Past Version")
        wait_on_canvas(window, "Old idea")
        wait_until(lambda: not rows(window, "Deleted"), "it is no more gone")
        desk.texts_after(window, "Old idea", "The quick fox")


def what_was_deleted_just_now_is_found(base):
    desk = Desk(base)
    desk.add("note", "text=Too hasty", "pos=0,0", "size=200,200")
    with desk.open() as window:
        window.click(*middle(window))
        window.find("tool bar", "Selection")
        window.key("Delete")
        wait_on_canvas(window, "Too hasty", False)
        window.key("ctrl+h")
        window.press("button", "Deleted")
        window.press("button", "Restore “Too hasty”")
        wait_on_canvas(window, "Too hasty")
        desk.texts_after(window, "Too hasty")


def who_and_when_is_told(base):
    desk = past(base)
    with desk.open() as window:
        canvas(window)
        wait_on_canvas(window, "The quick fox")
        window.key("Tab")
        window.find("tool bar", "Selection")
        window.key("ctrl+b")
        told = window.find("list", "Who and When")
        reworded = window.find("list item", lambda name: name.startswith(
            "Bo Berg reworded it, "), told)
        window.find("list item", lambda name: name.startswith(
            "Ana Lind made this, "), told)
        wait_until(lambda: window.is_(reworded, "focused"),
                   "the list has the keys")
        shot(window, "biography")
        window.key("Down", "Return")
        window.find("label", lambda name: name.startswith(
            "Ana Lind made this, ") and name.endswith("read-only"))
        wait_on_canvas(window, "The slow fox")
        # What is looked at there is told here, and put back.
        window.find("button", "Restore 1 Object")
        window.press("button", "Restore 1 Object")
        wait_on_canvas(window, "The slow fox")
        window.wait_gone("tool bar", "Past Version")
        desk.texts_after(window, "The slow fox")


def clicked_into(window, name):
    """The card may still be making room for itself, or be made anew."""
    window.click(*window.centre(window.find("text", name)))
    return window.is_(window.find("text", name), "focused")


def what_is_said_is_said_now(base):
    desk = past(base)
    with written_by("Bo Berg", "bo@example.org"):
        cli(desk.folder, "comment", desk.board, desk.note, "How quick?")
    with desk.open() as window:
        canvas(window)
        window.key("ctrl+h")
        wait_until(lambda: len(rows(window)) == 7, "all versions are there")
        window.click(*window.centre(rows(window)[4]))
        window.find("tool bar", "Past Version")
        window.press("button", "Comments")
        window.find("list item", lambda name: "How quick?" in name)
        wait_until(lambda: clicked_into(window, "Reply"), "the caret is there")
        window.type("Very")
        window.key("ctrl+Return")
        window.wait_gone("tool bar", "Past Version")
        desk.saved(window, lambda: "Very" in [
            message["text"] for thread in desk.objects("thread").values()
            for message in thread["messages"].values()], "it is said")


run(a_version_is_opened_and_left_by_key, the_past_stays_as_it_was,
    the_board_is_restored, one_object_is_restored_in_place,
    something_deleted_comes_back, what_is_said_is_said_now, who_and_when_is_told,
    what_was_deleted_just_now_is_found)

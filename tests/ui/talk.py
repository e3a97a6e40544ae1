"""Comments: on an object, answered, resolved, opened again, found again."""

from desk import Desk, middle, run
from window import saved, wait_until


def messages(desk):
    return [message["text"]
            for thread in desk.objects("thread").values()
            for message in thread["messages"].values()]


def is_resolved(desk):
    return [it["resolved"] for it in desk.objects("thread").values()]


def a_comment_is_made_answered_and_resolved(base):
    desk = Desk(base)
    note = desk.add("note", "text=Reviews wait", "pos=0,0", "size=200,200")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x, y)
        window.find("tool bar", "Selection")
        window.key("c")
        window.find("label", "Comment on “Reviews wait”")
        window.type("Two working days?")
        window.key("ctrl+Return")
        card = window.find("list item",
                           lambda name: "Two working days?" in name)
        reply = window.find("text", "Reply", card)
        window.click(*window.centre(reply))
        wait_until(lambda: window.is_(reply, "focused"), "the caret is there")
        window.type("Yes")
        window.key("ctrl+Return")
        window.find("label", "Yes", card)
        window.press("button", "Resolve", card)
        window.find("label", "Everything is resolved")
        saved(window, lambda: is_resolved(desk) == [True], "it is resolved")
    assert sorted(messages(desk)) == ["Two working days?", "Yes"]
    thread = next(iter(desk.objects("thread").values()))
    assert thread["anchor"]["id"] == note, thread


def undo_leaves_what_was_said(base):
    desk = Desk(base)
    desk.add("note", "text=Reviews wait", "pos=0,0", "size=200,200")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x, y)
        window.find("tool bar", "Selection")
        window.key("c")
        window.find("label", "Comment on “Reviews wait”")
        window.type("Said")
        window.key("ctrl+Return")
        window.find("list item", lambda name: "Said" in name)
        window.key("ctrl+z", "ctrl+s")
        wait_until(lambda: messages(desk) == ["Said"], "it stays said")


def escape_takes_a_comment_back(base):
    desk = Desk(base)
    desk.add("note", "text=Reviews wait", "pos=0,0", "size=200,200")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x, y)
        window.find("tool bar", "Selection")
        window.key("c")
        window.find("label", "Comment on “Reviews wait”")
        window.type("Rather not")
        window.key("Escape")
        window.find("label", "No comments yet")
    assert desk.objects("thread") == {}


def a_press_elsewhere_means_another_object(base):
    desk = Desk(base)
    desk.add("note", "text=One", "pos=0,0", "size=100,100")
    two = desk.add("note", "text=Two", "pos=300,0", "size=100,100")
    with desk.open() as window:
        x, y = middle(window)
        window.click(x - 150, y)
        window.find("tool bar", "Selection")
        window.key("c")
        window.find("label", "Comment on “One”")
        window.click(x + 150, y)
        window.find("label", "Comment on “Two”")
        window.type("vnt")
        window.click(x - 150, y)
        window.type(" too")
        window.key("ctrl+Return")
        window.find("list item", lambda name: "vnt too" in name)
        saved(window, lambda: messages(desk) == ["vnt too"], "it is said")
    thread = next(iter(desk.objects("thread").values()))
    assert thread["anchor"]["id"] == two, thread
    assert len(desk.objects("note")) == 2


run(a_press_elsewhere_means_another_object, a_comment_is_made_answered_and_resolved, undo_leaves_what_was_said,
    escape_takes_a_comment_back)

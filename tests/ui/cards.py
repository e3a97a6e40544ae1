"""Cards with links: pasted, and asked for with their chapters."""

from desk import Desk, middle, run


def paste(window, text):
    """By way of a note, because that needs no other program."""
    window.key("n")
    window.type(text)
    window.key("ctrl+a", "ctrl+x", "Escape", "Delete", "ctrl+v")


def wait_one(desk, window, kind):
    desk.saved(window, lambda: desk.objects(kind), f"a {kind} is saved")
    return next(iter(desk.objects(kind).values()))


def a_pasted_link_becomes_a_card(base):
    desk = Desk(base)
    with desk.open() as window:
        middle(window)
        paste(window, "https://example.org/minutes")
        card = wait_one(desk, window, "link")
        assert card["url"] == "https://example.org/minutes"


def a_pasted_recording_becomes_a_walkthrough(base):
    desk = Desk(base)
    with desk.open() as window:
        middle(window)
        paste(window, "https://www.loom.com/share/0123")
        card = wait_one(desk, window, "walkthrough")
        assert card["url"] == "https://www.loom.com/share/0123"


def other_text_becomes_a_note(base):
    desk = Desk(base)
    with desk.open() as window:
        middle(window)
        paste(window, "javascript:alert(1)")
        note = wait_one(desk, window, "note")
        assert note["text"] == "javascript:alert(1)"
        assert not desk.objects("link")


def a_walkthrough_is_asked_for_with_its_chapters(base):
    desk = Desk(base)
    with desk.open() as window:
        x, y = middle(window)
        window.key("w")
        window.click(x, y)
        window.press("button", "Link…")
        window.find("text", "Link")
        window.type("example.org/tour")
        window.key("Tab")
        window.type("How the release went")
        window.key("Tab")
        window.type("4:12")
        window.key("Tab")
        window.type("0:38 What we tried")
        window.press("button", "Add")
        window.find("tool bar", "Selection")
        window.wait_gone("button", "Add")
        card = wait_one(desk, window, "walkthrough")
    assert card["url"] == "https://example.org/tour"
    assert card["title"] == "How the release went"
    assert card["duration"] == "4:12"
    assert card["chapters"] == "0:38 What we tried"


run(a_pasted_link_becomes_a_card, a_pasted_recording_becomes_a_walkthrough,
    other_text_becomes_a_note, a_walkthrough_is_asked_for_with_its_chapters)

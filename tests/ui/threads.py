"""A thread at its pin and in the panel: opened by click and by key, answered,
reworded, filtered; from afar, pins are one stack."""

import json
import os
import subprocess

from desk import Desk, canvas, middle, run, written_by
from window import cli, saved, wait_until


def said(desk, thread):
    """What the messages of a thread say now, in the order of their turns."""
    shown = next(it for it in cli(desk.folder, "threads", desk.board,
                                  as_json=True) if it["id"] == thread)
    return [message["text"] for message in shown["messages"]]


def a_pin_opens_where_it_is(base):
    desk = Desk(base)
    note = desk.add("note", "text=Reviews wait", "pos=0,0", "size=200,200")
    with written_by("Bo Berg", "bo@example.org"):
        thread = cli(desk.folder, "comment", desk.board, note, "How long?")
    with desk.open() as window:
        canvas(window)
        # By key: Tab to the note, Tab to what is said about it, Enter.
        window.key("Tab")
        window.find("tool bar", "Selection")
        window.key("Tab")
        window.wait_gone("tool bar", "Selection")
        window.key("Return")
        pin = window.find("dialog", lambda name: "How long?" in name)
        reply = window.find("text", "Reply", pin)
        wait_until(lambda: window.is_(reply, "focused"), "the caret is there")
        window.type("Two days")
        window.key("ctrl+Return")
        window.find("label", "Two days", pin)
        # The board can be moved under it; Escape closes it.
        window.scroll(*middle(window), 1)
        window.find("label", "Two days", pin)
        window.key("Escape")
        window.wait_gone("dialog", lambda name: "How long?" in name)
        window.key("Return")
        pin = window.find("dialog", lambda name: "How long?" in name)
        window.press("button", "Reword", pin)
        window.find("label", "In other words", pin)
        window.key("ctrl+a")
        window.type("Two working days")
        window.key("ctrl+Return")
        window.find("label", "Two working days", pin)
        window.press("button", "reworded", pin)
        window.find("label", "Two days", pin)
        window.key("Escape")
        window.wait_gone("dialog", lambda name: "How long?" in name)
        saved(window, lambda: said(desk, thread) == ["How long?",
                                                     "Two working days"],
              "it is said in other words")
        # The way a link comes in from another program.
        subprocess.run([os.environ["ELSEWHEN"],
                        f"elsewhen:///{desk.board}/{thread}"], check=True,
                       timeout=60)
        window.find("dialog", lambda name: "How long?" in name)


def an_answer_has_paragraphs(base):
    desk = Desk(base)
    note = desk.add("note", "text=Plan", "pos=0,0", "size=200,200")
    invite(desk, base)
    with written_by("Bo Berg", "bo@example.org"):
        thread = cli(desk.folder, "comment", desk.board, note, "Why this one?")
        cli(desk.folder, "comment", desk.board, note, "And the other?")

    def answer(window, question):
        card = window.find("list item", lambda name: question in name)
        return window.find("text", "Reply", card), card

    with desk.open() as window:
        canvas(window)
        reply, card = answer(window, "Why this one?")
        low = window.extents(reply)[3]
        assert not window.has("button", "Send", card)
        window.click(*window.centre(reply))
        wait_until(lambda: window.is_(reply, "focused"), "the caret is there")
        window.type("It is short")
        window.key("Return", "Return")
        window.type("Ask @b")
        people = window.find("list", "People")
        window.type("o")
        wait_until(lambda: len(window.all("list item", within=people)) == 1,
                   "Bo fits")
        window.key("Return")
        window.wait_gone("list", "People")
        window.find("button", "Send", card)
        wait_until(lambda: low < window.extents(reply)[3], "it grows")
        # It grows only so far.
        window.key(*["Return"] * 20)
        window.type("too")
        text = "It is short\n\nAsk @Bo Berg " + 20 * "\n" + "too"
        wait_until(lambda: window.text(reply) == text, "all is written")
        wait_until(lambda: window.extents(reply)[3] < low * 5, "it scrolls")
        # What is not sent yet is there again.
        other, _ = answer(window, "And the other?")
        window.click(*window.centre(other))
        wait_until(lambda: window.is_(other, "focused"), "another is answered")
    with desk.open() as window:
        canvas(window)
        reply, card = answer(window, "Why this one?")
        wait_until(lambda: window.text(reply) == text, "the draft is there")
        window.press("button", "Send", card)
        wait_until(lambda: window.text(reply) == "", "it is sent")
        window.wait_gone("button", "Send", card)
        wait_until(lambda: window.extents(reply)[3] == low, "it is low again")
        assert window.is_(reply, "focused")
        saved(window, lambda: said(desk, thread) == ["Why this one?", text],
              "it is said")


def threads_are_filtered(base):
    desk = Desk(base)
    note = desk.add("note", "text=Plan", "pos=0,0", "size=200,200")
    with written_by("Bo Berg", "bo@example.org"):
        cli(desk.folder, "comment", desk.board, note, "Of Bo")
        over = cli(desk.folder, "comment", desk.board, note, "Over")
        cli(desk.folder, "ask", desk.board, note, "--who", "carla@example.org",
            "Asked of Carla")
    cli(desk.folder, "comment", desk.board, note, "Of mine")
    cli(desk.folder, "resolve", desk.board, over)

    def shows(window, *texts):
        wait_until(lambda: sorted(
            text for text in ("Of Bo", "Over", "Asked of Carla", "Of mine")
            if window.all("list item", lambda name: text in name))
            == sorted(texts), f"just {texts}")

    with desk.open() as window:
        canvas(window)
        window.find("button", "Open · 3")
        shows(window, "Of Bo", "Asked of Carla", "Of mine")
        for choice, label, texts in (
                ("Mine", "Mine · 1", ["Of mine"]),
                ("Asks", "Asks · 1", ["Asked of Carla"]),
                ("Resolved", "Resolved · 1", ["Over"]),
                ("Unread", "Unread · 3", ["Of Bo", "Over", "Asked of Carla"])):
            window.press("button", lambda name: " · " in name)
            window.press("menu item", choice)
            window.find("button", label)
            shows(window, *texts)


def git(*args, cwd=None):
    subprocess.run(["git", *map(str, args)], cwd=cwd, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def invite(desk, base):
    """Profiles of two colleagues, as their own programs would bring them."""
    clone = os.path.join(base, "clone")
    git("clone", "-q", desk.folder, clone)
    os.makedirs(os.path.join(clone, "members"))
    for number, (name, zone) in enumerate((("Bo Berg", "Asia/Kathmandu"),
                                           ("Birgit Ost", ""))):
        with open(os.path.join(clone, "members", f"019{number}.json"),
                  "w", encoding="utf-8") as file:
            json.dump({"name": name, "zone": zone}, file)
            file.write("\n")
    git("add", "-A", cwd=clone)
    git("commit", "-q", "-m", "Profiles", cwd=clone)
    git("push", "-q", "origin", "HEAD", cwd=clone)


def people_are_offered(base):
    desk = Desk(base)
    desk.add("note", "text=Plan", "pos=0,0", "size=200,200")
    invite(desk, base)
    with desk.open() as window:
        canvas(window)
        window.key("Tab")
        window.find("tool bar", "Selection")
        window.key("c")
        window.find("label", "Comment on “Plan”")
        window.find("label", lambda name: name.startswith("What you see"))
        window.type("Ask @b")
        people = window.find("list", "People")
        wait_until(lambda: len(window.all("list item", within=people)) == 2,
                   "both are offered")
        window.type("e")
        wait_until(lambda: len(window.all("list item", within=people)) == 1,
                   "one fits")
        # Escape lets go of the list alone.
        window.key("Escape")
        window.wait_gone("list", "People")
        window.key("BackSpace")
        people = window.find("list", "People")
        wait_until(lambda: len(window.all("list item", within=people)) == 2,
                   "both are offered again")
        window.type("o")
        wait_until(lambda: len(window.all("list item", within=people)) == 1,
                   "Bo fits")
        window.key("Return")
        window.wait_gone("list", "People")
        window.type("first")
        window.key("ctrl+Return")
        window.find("list item", lambda name: "Ask @Bo Berg first" in name)


def older_ones_follow_as_one_scrolls(base):
    desk = Desk(base)
    note = desk.add("note", "text=Reviews wait", "pos=0,0", "size=200,200")
    for number in range(34):
        cli(desk.folder, "comment", desk.board, note, f"Comment {number}.")

    def shown(window):
        return {it.seen_name for it in
                window.all("label", lambda name: name.startswith("Comment "))}

    with desk.open() as window:
        canvas(window)
        wait_until(lambda: "Comment 33." in shown(window),
                   "the newest is there")
        assert "Comment 0." not in shown(window)
        at = window.centre(window.find("list", "Comments"))
        wait_until(lambda: window.scroll(*at, 20)
                   or "Comment 0." in shown(window), "the oldest follows")


run(a_pin_opens_where_it_is, an_answer_has_paragraphs, threads_are_filtered,
    people_are_offered, older_ones_follow_as_one_scrolls)

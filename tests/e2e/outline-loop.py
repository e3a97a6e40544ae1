"""The outline loop, by the keyboard alone and with nobody online together: a
writer lays out an outline and asks for a review by a date; a colleague edits,
answers and comments; the writer sees what waits, settles it, and the history
tells the story."""

from people import Person, bare_remote, run
from window import Window, saved, wait_until


def canvas_has_the_keys(window, board="Outline"):
    canvas = window.find("panel", f"Canvas, {board}")
    window.key("F6")
    wait_until(lambda: window.is_(canvas, "focused")
               or [it for it in window.all("list item", within=canvas)
                   if window.is_(it, "focused")] or window.key("F6"),
               "the canvas has the keys")


def write(window, *texts):
    """One note below the other."""
    window.key("n")
    for number, text in enumerate(texts):
        if number:
            window.key("ctrl+Return")
        wait_until(lambda: [it for it in window.all("text")
                            if window.is_(it, "focused")], "a note is open")
        window.type(text)
    window.key("Escape")


def ask_for_review(window, about, who, words):
    window.key("Home")
    window.find("tool bar", "Selection")
    window.key("c")
    window.find("label", f"Comment on “{about}”")
    window.type(words)
    window.key("Tab", "space")
    window.find("label", "Decision")
    window.choose_in_list("Review")
    window.find("text", "Who is asked")
    window.key("Tab")
    window.type(who)
    window.key("ctrl+Return")
    window.find("list item", lambda name: words in name)


def texts(person, board):
    return sorted(it["text"] for it in person.objects(board).values()
                  if it["kind"] == "note")


def the_writer_asks(ana, board):
    with Window(ana.workspace, env=ana.env) as window:
        canvas_has_the_keys(window)
        write(window, "Opening", "Middle", "End")
        saved(window, lambda: texts(ana, board) == ["End", "Middle", "Opening"],
              "the outline is saved")
        ask_for_review(window, "Opening", "bo@example.org", "Is it in order?")
        saved(window, lambda: ana.json("threads", board), "the ask is saved")


def the_colleague_answers(bo, board):
    with Window(bo.workspace, env=bo.env) as window:
        window.find("button", "Inbox, 1 waits for you")
        window.key("ctrl+i")
        wait_until(lambda: [it for it in window.all("list item")
                            if it.was("focused")
                            and it.seen_name.startswith("Review · Ana")],
                   "the list has the keys")
        window.key("Return")
        window.find("list item", lambda name: name.startswith("on “Opening”"))
        wait_until(lambda: [it for it in window.all("text", "Reply")
                            if window.is_(it, "focused")], "the caret is there")
        window.type("Yes. The end is thin")
        window.key("ctrl+Return")
        window.find("label", "Yes. The end is thin")
        window.key("Escape")
        canvas_has_the_keys(window)
        window.key("End")
        window.find("tool bar", "Selection")
        window.key("F2")
        wait_until(lambda: [it for it in window.all("text")
                            if window.is_(it, "focused")], "the note is open")
        window.key("ctrl+End")
        window.type(" with a summary")
        window.key("Escape")
        saved(window, lambda: "End with a summary" in texts(bo, board),
              "the edit is saved")


def the_writer_settles(ana, board):
    with Window(ana.workspace, env=ana.env) as window:
        window.find("label", lambda name: "by Bo since you last" in name)
        window.key("F4")
        window.find("list item", lambda name: name.startswith("on “Opening”"))
        window.key("r")
        reply = wait_until(lambda: [it for it in window.all("text", "Reply")
                                    if window.is_(it, "focused")],
                           "the caret is there")
        assert reply
        window.type("Thank you")
        window.key("ctrl+Return")
        window.find("label", "Thank you")
        window.key("Tab")
        wait_until(lambda: [it for it in window.all("button", "Resolve")
                            if window.is_(it, "focused")], "Resolve is next")
        window.key("space")
        saved(window, lambda: ana.json("threads", board)[0]["resolved"],
              "it is resolved")
        window.key("F4")
        window.find("label", "Bo changed “End with a summary”")
        window.key("F4")
        window.find("label", "All caught up")


def nobody_is_online_together(base):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Writers")
    board = ana.cli("new-board", "Outline")
    ana.cli("remote", remote)
    the_writer_asks(ana, board)
    ana.cli("sync")
    bo.cli("clone", remote)
    asked, = [it for it in bo.json("inbox") if it["part"] == "on-me"]
    assert asked["due"], asked

    the_colleague_answers(bo, board)
    bo.cli("sync")
    ana.cli("sync")
    the_writer_settles(ana, board)
    ana.cli("sync")
    bo.cli("sync")

    assert ana.json("inbox") == [], ana.json("inbox")
    assert ana.objects(board) == bo.objects(board)
    thread, = bo.json("threads", board)
    assert [it["text"] for it in thread["messages"]] == [
        "Is it in order?", "Yes. The end is thin", "Thank you"]
    story = [it["message"] for it in bo.json("log")]
    assert any(line.startswith("Bo:") and "Outline" in line for line in story)
    assert any(line.startswith("Ana:") and "note" in line for line in story)


run(nobody_is_online_together)

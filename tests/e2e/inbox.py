"""Ana at her window, Bo far away on his command line: what waits for her is in
the inbox, what he did is shown one by one, and all of it by the keyboard."""

from people import Person, bare_remote, run
from window import Window, saved, wait_until


def shared_board(base):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=Reviews wait", "pos=-400,0")
    ana.cli("remote", remote)
    ana.cli("sync")
    bo.cli("clone", remote)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("list item", lambda name: "Reviews wait" in name)
    return ana, bo, board, note


def what_waits_is_opened_answered_and_gone(base):
    ana, bo, board, note = shared_board(base)
    thread = bo.cli("ask", board, note, "--kind", "review", "--who",
                    "ana@example.org", "How long may they wait?")
    bo.cli("add", board, "note", "text=Two days at most")
    bo.cli("sync")
    ana.cli("sync")

    with Window(ana.workspace, env=ana.env) as window:
        window.find("label", "2 changes by Bo since you last looked")
        window.find("button", "Inbox, 1 waits for you")
        window.key("ctrl+i")
        window.find("list item",
                    lambda name: name.startswith("Review · Bo"))
        window.key("Return")
        card = window.find("dialog",
                           lambda name: "How long may they wait?" in name)
        window.find("button", "Done", card)
        reply = window.find("text", "Reply", card)
        wait_until(lambda: window.is_(reply, "focused"), "the caret is there")
        window.type("A week")
        window.key("ctrl+Return")
        window.find("label", "A week", card)
        window.find("button", "Inbox")

        # One change after the other, then seen.
        window.key("F8")
        window.find("label", lambda name: name.startswith("1 of 2: Bo "))
        window.key("F8")
        window.find("label", lambda name: name.startswith("2 of 2: Bo "))
        window.key("ctrl+F8")
        window.wait_gone("label", lambda name: name.startswith("2 of 2"))
        window.key("ctrl+s")
    shown, = ana.json("threads", board)
    assert shown["id"] == thread
    assert shown["asks"][0]["state"] == "answered", shown
    assert shown["unread"] == 0, shown
    assert ana.json("inbox") == [], ana.json("inbox")


def done_stays_done(base):
    ana, bo, board, note = shared_board(base)
    bo.cli("ask", board, note, "--kind", "fyi", "--who", "ana@example.org",
           "It is decided")
    bo.cli("sync")
    ana.cli("sync")
    with Window(ana.workspace, env=ana.env) as window:
        window.find("button", "Inbox, 1 waits for you")
        window.key("ctrl+i")
        window.find("list item", lambda name: "It is decided" in name)
        window.key("d")
        window.find("button", "Inbox")
    with Window(ana.workspace, env=ana.env) as window:
        window.find("button", "Inbox")
    assert [it for it in ana.json("inbox") if it["part"] == "on-me"] == []


def an_ask_is_made_by_keyboard(base):
    ana, bo, board, note = shared_board(base)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        window.key("Tab")
        window.find("tool bar", "Selection")
        window.key("c")
        window.find("label", "Comment on “Reviews wait”")
        window.type("Please look")
        window.key("Tab", "space")
        window.find("label", "Decision")
        window.choose_in_list("Review")
        window.find("text", "Who is asked")
        window.key("Tab")
        window.type("bo@example.org")
        window.key("ctrl+Return")
        window.find("list item", lambda name: "Please look" in name)
        saved(window, lambda: ana.json("threads", board), "it is saved")
    shown, = ana.json("threads", board)
    ask, = shown["asks"]
    assert (ask["kind"], ask["who"], ask["state"]) == (
        "review", "bo@example.org", "waiting"), ask
    assert ask["due"] > 0
    bo.cli("sync")
    ana.cli("sync")


def has_keys(window, start):
    """The rows are made anew whenever something arrives."""
    wait_until(lambda: any(it.was("focused") and it.seen_name.startswith(start)
                           for it in window.all("list item")),
               f"“{start}…” has the keys")


def whoever_is_named_hears_of_it(base):
    ana, bo, board, _ = shared_board(base)

    def waits():
        ana.cli("sync")
        return [(it["what"], it["kind"], it["person"])
                for it in ana.json("inbox") if it["part"] == "on-me"]

    # Nobody is told what they did themselves.
    ana.cli("intent", board, "dri=ana@example.org")
    assert waits() == []
    ana.cli("intent", board, "dri=")
    ana.cli("sync")
    bo.cli("sync")
    bo.cli("intent", board, "dri=ana@example.org", "wanted=Holes in the plan",
           "reviewers=ana@example.org")
    bo.cli("sync")
    assert waits() == [("named", "driver", "Bo"), ("named", "reviewer", "Bo")]
    assert "Retro: Bo asks you to review" in ana.cli("inbox")

    with Window(ana.workspace, env=ana.env) as window:
        window.find("button", "Inbox, 2 wait for you")
        window.key("ctrl+i")
        has_keys(window, "Bo made you responsible. Holes in the plan. Retro")
        window.find("list item",
                    lambda name: name.startswith("Bo asks you to review"))
        window.key("Return")
        window.find("panel", "Canvas, Retro")
        window.key("ctrl+i")
        has_keys(window, "Bo made you responsible. Holes in the plan. Retro")
        window.key("d")
        window.find("button", "Inbox, 1 waits for you")
    assert waits() == [("named", "reviewer", "Bo")]
    # It goes when one is no longer named.
    bo.cli("sync")
    bo.cli("intent", board, "reviewers=")
    bo.cli("sync")
    assert waits() == []


run(what_waits_is_opened_answered_and_gone, done_stays_done,
    an_ask_is_made_by_keyboard, whoever_is_named_hears_of_it)

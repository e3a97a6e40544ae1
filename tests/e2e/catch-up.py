"""Back after a while: one key leads from stop to stop over all boards, and what
is not for now is kept or put off."""

from people import Person, bare_remote, run
from window import Window, saved, wait_until


def team(base, *boards):
    """Ana, Bo and their boards, all of which Ana has looked at."""
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    ids = [ana.cli("new-board", board) for board in boards]
    for board in ids:
        ana.cli("add", board, "note", "text=Begun", "pos=0,0", "size=200,200")
    ana.cli("remote", remote)
    ana.cli("sync")
    bo.cli("clone", remote)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("list item", lambda name: "Begun" in name)
    return ana, bo, ids


def share(bo, ana):
    bo.cli("sync")
    ana.cli("sync")


def note_of(person, board, text):
    return next(id for id, it in person.objects(board).items()
                if it.get("text") == text)


def one_key_leads_through_all_boards(base):
    ana, bo, (retro, plan) = team(base, "Retro", "Plan")
    bo.cli("ask", retro, note_of(bo, retro, "Begun"), "--kind", "review",
           "--who", "ana@example.org", "Is it enough?")
    bo.cli("add", retro, "note", "text=Far away", "pos=9000,0")
    bo.cli("add", retro, "note", "text=Near by", "pos=300,0")
    bo.cli("add", plan, "note", "text=Harbour tour", "pos=300,0")
    share(bo, ana)

    with Window(ana.workspace, env=ana.env) as window:
        window.find("button", "Inbox, 1 waits for you")
        window.find("label", lambda name: "since you last looked" in name)
        window.key("F4")
        window.find("label", "Plan · 1 of 4")
        window.find("label", "Bo added “Harbour tour”")
        window.wait_gone("label", lambda name: "since you last" in name)
        window.key("d")
        window.find("label", "Retro · 2 of 4")
        window.find("panel", "Canvas, Retro")
        window.find("label", "Review · Bo")
        window.find("label", "Is it enough?")
        window.find("list item", lambda name: name.startswith("on “Begun”"))
        # Its keys work although the thread is open.
        window.key("n")
        window.find("label", "Retro · 3 of 4")
        window.find("label", "Bo added “Near by”")
        window.key("F4")
        window.find("label", "Bo added “Far away”")
        window.key("p")
        window.find("label", "Bo added “Near by”")
        window.key("n")
        window.find("label", "Bo added “Far away”")
        window.key("n")
        window.find("label", "All caught up")
        window.find("label", "You have seen all 4 changes.")
        window.key("Escape")
        window.wait_gone("label", "You have seen all 4 changes.")
        window.find("panel", "Canvas, Retro")
    # What was only looked at still waits; what was done by others was seen.
    left, = ana.json("inbox")
    assert (left["part"], left["what"]) == ("on-me", "ask"), left


def answered_on_the_way(base):
    ana, bo, (retro,) = team(base, "Retro")
    bo.cli("ask", retro, note_of(bo, retro, "Begun"), "--kind", "question",
           "--who", "ana@example.org", "Is it enough?")
    share(bo, ana)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("button", "Inbox, 1 waits for you")
        window.key("F4")
        window.find("label", "Question · Bo")
        window.key("r")
        reply = window.find("text", "Reply")
        wait_until(lambda: window.is_(reply, "focused"), "the caret is there")
        window.type("It is")
        window.key("ctrl+Return")
        window.find("label", "It is")
        window.key("F4")
        window.find("label", "You have seen 1 change.")
        window.key("F4")
        window.wait_gone("label", "You have seen 1 change.")
        window.find("button", "Inbox")
        saved(window,
              lambda: len(ana.json("threads", retro)[0]["messages"]) == 2,
              "the answer is saved")
    assert ana.json("inbox") == []


def what_is_put_off_stays_new(base):
    ana, bo, (retro, plan) = team(base, "Retro", "Plan")
    for board in retro, plan:
        bo.cli("add", board, "note", "text=One more", "pos=300,0")
        bo.cli("add", board, "note", "text=And another", "pos=600,0")
    share(bo, ana)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("label", lambda name: "since you last looked" in name)
        window.key("F4")
        window.find("label", "Plan · 1 of 4")
        # The board as a whole: its other stops are for later as well.
        window.key("s")
        window.find("label", "Retro · 3 of 4")
        window.key("n")
        window.find("label", "Retro · 4 of 4")
        window.key("n")
        window.find("label", "All caught up")
        window.key("Escape")
        window.wait_gone("label", "You have seen all 4 changes.")
        window.key("F4")
        window.find("label", "All caught up")
    assert ana.json("inbox") == []
    # It is out of the way, not seen.
    with Window(ana.workspace, env=ana.env) as window:
        window.find("panel", "Canvas, Retro")
        window.click(*window.centre(window.find("list item", "Plan")))
        window.find("label", "2 changes by Bo since you last looked")


def back_from_holiday(base):
    ana, bo, boards = team(base, "Retro", "Plan", "Roadmap")
    for board in boards:
        for index in range(40):
            bo.cli("add", board, "note", f"text=Idea {index}",
                   f"pos={index % 8 * 220},{index // 8 * 220 + 300}")
    share(bo, ana)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("label", "40 changes by Bo since you last looked")
        window.key("F4")
        for stop in range(120):
            board = ("Plan", "Retro", "Roadmap")[stop // 40]
            window.find("label", f"{board} · {stop + 1} of 120")
            window.key("n")
        window.find("label", "You have seen all 120 changes.")
    assert ana.json("inbox") == []


def focused_item(window):
    return [it for it in window.all("list item") if it.was("focused")]


def kept_and_put_off_by_keys(base):
    ana, bo, (retro,) = team(base, "Retro")
    bo.cli("add", retro, "note", "text=One more", "pos=300,0")
    share(bo, ana)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("label", lambda name: "since you last looked" in name)
        window.key("ctrl+i")
        wait_until(lambda: [it for it in focused_item(window)
                            if it.seen_name.startswith("Bo · 1 change")],
                   "the list has the keys")
        window.key("k")
        window.key("ctrl+F8")
        window.find("list item", lambda name: name.startswith("Kept"))
        window.key("ctrl+i")
        wait_until(lambda: focused_item(window), "the list has the keys")
        # In its own words: what was kept comes back at a time one says.
        window.key("shift+s")
        window.find("button", lambda name: name.startswith("Put Off until"))
        window.key("Escape")
        window.wait_gone("button", lambda name: name.startswith("Put Off until"))
        wait_until(lambda: focused_item(window), "the list has the keys again")
        window.key("d")
        window.wait_gone("list item", lambda name: name.startswith("Kept"))
    assert ana.json("inbox") == []


def a_reaction_is_told_as_one(base):
    ana, bo, (retro,) = team(base, "Retro")
    bo.cli("react", retro, note_of(bo, retro, "Begun"), "👍")
    share(bo, ana)
    with Window(ana.workspace, env=ana.env) as window:
        window.find("label", lambda name: "since you last looked" in name)
        window.key("F8")
        window.find("label",
                    lambda name: name.endswith("Bo reacted 👍 to “Begun”"))
        window.key("ctrl+shift+F8")
        window.find("list item", "Bo, Reacted 👍: Begun")


run(a_reaction_is_told_as_one, one_key_leads_through_all_boards,
    answered_on_the_way, what_is_put_off_stays_new, back_from_holiday, kept_and_put_off_by_keys)

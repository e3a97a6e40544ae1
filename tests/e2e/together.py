"""Two people, one board: Ana at her window, Bo on the command line, a bare
repository between them. In the end both have both."""

from people import Person, bare_remote, run
from window import Window, wait_until


def canvas_centre(window, title):
    return window.centre(window.find("panel", f"Canvas, {title}"))


def texts(person, board):
    return {it.get("text") for it in person.objects(board).values()}


def both_have_both(base):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    shared = ana.cli("add", board, "note", "text=Reviews wait", "pos=-400,0")
    ana.cli("remote", remote)
    ana.cli("sync")
    bo.cli("clone", remote)

    with Window(ana.workspace, env=ana.env) as window:
        x, y = canvas_centre(window, "Retro")
        window.double_click(x + 150, y + 150)
        window.type("From the window")
        window.key("Escape", "Escape")

        # Meanwhile, elsewhere: a note of his own, another colour for hers.
        bo.cli("add", board, "note", "text=From the command line")
        bo.cli("set", board, shared, "color=violet")
        bo.cli("comment", board, shared, "Two working days?")
        bo.cli("sync")

        window.key("ctrl+s")
        window.find("label", "Two working days?")
        wait_until(lambda: "From the window" in _synced(bo, board),
                   "Bo has what Ana typed")
    bo.cli("sync")
    ana.cli("sync")
    assert ana.objects(board) == bo.objects(board)
    assert {"From the window", "From the command line",
            "Reviews wait"} <= texts(ana, board)
    assert ana.objects(board)[shared]["color"] == "violet"
    assert ana.json("check") == []


def _synced(person, board):
    person.cli("sync")
    return texts(person, board)


def nothing_acknowledged_is_lost(base):
    """The power goes, again and again, in the midst of typing."""
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    journal = ana.workspace / "elsewhen"

    for round_ in range(3):
        window = Window(ana.workspace, env=ana.env)
        x, y = canvas_centre(window, "Retro")
        window.double_click(x + 80 * round_, y + 60)
        window.type(f"Round {round_} ")
        # On the disk is what counts as acknowledged.
        wait_until(lambda: any(f"Round {round_}".encode() in f.read_bytes()
                               for f in journal.rglob("*") if f.is_file()),
                   "the journal has it")
        window.type("and some more that may or may not")
        window.kill()
    seen = " ".join(text for text in texts(ana, board) if text)
    for round_ in range(3):
        assert f"Round {round_}" in seen, seen
    assert ana.json("check") == []


def closing_keeps_it(base):
    """Close at once after typing; everything is in the history."""
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    with Window(ana.workspace, env=ana.env) as window:
        x, y = canvas_centre(window, "Retro")
        window.double_click(x, y)
        window.type("Last words")
    assert texts(ana, board) == {"Last words"}
    assert ana.json("status")["state"] == "local"
    head = ana.git("--git-dir", ana.workspace, "grep", "-c", "Last words",
                   "HEAD")
    assert head.strip().endswith(":1"), head


run(both_have_both, nothing_acknowledged_is_lost, closing_keeps_it)

"""Two people, two computers: what Bo deletes, Ana brings back from the history;
and both react at once."""

from people import Person, bare_remote, run
from window import Window, wait_until


def team(base):
    """Ana and Bo, a shared board with one note; its id and the note's."""
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=Reviews wait", "pos=0,0",
                   "size=200,200")
    ana.cli("remote", remote)
    ana.cli("sync")
    bo.cli("clone", remote)
    return ana, bo, board, note


def canvas(window):
    return window.find("panel", "Canvas, Retro")


def shows(window, text):
    return window.has("list item", lambda name: name.startswith(text),
                      canvas(window))


def deleted_there_brought_back_here(base):
    ana, bo, board, note = team(base)
    other = ana.cli("add", board, "note", "text=Too many tools", "pos=300,0")
    ana.cli("add", board, "connector", f"from={note}", f"to={other}")
    ana.cli("sync")
    bo.cli("sync")
    bo.cli("remove", board, note)
    bo.cli("sync")

    with Window(ana.workspace, env=ana.env) as window:
        window.move(2, 2)
        wait_until(lambda: shows(window, "Too many tools"), "it is there")
        window.key("ctrl+s")
        wait_until(lambda: not shows(window, "Reviews wait"),
                   "Bo's deletion came")
        window.key("ctrl+h")
        window.press("button", "Deleted")
        window.press("button", "Restore “Reviews wait”")
        wait_until(lambda: shows(window, "Reviews wait"), "it is back")
        window.key("ctrl+s")

        def bo_has_it():
            bo.cli("sync")
            return note in bo.objects(board)

        wait_until(bo_has_it, "Bo sees it")
    # As it was, and the line is tied to it as before.
    line = next(it for it in bo.objects(board).values()
                if it["kind"] == "connector")
    assert bo.objects(board)[note]["text"] == "Reviews wait"
    assert line["from"]["id"] == note, line
    assert ana.objects(board) == bo.objects(board)
    assert bo.json("check") == []


def both_react_at_once(base):
    ana, bo, board, note = team(base)
    with Window(ana.workspace, env=ana.env) as window:
        window.move(2, 2)
        wait_until(lambda: shows(window, "Reviews wait"), "it is there")
        bo.cli("react", board, note, "👍")
        bo.cli("react", board, note, "👀")
        bo.cli("sync")
        window.focus()
        window.key("Tab")
        window.find("tool bar", "Selection")
        window.key("ctrl+e")
        window.press("button", "Thumbs Up")
        wait_until(lambda: window.has("list item", lambda name: "👍 Ana" in
                                      name, canvas(window)), "mine is there")
        window.key("ctrl+s")
        wait_until(lambda: window.has(
            "list item", lambda name: "👀 Bo, 👍 Ana, Bo" in name,
            canvas(window)), "his are there, too")
        # Taking back one's own leaves his.
        window.key("ctrl+z")
        wait_until(lambda: window.has(
            "list item", lambda name: "👀 Bo, 👍 Bo" in name,
            canvas(window)), "mine is gone")
        window.key("ctrl+shift+z", "ctrl+s")

        def bo_has_all():
            bo.cli("sync")
            return sorted(bo.objects(board)[note]["reactions"]) == [
                "👀 bo@example.org", "👍 ana@example.org", "👍 bo@example.org"]

        wait_until(bo_has_all, "Bo has all three")
    line = bo.refused(2, "react", board, note, "Buy now")
    assert "no emoji" in line, line
    assert ana.objects(board) == bo.objects(board)


run(deleted_there_brought_back_here, both_react_at_once)

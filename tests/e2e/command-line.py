"""Every command of elsewhen-cli as a person and as a script use it."""

from pathlib import Path
from xml.etree import ElementTree

from people import Person, bare_remote, run


def notes_and_fields(base):
    ana = Person("Ana", base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro October")
    note = ana.cli("add", "Retro October", "note", "text=Ship it", "pos=10,20",
                   "color=green")
    [only] = ana.objects(board).values()
    assert only["id"] == note and only["text"] == "Ship it"
    assert only["pos"] == [640, 1280] and only["color"] == "green"
    assert only["size"] == [12800, 12800]

    ana.cli("set", board, note, "text=Shipped", "size=100,50.5")
    now = ana.objects(board)[note]
    assert now["text"] == "Shipped" and now["size"] == [6400, 3232]
    ana.cli("remove", board, note)
    assert ana.objects(board) == {}
    assert [b["title"] for b in ana.json("boards")] == ["Retro October"]


def every_kind(base):
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "All")
    ids = {}
    for kind in ana.json("kinds"):
        name = kind["name"]
        if name in ("board", "thread"):
            continue
        ids[name] = ana.cli("add", board, name)
    ana.cli("set", board, ids["connector"], f"from={ids['note']}",
            f"to={ids['shape']}@0,500")
    ana.cli("comment", board, ids["connector"], "Why this way?")
    shown = ana.objects(board)
    assert shown[ids["connector"]]["to"] == {"id": ids["shape"],
                                             "at": [0, 500]}
    # Every field is shown, also those that are as they were born.
    fields = {k["name"]: {f["name"] for f in k["fields"]}
              for k in ana.json("kinds")}
    for it in shown.values():
        assert fields[it["kind"]] <= set(it), it
    assert ana.json("check") == []


def frames_own(base):
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Frames")
    frame = ana.cli("add", board, "frame", "title=Well", "pos=0,0",
                    "size=400,400")
    inside = ana.cli("add", board, "note", "pos=50,50")
    outside = ana.cli("add", board, "note", "pos=900,50")
    shown = ana.objects(board)
    assert shown[inside]["parent"] == frame
    assert shown[outside]["parent"] == ""


def talk(base):
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Talk")
    note = ana.cli("add", board, "note", "text=Reviews wait too long")
    thread = ana.cli("comment", board, note, "Two working days?")
    ana.cli("reply", board, thread, "Yes.")
    messages = list(ana.objects(board)[thread]["messages"].values())
    assert {m["text"] for m in messages} == {"Two working days?", "Yes."}
    assert all(m["author"] == "Ana" for m in messages)
    assert all(m["email"] == "ana@example.org" for m in messages)


def history(base):
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=First")
    ana.cli("set", board, note, "text=Second")
    versions = ana.json("log", board)
    assert [v["author"] for v in versions] == ["Ana"] * 3
    then = ana.json("show", board, "--at", versions[1]["rev"])
    assert then["objects"][0]["text"] == "First"
    assert then["board"]["title"] == "Retro"


def sharing(base):
    ana, bo = Person("Ana", base), Person("Bo", base)
    remote = bare_remote(base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    assert ana.json("status")["state"] == "local"
    ana.cli("remote", remote)
    assert ana.json("status")["state"] == "to-share"
    ana.cli("sync")
    assert ana.json("status")["state"] == "up-to-date"
    bo.cli("clone", f"file://{remote}")
    assert bo.cli("remote") == f"file://{remote}"

    first = ana.cli("add", board, "note", "text=From Ana")
    second = bo.cli("add", board, "note", "text=From Bo")
    bo.cli("sync")
    ana.cli("sync")
    bo.cli("sync")
    assert ana.objects(board) == bo.objects(board)
    assert set(ana.objects(board)) == {first, second}


def one_line_diff(base):
    """What the remote holds is readable, and one edited note is one line."""
    ana = Person("Ana", base)
    remote = bare_remote(base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    for number in range(20):
        note = ana.cli("add", board, "note", f"text=Note {number}")
    ana.cli("remote", remote)
    ana.cli("sync")
    ana.cli("set", board, note, "text=Reworded")
    ana.cli("sync")
    copy = ana.home / "copy"
    ana.git("clone", "-q", remote, copy)
    diff = ana.git("diff", "--numstat", "HEAD~1", "HEAD", cwd=copy).split()
    assert diff[:2] == ["1", "1"] and len(diff) == 3, diff
    text = (copy / diff[2]).read_text()
    assert '"text":"Reworded"' in text and text.endswith("\n]\n")
    assert ana.git("fsck", "--strict", cwd=copy) == ""


def wrong_usage(base):
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note")
    ana.refused(2, "dance")
    ana.refused(2, "add", board)
    ana.refused(2, "add", board, "unicorn")
    ana.refused(2, "add", board, "note", "wings=2")
    ana.refused(2, "set", board, note, "pos=here")
    ana.refused(2, "set", board, note, "text")
    ana.refused(2, "--frobnicate")
    ana.refused(1, "show", "Nowhere")
    ana.refused(1, "set", board, "no-such-id", "text=x")
    ana.refused(1, "set", board, note, "parent=nobody")
    ana.refused(1, "comment", board, "no-such-id", "x")
    ana.refused(1, "reply", board, note, "x")
    ana.refused(1, "show", board, "--at", "no-such-version")
    assert len(ana.objects(board)) == 1


def pictures(base):
    """A board as a picture, and an SVG in which text can be searched."""
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro & <more>")
    ana.cli("add", board, "note", "text=Ship it today")
    png, svg = Path(base) / "retro.png", Path(base) / "retro.svg"
    ana.cli("export", board, png)
    assert png.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    width = int.from_bytes(png.read_bytes()[16:20], "big")
    assert width == 2000, width
    ana.cli("export", board, svg)
    root = ElementTree.parse(svg).getroot()
    assert root.find("{*}title").text == "Retro & <more>"
    words = " ".join(root.itertext())
    assert "Ship it today" in words, words
    ana.refused(2, "export", board, Path(base) / "retro.gif")
    assert not (Path(base) / "retro.gif").exists()


def no_workspace(base):
    ana = Person("Ana", base)
    sentence = ana.refused(1, "boards")
    assert str(ana.workspace) in sentence, sentence
    (ana.home / "full").mkdir()
    (ana.home / "full" / "letter.txt").write_text("Dear Bo")
    ana.workspace = ana.home / "full"
    ana.refused(1, "init")
    ana.refused(1, "boards")
    assert (ana.home / "full" / "letter.txt").read_text() == "Dear Bo"


def nobody(base):
    """Without a name in git nothing is written, and it says what to do."""
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note")
    (ana.home / ".gitconfig").write_text("")
    for words in (["new-board", "Two"], ["comment", board, note, "Who?"]):
        sentence = ana.refused(1, *words)
        assert "user.name" in sentence, sentence
    assert [it["title"] for it in ana.json("boards")] == ["Retro"]
    assert set(ana.objects(board)) == {note}


def bad_remotes(base):
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=Safe")

    ana.cli("remote", f"{base}/nowhere.git")
    assert "nowhere.git" in ana.refused(1, "sync")
    (ana.home / "letters").mkdir()
    ana.cli("remote", ana.home / "letters")
    assert "letters" in ana.refused(1, "sync")
    ana.refused(2, "remote", "ext::sh -c touch% pwned")
    assert ana.objects(board)[note]["text"] == "Safe"
    assert ana.json("status")["to_share"] > 0

    bo = Person("Bo", base)
    bo.refused(1, "clone", f"{base}/nowhere.git")
    assert not bo.workspace.exists()


run(notes_and_fields, every_kind, frames_own, talk, history, sharing,
    one_line_diff, pictures, wrong_usage, no_workspace, nobody, bad_remotes)

"""Every command of elsewhen-cli as a person and as a script use it."""

import base64
import resource
import subprocess
import zlib
from pathlib import Path
from xml.etree import ElementTree

from people import Person, bare_remote, run

HARBOUR = Path(__file__).parent.parent / "data" / "pictures" / "harbour.png"


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


def png(width, height, row):
    """A grey PNG of one bit a pixel, every row the same."""
    def chunk(name, data):
        return (len(data).to_bytes(4, "big") + name + data +
                zlib.crc32(name + data).to_bytes(4, "big"))
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(b"\0" + row) for _ in range(height))
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head + b"\1\0\0\0\0") +
            chunk(b"IDAT", rows + packer.flush()) + chunk(b"IEND", b""))


def pixel_of(path, x, y):
    """In hundredths of the width and the height."""
    size = subprocess.run(["identify", "-format", "%w %h", path], check=True,
                          capture_output=True, text=True).stdout.split()
    at = [int(int(n) * part / 100) for n, part in zip(size, (x, y))]
    done = subprocess.run(
        ["convert", path, "-crop", f"1x1+{at[0]}+{at[1]}", "-depth", "8",
         "rgb:-"], check=True, capture_output=True)
    return tuple(done.stdout)


def images_in_pictures(base):
    """A picture on the board is in the picture of the board."""
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Trip")
    ana.cli("add-file", board, HARBOUR)
    out, svg = Path(base) / "trip.png", Path(base) / "trip.svg"
    ana.cli("export", board, out)
    assert pixel_of(out, 25, 50) == (0xc8, 0x28, 0x28), pixel_of(out, 25, 50)
    assert pixel_of(out, 50, 35) == (0x1e, 0x5a, 0xc8)
    assert pixel_of(out, 50, 65) == (0xf0, 0xc8, 0x3c)
    ana.cli("export", board, svg)
    [image] = ElementTree.parse(svg).getroot().findall(".//{*}image")
    [data] = [value for name, value in image.attrib.items()
              if name.endswith("href")]
    kind, _, body = data.partition(",")
    assert kind == "data:image/png;base64", kind
    inner = Path(base) / "inner.png"
    inner.write_bytes(base64.b64decode(body))
    assert pixel_of(inner, 50, 15) == (0x1e, 0x5a, 0xc8)


def images_that_cannot_be_drawn(base):
    """… are named, and why is said, however much they would like to have."""
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Trip")
    bomb = Path(base) / "bomb.png"
    bomb.write_bytes(png(20000, 20000, b"\0" * 2500))
    file = ana.cli("add-file", board, bomb)
    held = ana.objects(board)[file]["asset"]
    ana.cli("add", board, "image", "alt=The bomb", f"asset={held}")
    ana.cli("add", board, "image", "alt=The gap", "pos=900,0",
            f"asset={'0' * 64}.png")
    svg = Path(base) / "trip.svg"
    ana.cli("export", board, svg)
    words = " ".join(ElementTree.parse(svg).getroot().itertext())
    for part in ("The bomb", "too large", "The gap"):
        assert part in words, (part, words)
    ana.cli("export", board, Path(base) / "trip.png")
    # The whole of it would need 1.6 GB.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak < 600_000, f"{peak} KiB"


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
    one_line_diff, pictures, images_in_pictures, images_that_cannot_be_drawn,
    wrong_usage, no_workspace, nobody, bad_remotes)

"""Walkthroughs from the command line: captions in, everything out."""

from pathlib import Path

from people import Person, run

HARBOUR = Path(__file__).parent.parent / "data" / "pictures" / "harbour.png"

VTT = """WEBVTT

00:00:01.000 --> 00:00:02.500
Hello everyone

00:00:02.600 --> 00:00:04.000
A & B <3
"""


def with_captions(base):
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Tour")
    ana.cli("add", board, "note", "text=Here")
    path = Path(base) / "our-tour.vtt"
    path.write_text(VTT.replace("&", "&amp;").replace("<3", "&lt;3"))
    return ana, board, ana.cli("walkthrough", "import", board, path)


def captions_alone_are_a_walkthrough(base):
    ana, board, tour = with_captions(base)
    [listed] = ana.json("walkthrough", "list", board)
    assert listed["id"] == tour and listed["title"] == "our tour"
    assert listed["length"] == 4000
    shown = ana.json("walkthrough", "show", board, tour)
    assert [c["text"] for c in shown["captions"]] == ["Hello everyone",
                                                      "A & B <3"]


def it_goes_out_by_its_ending(base):
    ana, board, tour = with_captions(base)
    heads = {"vtt": b"WEBVTT", "pdf": b"%PDF-", "webm": b"\x1aE\xdf\xa3"}
    for ending, head in heads.items():
        path = Path(base) / f"out.{ending}"
        ana.cli("walkthrough", "export", board, tour, path)
        assert path.read_bytes().startswith(head), ending
    again = (Path(base) / "out.vtt").read_text()
    assert again == VTT.replace("&", "&amp;").replace("<3", "&lt;3"), again


def pictures_of_the_board_are_in_it(base):
    ana, board, tour = with_captions(base)
    path = Path(base) / "out.pdf"
    ana.cli("walkthrough", "export", board, tour, path)
    assert path.read_bytes().count(b"/Subtype /Image") == 0
    ana.cli("add-file", board, HARBOUR)
    ana.cli("walkthrough", "export", board, tour, path)
    assert path.read_bytes().count(b"/Subtype /Image") > 0


run(captions_alone_are_a_walkthrough, it_goes_out_by_its_ending,
    pictures_of_the_board_are_in_it)

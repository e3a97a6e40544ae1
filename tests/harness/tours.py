"""Walkthroughs made by a test: minutes of looking and pointing without anybody
sitting there for minutes. What they are is written as a recording is."""

import json
import subprocess
import tempfile
from pathlib import Path

from window import cli


def track(length, *events):
    """The bytes of a track of `length` ms. An event is its word, the ms at
    which it happens, and what happens, in px of the board:

        ("win", 0, 1280, 800)   ("cam", 0, x, y, zoom)   ("at", 400, x, y)
        ("gone", 900)  ("laser", 400, 1)  ("pick", 0, id, …)  ("chap", 0, title)
    """
    lines = [{"duration": length, "format": 1}]
    before, last = 0, {"cam": (0, 0, 0), "at": (0, 0)}
    for word, ms, *what in sorted(events, key=lambda event: event[1]):
        if word in last:
            stored = tuple(round(value * unit)
                           for value, unit in zip(what, (16, 16, 1000)))
            what = [a - b for a, b in zip(stored, last[word])]
            last[word] = stored
        lines.append([word, ms - before, *what])
        before = ms
    text = "\n,".join(json.dumps(line, ensure_ascii=False,
                                 separators=(",", ":")) for line in lines)
    return f"[{text}\n]\n".encode()


def tone(seconds):
    """As long a sound as that, as the program records it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tone.ogg"
        subprocess.run(
            ["gst-launch-1.0", "-q", "audiotestsrc", "samplesperbuffer=4800",
             f"num-buffers={seconds * 10}", "!",
             "audio/x-raw,rate=48000,channels=1", "!", "opusenc",
             "bitrate=24000", "audio-type=voice", "!", "oggmux", "!",
             "filesink", f"location={path}"], check=True)
        return path.read_bytes()


def asset(folder, board, data, ending):
    """Keeps these bytes in a workspace. Returns what an object calls them."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"asset.{ending}"
        path.write_bytes(data)
        card = cli(folder, "add-file", board, path)
    shown = cli(folder, "show", board, as_json=True)
    name = next(it["asset"] for it in shown["objects"] if it["id"] == card)
    return card, name


def add_tour(folder, board, data=None, sound=None, **fields):
    """Puts a walkthrough on a board. Returns its id."""
    cards = []
    for member, content, ending in (("track", data, "json"),
                                    ("asset", sound, "ogg")):
        if content is not None:
            card, fields[member] = asset(folder, board, content, ending)
            cards.append(card)
    tour = cli(folder, "add", board, "walkthrough",
               *(f"{name}={value}" for name, value in fields.items()))
    for card in cards:
        cli(folder, "remove", board, card)
    return tour

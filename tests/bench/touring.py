"""Walkthroughs: what one costs that is played, and one that is recorded."""

import json
import os
import statistics
import subprocess
import time

from program import Program, cpu_of
from tours import add_tour, tone, track

os.environ["ELSEWHEN_AUDIO_SOURCE"] = "audiotestsrc is-live=true"
os.environ["ELSEWHEN_AUDIO_SINK"] = "fakesink sync=true"
# Nothing but the encoder, with what the recorder hands to it.
ENCODER = ["gst-launch-1.0", "-q", "audiotestsrc", "is-live=true", "!",
           "audio/x-raw,rate=48000,channels=1", "!", "opusenc", "bitrate=24000",
           "audio-type=voice", "!", "fakesink"]


def flight(box, seconds):
    """From all of the board into it, along, and out again, pointing and
    drawing: a bit of everything in each second."""
    left, top, width, height = box
    end = seconds * 1000
    far = min(1200 / width, 700 / height)
    stops = [(0.5, 0.5, far), (0.4, 0.4, 1), (0.6, 0.5, 1), (0.6, 0.7, 0.5),
             (0.3, 0.3, 1.5), (0.5, 0.5, far)]
    events = [("win", 0, 1200, 700)]
    for i, (x, y, zoom) in enumerate(stops):
        at = end * i // (len(stops) - 1)
        events.append(("cam", at, left + x * width, top + y * height, zoom))
    for at in range(0, end, 100):
        events.append(("at", at, left + width * (0.4 + at % 1000 / 5000),
                       top + height * 0.5))
    events += [("laser", end // 4, 1), ("laser", end // 2, 0)]
    return track(end, *events)


def touring(command, cli, workspace, table, size, seconds):
    """Puts a row for a walkthrough over a board of @size notes into @table."""
    os.environ["ELSEWHEN_CLI"] = str(cli)
    board = Board(workspace)
    tour = add_tour(workspace, "Bench", flight(board.box(), seconds),
                    tone(seconds), title="Over all of it",
                    duration=f"0:{seconds:02}", pos="-400,-400")
    with Program(command) as program:
        program.ask("open", board=board.neutral, view="fit")
        answer = program.ask("play", object=tour)
    frames = answer["frames"]
    assert abs(answer["seconds"] - seconds) < 0.1, answer["seconds"]
    assert len(frames) > 1, "nothing of it was drawn"
    table.put("tour CPU", size, answer["cpu_ms"] / len(frames))
    table.put("tour frames/s", size,
              (len(frames) - 1) / (frames[-1] - frames[0]) * 1000)


class Board:
    """A board that bench.py made, and the workspace made of it."""

    def __init__(self, workspace):
        self.neutral = str(workspace).removesuffix(".elsewhen")

    def box(self):
        with open(self.neutral, encoding="utf-8") as file:
            board = json.load(file)
        return 0, 0, board["width"], board["height"]


def encoder_share(seconds):
    """How much of a core it takes alone."""
    with subprocess.Popen(ENCODER) as process:
        time.sleep(0.5)
        cpu, begin = cpu_of(process.pid), time.monotonic()
        time.sleep(seconds)
        passed = (time.monotonic() - begin) * 1000
        share = (cpu_of(process.pid) - cpu) / passed
        process.terminate()
    return share


def work(program, steps):
    """How much of a core it takes to look around."""
    answer = program.ask("gesture", kind="pan", pace_ms=1000 / 60, steps=steps)
    return answer["cpu_ms"] / answer["wall_ms"]


def recording(command, workspace, table, size, steps, rounds):
    """Puts a row for recording on a board of @size notes into @table: what it
    takes more than the same without, and more than the encoder alone."""
    board = Board(workspace)
    plain, recorded = [], []
    with Program(command) as program:
        program.ask("open", board=board.neutral, view="100")
        work(program, steps)
        for _ in range(rounds):
            plain.append(work(program, steps))
            program.ask("record")
            recorded.append(work(program, steps))
            program.ask("stop")
    more = statistics.median(b - a for a, b in zip(plain, recorded))
    alone = encoder_share(len(steps) / 60)
    table.put("encoder CPU %", size, alone * 100)
    table.put("record CPU %", size, (more - alone) * 100)

"""A walkthrough instead of a meeting: Ana prepares four minutes over five
frames, Bo watches them faster, says something at two moments, looks around on
his own and comes back; Ana finds what he said where he said it."""

import os
import re

from people import Person, bare_remote, run
from tours import add_tour, track
from window import Window, saved, wait_until

os.environ["ELSEWHEN_AUDIO_SINK"] = "fakesink sync=true"
os.environ["ELSEWHEN_AUDIO_SOURCE"] = "audiotestsrc is-live=true"

LENGTH = 240000
PART = LENGTH // 5


def five_frames(ana, board):
    for part in range(5):
        frame = ana.cli("add", board, "frame", f"title=Part {part + 1}",
                        f"pos={part * 900},0", "size=700,480")
        ana.cli("add", board, "note", f"text=Thought {part + 1}",
                f"pos={part * 900 + 80},120", f"parent={frame}")


def four_minutes():
    events = [("win", 0, 900, 600)]
    for part in range(5):
        begin, x = part * PART, part * 900 + 350
        events += [("cam", begin, x, 240, 1),
                   ("cam", begin + PART - 1000, x, 240, 1),
                   ("at", begin, x, 200), ("chap", begin, f"Part {part + 1}")]
    return track(LENGTH, *events)


def chapters():
    return "\n".join(f"{part * 48 // 60}:{part * 48 % 60:02d} Part {part + 1}"
                     for part in range(5))


class Team:
    def __init__(self, base):
        remote = bare_remote(base)
        self.ana, self.bo = Person("Ana", base), Person("Bo", base)
        self.ana.cli("init", "--name", "Harbour Team")
        self.board = self.ana.cli("new-board", "Plan")
        five_frames(self.ana, self.board)
        os.environ["GIT_CONFIG_GLOBAL"] = self.ana.env["GIT_CONFIG_GLOBAL"]
        self.tour = add_tour(self.ana.workspace, self.board, four_minutes(),
                             title="How we got here", duration="4:00",
                             chapters=chapters(), pos="0,600")
        self.ana.cli("remote", remote)
        self.ana.cli("sync")
        self.bo.cli("clone", remote)

    def threads(self, person):
        objects = person.objects(self.board).values()
        return sorted((it["moment"] for it in objects
                       if it["kind"] == "thread" and it.get("tour")))


def clock(window):
    """Where it is, in seconds; None while nothing plays."""
    for it in window.all("label"):
        now, slash, _ = it.name.partition(" / ")
        minutes, _, seconds = now.partition(":")
        if slash and minutes.isdigit():
            return int(minutes) * 60 + int(seconds)
    return None


def play(window, title="How we got here"):
    window.find("list item", lambda name: title in name)
    x, y = window.centre(window.find("panel", "Canvas, Plan"))
    window.click(x, y + 150)
    window.key("End")
    window.find("button", "Duplicate")
    window.key("ctrl+Return")
    window.find("button", "Close the Walkthrough")
    wait_until(lambda: clock(window) is not None, "it plays")


def pause_at(window, seconds):
    """Stops, and goes there by keys: five seconds each."""
    window.find("button", "Pause")
    window.key("space")
    window.find("button", "Play")
    steps = (seconds - clock(window)) // 5
    window.key(*["Right" if steps > 0 else "Left"] * abs(steps))
    wait_until(lambda: seconds - 5 < clock(window) <= seconds,
               f"it is at {seconds} s")


def say(window, text):
    window.press("button", "Comment on This Moment")
    window.find("label", lambda name: name.startswith("Comment on"))
    window.type(text)
    window.key("ctrl+Return")
    window.find("list item", lambda name: text in name)


def on_row(window, speed, text):
    """Whether the keys are on the row of that text; else one further."""
    for row in window.all("list item", within=speed):
        if row.was("focused") and window.has("label", text, row):
            return True
    window.key("Down")
    return False


def faster(window):
    speed = window.find("combo box", "Speed")
    window.click(*window.centre(speed))
    window.find("label", "0.75×", speed)
    wait_until(lambda: on_row(window, speed, "1.5×"), "the keys are on 1.5×")
    window.key("Return")
    window.wait_gone("label", "0.75×")
    window.find("label", "1.5×", speed)
    before = clock(window)
    wait_until(lambda: clock(window) > before, "it goes on")


def scenario(base):
    team = Team(base)
    with Window(team.bo.workspace, env=team.bo.env) as window:
        play(window)
        faster(window)
        pause_at(window, 70)
        say(window, "Why the second part")
        step_off_and_back(window)
        window.key("space")
        pause_at(window, 182)
        say(window, "And what came of it")
        saved(window, lambda: len(team.threads(team.bo)) == 2, "both are saved")
        team.bo.cli("sync")
    first, second = team.threads(team.bo)
    assert 65000 < first <= 71000 and 177000 < second <= 183000
    team.ana.cli("sync")
    found_at_its_moment(team, first // 1000)


def step_off_and_back(window):
    x, y = window.centre(window.find("panel", "Canvas, Plan"))
    window.click(x, y + 150)
    window.scroll(x, y, 3)
    window.find("button", "Return to Tour")
    window.press("button", "Return to Tour")
    window.wait_gone("button", "Return to Tour")


def found_at_its_moment(team, second):
    time = f"{second // 60}:{second % 60:02d}"
    with Window(team.ana.workspace, env=team.ana.env) as window:
        window.press("button", f"at {time} in “How we got here”")
        window.find("button", "Close the Walkthrough")
        wait_until(lambda: (clock(window) or 0) >= second, "it is there")
        assert clock(window) < second + 30
        # Both moments are in the bar.
        window.find("button", "Chapters and Comments")
        menu = window.all("button", "Chapters and Comments")[-1]
        window.click(*window.centre(menu))
        window.find("menu item",
                    lambda name: name.startswith(f"{time}  Bo: Why the"))
        window.press("menu item", lambda name: "And what came" in name)
        wait_until(lambda: (clock(window) or 0) >= 177, "it went on there")


def shown(person, board, tour):
    return person.json("walkthrough", "show", board, tour["id"])


def recorded_here_played_there(base):
    team = Team(base)
    team.ana.cli("remove", team.board, team.tour)
    with Window(team.ana.workspace, env=team.ana.env) as window:
        record(window)
        saved(window, lambda: any(it["kind"] == "walkthrough" for it
                                  in team.ana.objects(team.board).values()),
              "it is saved")
    team.ana.cli("sync")
    team.bo.cli("sync")
    [tour] = [it for it in team.bo.objects(team.board).values()
              if it["kind"] == "walkthrough"]
    assert shown(team.bo, team.board, tour)["events"] > 5
    with Window(team.bo.workspace, env=team.bo.env) as window:
        play(window, tour["title"])
        window.find("button", "As Recorded")
        # To its end, where it stops.
        window.find("button", "Play")
        assert clock(window) >= 2


def recorded(window):
    """How long it has been recording, in seconds: a slow machine does not see
    each of them."""
    clock = window.all("label", lambda name: re.fullmatch(r"0:\d\d", name))
    return int(clock[0].name[2:]) if clock else 0


def record(window):
    x, y = window.centre(window.find("panel", "Canvas, Plan"))
    window.key("w")
    window.click(x, y + 150)
    window.press("button", "Record")
    window.find("button", "Stop the Recording")
    for second in (1, 2, 3):
        wait_until(lambda second=second: recorded(window) >= second,
                   f"it records for {second} s")
        window.move(x + 40 * second, y)
    window.press("button", "Stop the Recording")
    window.find("text", "Title")
    window.press("button", "Keep")
    window.find("list item", lambda name: name.startswith("Walkthrough"))


run(scenario, recorded_here_played_there)

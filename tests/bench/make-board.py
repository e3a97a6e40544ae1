#!/usr/bin/env python3
"""make-board.py N [SEED [OUT]]: a board of N notes that belongs to no program.

Notes of 200×200 px with 20 to 80 characters stand in square clusters on a
jittered grid, one connector to every twenty notes between them. N and SEED
decide every byte: integers only, and a generator of random numbers that every
language computes alike. Whoever compares programs converts it for each.
"""

import json
import math
import sys

WORDS = """
plan ship test user flow idea risk goal team next time cost path open note link
draft sketch review market launch budget metric owner sprint backlog persona
journey insight problem question answer option decide archive customer research
interview prototype feedback deadline quarter release roadmap and the of to for
with more less why how what when
""".split()

SIDE, PITCH, GAP = 200, 240, 120
COLORS = 8
WORD = 0xFFFFFFFF


class Random:
    """mulberry32, by Tommy Ettinger: 32 bits of state and a few shifts."""

    def __init__(self, seed):
        self.state = seed & WORD

    def bits(self):
        self.state = (self.state + 0x6D2B79F5) & WORD
        mix = self.state
        mix = (mix ^ (mix >> 15)) * (mix | 1) & WORD
        mix ^= (mix + ((mix ^ (mix >> 7)) * (mix | 61) & WORD)) & WORD
        return mix ^ (mix >> 14)

    def below_one(self):
        return self.bits() / 2 ** 32

    def between(self, low, high):
        """A whole number, both ends counted in."""
        return low + self.bits() * (high - low + 1) // 2 ** 32


def sentence(random):
    """Words up to a length that is drawn first, dots where they fall short."""
    longest = random.between(20, 80)
    text = ""
    while True:
        word = WORDS[random.between(0, len(WORDS) - 1)]
        longer = f"{text} {word}" if text else word[0].upper() + word[1:]
        if len(longer) > longest:
            return text.ljust(20, ".")
        text = longer


def note(random, index, x, y):
    return {"id": f"n{index}",
            "x": x + random.between(-15, 15), "y": y + random.between(-15, 15),
            "w": SIDE, "h": SIDE, "color": random.between(0, COLORS - 1),
            "text": sentence(random)}


def place_notes(random, count):
    """Clusters on shelves as wide as a window is to its height.
    Returns the notes, and first and last index of each cluster."""
    notes, clusters = [], []
    width = math.ceil(math.sqrt(count * 1.6) * 270)
    left = top = shelf = 0
    while len(notes) < count:
        across = random.between(4, 6)
        size = across * PITCH
        if 0 < left and left + size > width:
            left, top, shelf = 0, top + shelf + GAP, 0
        first = len(notes)
        for i in range(min(across * across, count - first)):
            notes.append(note(random, first + i, left + i % across * PITCH,
                              top + i // across * PITCH))
        clusters.append((first, len(notes) - 1))
        left += size + GAP
        shelf = max(shelf, size)
    return notes, clusters


def tie(random, count, clusters):
    """Most ends stay in their cluster, one in five goes to the next one."""
    home = [number for number, (first, last) in enumerate(clusters)
            for _ in range(first, last + 1)]
    for index in range(int(count * 0.05)):
        start = random.between(0, count - 1)
        target = home[start]
        if not random.below_one() < 0.8:
            target = (target + 1) % len(clusters)
        first, last = clusters[target]
        end = random.between(first, last)
        if end == start:
            end = first if start == last else start + 1
        if end != start and end < count:
            yield {"id": f"c{index}", "from": f"n{start}", "to": f"n{end}"}


def to_drag(notes, connectors, width, height):
    """The note nearest the middle that nothing is tied to."""
    tied = {end for it in connectors for end in (it["from"], it["to"])}
    free = [it for it in notes if it["id"] not in tied]

    def distance(it):
        return ((2 * it["x"] + SIDE - width) ** 2 +
                (2 * it["y"] + SIDE - height) ** 2)

    return min(free, key=distance)["id"] if free else None


def make_board(count, seed=1):
    random = Random(seed)
    notes, clusters = place_notes(random, count)
    connectors = list(tie(random, count, clusters))
    width = max([0] + [it["x"] + it["w"] for it in notes])
    height = max([0] + [it["y"] + it["h"] for it in notes])
    return {"format": "neutral-board-1", "n": count, "seed": seed,
            "width": width, "height": height,
            "drag": to_drag(notes, connectors, width, height),
            "notes": notes, "connectors": connectors}


def main(arguments):
    if not 1 <= len(arguments) <= 3 or not arguments[0].isdecimal():
        sys.exit("usage: make-board.py N [SEED [OUT]]")
    count, seed = (int(it) for it in (arguments + ["1"])[:2])
    text = json.dumps(make_board(count, seed), separators=(",", ":"))
    if len(arguments) == 3:
        with open(arguments[2], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text)


if __name__ == "__main__":
    main(sys.argv[1:])

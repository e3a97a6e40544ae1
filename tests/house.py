"""Rules of the house that the compiler cannot hold up."""

import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent

RULES = [
    ("a kind is asked what it can do, not which it is",
     r"[=!]=\s*&?ew_kind_(?!has\b)\w+|strcmp\s*\([^;]*kind->name",
     ["app", "ui"], ["app/kinds"]),
    ("libgit2 is named in app/repo alone", r"#include <git2",
     ["app", "ui"], ["app/repo"]),
    ("GStreamer is named in app/walk alone", r"#include <gst/",
     ["app", "ui"], ["app/walk"]),
    ("nothing below the glass names GTK", r"#include <(gtk|gdk|adwaita)[./]",
     ["app"], []),
    ("tools know no widget", r"#include <(gtk|gdk|adwaita)[./]",
     ["ui/tools"], []),
    ("versions of GTK differ in one file only",
     r"(GTK|ADW|GDK)_CHECK_VERSION", ["app", "ui"], ["ui/ew-compat"]),
    ("text of people is never markup", r"gtk_label_set_markup",
     ["ui"], []),
]


def sources(folders, spared):
    for folder in folders:
        for path in sorted((TOP / folder).rglob("*.[ch]")):
            name = str(path.relative_to(TOP))
            if not any(name.startswith(s) for s in spared):
                yield name, path.read_text()


def broken(rule):
    _, pattern, folders, spared = rule
    for name, text in sources(folders, spared):
        for match in re.finditer(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            yield f"{name}:{line}: {match.group(0)}"


def main():
    print(f"1..{len(RULES)}")
    failed = False
    for number, rule in enumerate(RULES, 1):
        places = list(broken(rule))
        failed |= bool(places)
        print(f"{'not ok' if places else 'ok'} {number} {rule[0]}")
        for place in places:
            print("# " + place)
    return failed


sys.exit(main())

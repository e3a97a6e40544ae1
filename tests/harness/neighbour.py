#!/usr/bin/env python3
"""Another program on the same desk, which has something to give.

  neighbour.py clipboard|primary|drag text WORDS
  neighbour.py clipboard|drag files PATH…
  neighbour.py clipboard|drag MIME PATH        the bytes of a file

It says "ready" and gives until it is ended. What is to be dragged is in a small
window in the corner at the top left."""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

SIDE = 60


def content(kind, values):
    if kind == "text":
        return Gdk.ContentProvider.new_for_value(values[0])
    if kind == "files":
        uris = "\r\n".join(Gio.File.new_for_path(it).get_uri()
                           for it in values)
        return Gdk.ContentProvider.new_for_bytes(
            "text/uri-list", GLib.Bytes.new((uris + "\r\n").encode()))
    with open(values[0], "rb") as file:
        return Gdk.ContentProvider.new_for_bytes(
            kind, GLib.Bytes.new(file.read()))


def offer(window, provider):
    source = Gtk.DragSource()
    source.set_content(provider)
    source.set_actions(Gdk.DragAction.COPY)
    window.add_controller(source)
    window.set_title("Neighbour")
    window.set_decorated(False)
    window.set_default_size(SIDE, SIDE)
    window.connect("map", lambda *_: print("ready", flush=True))
    window.present()


def main():
    where, kind, *values = sys.argv[1:]
    Gtk.init()
    display = Gdk.Display.get_default()
    provider = content(kind, values)
    if where == "drag":
        window = Gtk.Window()
        offer(window, provider)
    else:
        clipboard = (display.get_primary_clipboard() if where == "primary"
                     else display.get_clipboard())
        clipboard.set_content(provider)
        display.sync()
        print("ready", flush=True)
    GLib.MainLoop().run()


main()

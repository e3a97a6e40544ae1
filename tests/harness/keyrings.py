"""A real keyring, as a desktop has one, on the session bus of the test."""

import os
import subprocess
from pathlib import Path

import gi

gi.require_version("Secret", "1")
from gi.repository import Gio, GLib, Secret  # noqa: E402

from servers import tool, wait_for  # noqa: E402

SCHEMA = Secret.get_schema(Secret.SchemaType.COMPAT_NETWORK)


class Keyring:
    """Open, and with nothing in it."""

    def __init__(self, base):
        self.home = Path(base) / "keyring"
        self.run = self.home / "run"
        self.run.mkdir(parents=True, mode=0o700)

    def __enter__(self):
        env = {**os.environ, "HOME": str(self.home),
               "XDG_DATA_HOME": str(self.home),
               "XDG_RUNTIME_DIR": str(self.run)}
        self.process = subprocess.Popen(
            [tool("gnome-keyring-daemon"), "--foreground", "--unlock",
             "--components=secrets", f"--control-directory={self.run}"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env=env)
        self.process.stdin.write(b"harbour")
        self.process.stdin.close()
        # Nobody may ask for it before: the bus would start another one.
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        wait_for(lambda: self._is_there(bus), "the keyring is there",
                 self.process)
        wait_for(self._is_open, "the keyring is open", self.process)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    @staticmethod
    def _is_there(bus):
        answer = bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus",
            "org.freedesktop.DBus", "NameHasOwner",
            GLib.Variant("(s)", ("org.freedesktop.secrets",)), None,
            Gio.DBusCallFlags.NONE, -1, None)
        return answer.unpack()[0]

    @staticmethod
    def _is_open():
        try:
            return Secret.password_store_sync(
                SCHEMA, {"server": "nowhere"}, Secret.COLLECTION_DEFAULT,
                "Test", "x", None)
        except GLib.Error:
            return False

    @staticmethod
    def attributes(server):
        return {"protocol": "https", "server": "localhost",
                "port": str(server.port), "user": "ana"}

    def keep(self, server, secret):
        assert Secret.password_store_sync(
            SCHEMA, self.attributes(server), Secret.COLLECTION_DEFAULT,
            "Git repositories on localhost", secret, None)

    def kept(self, server):
        return Secret.password_lookup_sync(SCHEMA, self.attributes(server),
                                           None)

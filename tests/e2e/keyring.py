"""A password that the desktop's keyring knows: a real keyring on a bus of the
test's own."""

import os
import subprocess
import sys
from pathlib import Path

if "ELSEWHEN_TEST_BUS" not in os.environ:
    os.environ["ELSEWHEN_TEST_BUS"] = "own"
    os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable,
                                   *sys.argv])

import gi  # noqa: E402

gi.require_version("Secret", "1")
from gi.repository import Gio, GLib, Secret  # noqa: E402

from https import knows, shared_board, texts  # noqa: E402
from people import Person, run  # noqa: E402
from servers import Authority, HttpsGit, tool, wait_for  # noqa: E402

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


def from_the_keyring(base):
    """Found there when git's helpers know nothing; forgotten when it was
    wrong."""
    authority = Authority(base)
    with HttpsGit(base, authority) as server, Keyring(base) as keyring:
        server.repository()
        ana = knows(Person("Ana", base), authority)
        ana.git("config", "--global", "--unset", "credential.helper")
        keyring.keep(server, "secret")
        board = shared_board(ana, server.url())
        assert texts(ana, board) == {"Reviews wait"}
        assert ana.json("status")["state"] == "up-to-date"
        assert keyring.kept(server) == "secret"

        keyring.keep(server, "wrong")
        ana.cli("add", board, "note", "text=Later")
        said = ana.refused(1, "sync")
        assert "asks for a name and a password" in said, said
        assert keyring.kept(server) is None
        keyring.keep(server, "secret")
        ana.cli("sync")


run(from_the_keyring)

"""A password that the desktop's keyring knows: a real keyring on a bus of the
test's own."""

import os
import sys

if "ELSEWHEN_TEST_BUS" not in os.environ:
    os.environ["ELSEWHEN_TEST_BUS"] = "own"
    os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable,
                                   *sys.argv])

from https import knows, shared_board, texts  # noqa: E402
from keyrings import Keyring  # noqa: E402
from people import Person, run  # noqa: E402
from servers import Authority, HttpsGit  # noqa: E402


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

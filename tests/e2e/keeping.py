"""A password that is given to the window once: kept in the desktop's keyring
when git's own helpers keep none, and never asked for again."""

from dialogs import choose, give_address
from https import knows
from keyrings import Keyring
from people import Person, run
from servers import Authority, HttpsGit
from window import Window, whole_stacks


def asks(text):
    return text.startswith("Sign In to localhost")


def a_password_is_given_once(base):
    authority = Authority(base)
    with HttpsGit(base, authority) as server, Keyring(base) as keyring:
        repository = server.repository()
        ana = knows(Person("Ana", base), authority)
        ana.git("config", "--global", "--unset", "credential.helper")
        ana.cli("init", "--name", "Harbour Team")
        board = ana.cli("new-board", "Retro")
        with Window(ana.workspace, env=whole_stacks(ana.env)) as window:
            window.find("panel", "Canvas, Retro")
            window.click(*window.centre(window.find("label", "Only Here")))
            choose(window, "Share")
            give_address(window, server.url())
            window.find("label", asks)
            assert window.is_(window.find("check box",
                                          "Remember on this computer"),
                              "checked")
            window.type("ana")
            window.key("Tab")
            window.type("secret")
            window.key("Return")
            window.find("label", "Up to Date")
        assert keyring.kept(server) == "secret"

        ana.cli("add", board, "note", "text=Reviews wait")
        with Window(ana.workspace, env=whole_stacks(ana.env)) as window:
            window.find("label", "Up to Date")
            assert not window.has("label", asks)
        assert "Reviews wait" in ana.git("-C", repository, "grep", "-h",
                                         "Reviews", "main")


run(a_password_is_given_once)

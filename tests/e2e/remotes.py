"""Remotes on other machines, as the window offers them: a server that is not
known yet, keys with a passphrase, names and passwords, and Cancel."""

from dialogs import choose, give_address, open_menu
from https import Authority, HttpsGit, Stalled, knows, remembers
from people import Person, bare_remote, run
from servers import Sshd, ssh_home
from ssh import person, shared_board
from window import Window, saved, wait_until


def open_join(window):
    open_menu(window, "My Workspace")
    choose(window, "Join")


def says(window, words):
    return window.find("label", lambda text: words in text)


def a_server_not_met_before(base):
    """Its fingerprint is shown, it is trusted, and a passphrase is asked for,
    again when it was wrong."""
    remote = bare_remote(base)
    with Sshd(base) as sshd:
        ana = person("Ana", base, sshd)
        shared_board(ana, sshd.url(remote))
        bo = Person("Bo", base)
        ssh_home(bo, sshd)
        sshd.admit(bo, passphrase="harbour light")
        known = bo.home / ".ssh" / "known_hosts"
        with Window(env=bo.env) as window:
            open_join(window)
            give_address(window, sshd.url(remote))
            says(window, sshd.fingerprint())
            window.key("Escape")
            window.wait_gone("label", "Is This the Right Server?")
            assert not known.exists() or known.read_text() == ""

            window.press("button", "Join")
            says(window, sshd.fingerprint())
            window.press("button", "Trust")
            says(window, "Enter passphrase for key")
            window.type("wrong")
            window.key("Return")
            says(window, "That was not right")
            window.type("harbour light")
            window.key("Return")
            window.find("panel", "Canvas, Retro")
        assert f"127.0.0.1]:{sshd.port}" in known.read_text()


def a_name_and_a_password(base):
    """Asked for when nobody knows them, again when they were wrong, and then
    kept where git keeps them."""
    authority = Authority(base)
    with HttpsGit(base, authority) as server:
        repository = server.repository()
        ana = knows(Person("Ana", base), authority)
        ana.cli("init", "--name", "Harbour Team")
        ana.cli("new-board", "Retro")
        with Window(ana.workspace, env=ana.env) as window:
            window.click(*window.centre(window.find("label", "Only Here")))
            choose(window, "Share")
            give_address(window, server.url())
            says(window, "Sign In to localhost")
            window.type("ana")
            window.key("Tab")
            window.type("wrong")
            window.key("Return")
            says(window, "were not taken")
            window.type("secret")
            window.key("Return")
            window.find("label", "Up to Date")
        assert "ana:secret@" in (ana.home / "credentials").read_text()
        assert ana.git("-C", repository, "log", "--format=%an", "main")


def what_is_missing(base):
    """Said in place, and nothing has changed."""
    authority = Authority(base)
    with HttpsGit(base, authority) as server, Stalled() as silent:
        server.repository()
        ana = knows(Person("Ana", base), authority)
        remembers(ana, server)
        ana.cli("init", "--name", "Harbour Team")
        with Window(ana.workspace, env=ana.env) as window:
            window.click(*window.centre(window.find("label", "Only Here")))
            choose(window, "Share")
            give_address(window, server.url("nowhere.git"))
            says(window, "There is no such repository")
            for address, words in [
                    (f"https://localhost:{silent.port}/x.git", "Connecting"),
                    ("git://example.org/x.git", "This is no address"),
                    (server.url(part="trouble"), "trouble of its own")]:
                window.key("ctrl+a")
                give_address(window, address)
                says(window, words)
                if words == "Connecting":
                    wait_until(silent.reached.is_set, "the server is reached")
                    window.press("button", "Cancel")
                    window.wait_gone("label", lambda text: words in text)
            window.press("button", "Cancel")
            window.wait_gone("text", "Address or folder")
            window.find("label", "Only Here")
        assert ana.cli("remote") == ""


def is_below(window, lower, upper):
    """Whether one entry stands well below another, and both are open."""
    tops = [window.extents(window.find("text", name))[1]
            for name in (lower, upper)]
    return tops[0] >= tops[1] + 40


def in_the_repository_of_a_project(base):
    """A branch and a folder of one's own; the project's files stay as they
    are."""
    remote = bare_remote(base)
    ana = Person("Ana", base)
    ana.git("clone", "-q", remote, "project")
    project = ana.home / "project"
    (project / "main.c").write_text("int main (void) { return 0; }\n")
    ana.git("-C", project, "add", ".")
    ana.git("-C", project, "commit", "-qm", "Begin")
    ana.git("-C", project, "push", "-q", "origin", "HEAD:main", "HEAD:plans")
    with Window(env=ana.env) as window:
        open_join(window)
        window.find("text", "Address or folder")
        window.type(str(remote))
        window.key("Tab", "Tab", "space")
        wait_until(lambda: is_below(window, "Folder of the workspace",
                                    "Branch, when not the usual one"),
                   "the rows for projects are open")
        window.key("Tab")
        window.type("plans")
        window.key("Tab")
        window.type("docs/team")
        window.key("Return")
        window.find("label", "Up to Date")
        window.key("ctrl+n")
        window.find("text", "Board title")
        window.type("Retro")
        window.key("Return")
        window.find("panel", "Canvas, Retro")
        saved(window, lambda: "docs/team/boards/" in ana.git(
            "-C", remote, "ls-tree", "-r", "--name-only", "plans"),
            "the board is in its folder")
    files = ana.git("-C", remote, "ls-tree", "-r", "--name-only", "plans")
    assert "main.c" in files.split(), files
    assert ana.git("-C", remote, "ls-tree", "-r", "--name-only",
                   "main").split() == ["main.c"]


def which_of_several(base):
    """A repository with two workspaces: both are offered, one is taken."""
    remote = bare_remote(base)
    ana = Person("Ana", base)
    ana.cli("clone", remote, "--folder", "design")
    ana.cli("new-board", "Sketches")
    ana.cli("sync")
    cy = Person("Cy", base)
    cy.cli("clone", remote, "--folder", "plans/next")
    cy.cli("new-board", "Next Year")
    cy.cli("sync")
    bo = Person("Bo", base)
    with Window(env=bo.env) as window:
        open_join(window)
        give_address(window, remote)
        window.find("list item", "design")
        window.find("list item", "plans/next")
        wait_until(lambda: window.is_(window.find("list item", "design"),
                                      "focused"), "the first is at hand")
        window.key("Down", "Return")
        window.find("panel", "Canvas, Next Year")


if __name__ == "__main__":
    run(a_server_not_met_before, a_name_and_a_password, what_is_missing,
        in_the_repository_of_a_project, which_of_several)

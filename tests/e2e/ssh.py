"""Sharing over SSH: a real sshd, the user's own ssh, the git program as the
other client."""

from pathlib import Path

from people import Person, bare_remote, run
from servers import USER, Sshd, hook, ssh_home


def person(name, base, sshd, kind="ed25519"):
    it = Person(name, base)
    ssh_home(it, sshd)
    sshd.admit(it, kind)
    sshd.trust(it)
    return it


def shared_board(who, url):
    """Who makes a workspace with one note and shares it there."""
    who.cli("init", "--name", "Harbour Team")
    board = who.cli("new-board", "Retro")
    who.cli("add", board, "note", "text=Reviews wait")
    who.cli("remote", url)
    who.cli("sync")
    return board


def texts(who, board):
    return {it.get("text") for it in who.objects(board).values()}


def there_and_back(base):
    """Ana has an ed25519 key, Bo an RSA one; each kind of address."""
    remote = bare_remote(base, "a team's.git")
    with Sshd(base) as sshd:
        ana, bo = person("Ana", base, sshd), person("Bo", base, sshd, "rsa")
        board = shared_board(ana, f"harbour:{remote}")
        bo.cli("clone", sshd.url(str(remote).replace(" ", "%20")))
        assert texts(bo, board) == {"Reviews wait"}
        bo.cli("add", board, "note", "text=They do")
        bo.cli("sync")
        ana.cli("add", board, "note", "text=From Ana")
        ana.cli("sync")
        bo.cli("sync")
        assert texts(ana, board) == texts(bo, board) == {
            "Reviews wait", "They do", "From Ana"}
        authors = ana.git("-C", remote, "log", "--format=%an").split()
        assert authors[:2] == ["Ana", "Bo"], authors
        assert ana.git("-C", remote, "for-each-ref",
                       "--format=%(refname)").split() == ["refs/heads/main"]
        assert ana.json("check") == bo.json("check") == []
        ana.git("-C", remote, "fsck", "--strict")


def with_plain_git(base):
    """Somebody edits with git and an editor meanwhile."""
    remote = bare_remote(base)
    with Sshd(base) as sshd:
        ana, bo = person("Ana", base, sshd), person("Bo", base, sshd)
        board = shared_board(ana, f"{USER}@harbour:{remote}")
        bo.git("clone", "-q", f"harbour:{remote}", "copy")
        copy = bo.home / "copy"
        for bucket in copy.glob("boards/*/objects/*.json"):
            bucket.write_text(bucket.read_text().replace("wait", "are late"))
        bo.git("-C", copy, "commit", "-qam", "By hand")
        bo.git("-C", copy, "push", "-q")
        ana.cli("add", board, "note", "text=From Ana")
        ana.cli("sync")
        assert texts(ana, board) == {"Reviews are late", "From Ana"}
        bo.git("-C", copy, "pull", "-q", "--ff-only")


def unknown_and_changed_host(base):
    remote = bare_remote(base)
    with Sshd(base) as sshd:
        ana = person("Ana", base, sshd)
        known = ana.home / ".ssh" / "known_hosts"
        known.write_text("")
        ana.cli("init")
        ana.cli("remote", sshd.url(remote))
        said = ana.refused(1, "sync")
        assert "has not met “127.0.0.1:" in said, said
        assert known.read_text() == ""
        sshd.trust(ana)
        ana.cli("sync")
        sshd.stop()
        sshd.new_host_key()
        sshd.start()
        said = ana.refused(1, "sync")
        assert "is not the one this computer knows" in said, said
        assert "ssh-keygen -R" in said, said


def refused(base):
    remote = bare_remote(base)
    with Sshd(base) as sshd:
        ana = person("Ana", base, sshd)
        ana.cli("init")
        ana.cli("remote", sshd.url("/nowhere/team.git"))
        said = ana.refused(1, "sync")
        assert "no such repository" in said, said
        ana.cli("remote", sshd.url(base))
        said = ana.refused(1, "sync")
        assert "no such repository" in said, said
        ana.cli("remote", sshd.url(remote))
        hook(remote, "pre-receive",
             "printf 'Only \\033[31mCy\\033[0m writes here.\\n' >&2; exit 1\n")
        said = ana.refused(1, "sync")
        assert "did not take your changes" in said, said
        assert "Only Cy writes here." in said and "\033" not in said, said
        sshd.authorized.write_text("")
        ana.env["XDG_RUNTIME_DIR"] = "/proc/none"  # and log in anew
        said = ana.refused(1, "sync")
        assert "does not let you in" in said, said
        assert ana.json("status")["to_share"] == 1
    said = ana.refused(1, "sync")
    assert "does not take connections now" in said, said
    ana.cli("remote", "ssh://no-such-host.invalid/team.git")
    said = ana.refused(1, "sync")
    assert "cannot be found" in said, said


def nothing_of_an_address_is_run(base):
    """What could be an option, or end a word, never reaches ssh or a shell."""
    remote = bare_remote(base, "$(touch owned) ;touch owned;'x'.git")
    trap = Path(base) / "owned"
    with Sshd(base) as sshd:
        ana = person("Ana", base, sshd)
        ana.cli("init")
        for url in ("ssh://-oProxyCommand=touch%20" + str(trap) + "/x",
                    "-oProxyCommand=touch:x", "ssh://ana@-x/y", "ssh://-x@y/z",
                    "host:-x", "ext::touch " + str(trap), "a b:c",
                    "ssh://host/a\nb", "git://host/x", "http://host/x"):
            ana.refused(2, "remote", "--", url)
        ana.cli("remote", f"harbour:{remote}")
        ana.cli("sync")
        assert ana.git("-C", remote, "rev-parse", "main")
        assert not trap.exists() and not Path(ana.home, "owned").exists()


if __name__ == "__main__":
    run(there_and_back, with_plain_git, unknown_and_changed_host, refused,
        nothing_of_an_address_is_run)

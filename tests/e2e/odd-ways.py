"""Sharing by the command line where something is unusual: a terminal looks on,
history was replaced, a message was reworded twice, a proxy stands between, the
remote has only a part of its history."""

import os
import pty
import subprocess

from https import knows, remembers, shared_board, texts
from people import CLI, Person, bare_remote, run
from servers import Authority, HttpsGit, Proxy, Sshd
from ssh import person


def shared(base, notes=1):
    """Ana and Bo, a board that both have, and where they share it."""
    remote = bare_remote(base)
    ana, bo = Person("Ana", base), Person("Bo", base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    for i in range(notes):
        ana.cli("add", board, "note", f"text=Note {i}")
    ana.cli("remote", remote)
    return ana, bo, remote, board


def on_a_terminal(who, *args):
    """Returns what a person would have seen, with all that was overwritten."""
    inner, outer = pty.openpty()
    with subprocess.Popen([CLI, "--workspace", str(who.workspace), *args],
                          env=who.env, stdin=subprocess.DEVNULL,
                          stdout=outer, stderr=outer) as process:
        os.close(outer)
        seen = b""
        try:
            while more := os.read(inner, 4096):
                seen += more
        except OSError:
            pass  # the other end was closed
        assert process.wait() == 0, seen
    os.close(inner)
    return seen.decode()


def progress(base):
    """Told where somebody looks, and gone at the end; a script gets one line.
    """
    ana, bo, _, board = shared(base)
    seen = on_a_terminal(ana, "sync")
    assert "Sharing your changes" in seen, seen
    last = seen.strip().rsplit("\r", 1)[1]
    assert last == "\033[K0 versions received, 3 published.", repr(seen)
    ana.cli("add", board, "note", "text=More")
    done = ana.try_cli("sync")
    assert done.stderr == "" and done.stdout.count("\n") == 1, done


def status_for_scripts(base):
    """Every state has the same members; only a failure adds one."""
    ana, bo, remote, board = shared(base)
    words = {"workspace", "remote", "state", "to_share", "name", "email"}
    status = ana.json("status")
    assert set(status) == words, status
    assert status == {"workspace": "Harbour Team", "remote": str(remote),
                      "state": "to-share", "to_share": 3, "name": "Ana",
                      "email": "ana@example.org"}, status
    assert ana.json("sync") == {"received": 0, "published": 3}
    assert ana.json("status")["state"] == "up-to-date"
    assert ana.json("status")["to_share"] == 0
    ana.cli("remote", "")
    status = ana.json("status")
    assert (status["state"], status["remote"]) == ("local", ""), status


def replaced_history(base):
    """Refused once, with what to type; then our work goes on from the new."""
    ana, bo, remote, board = shared(base)
    ana.cli("sync")
    bo.cli("clone", remote)
    bo.cli("add", board, "note", "text=Shared and thrown away")
    bo.cli("sync")
    bo.cli("add", board, "note", "text=Not shared yet")
    ana.git("-C", remote, "update-ref", "refs/heads/main", "main^")
    said = bo.refused(1, "sync")
    assert "sync --accept-rewritten" in said, said
    assert bo.json("status")["to_share"] > 0
    old = bo.git("-C", bo.workspace, "rev-parse", "main").strip()
    bo.cli("sync", "--accept-rewritten")
    ana.cli("sync")
    assert texts(ana, board) == texts(bo, board) == {"Note 0",
                                                     "Not shared yet"}
    kept = bo.git("-C", bo.workspace, "for-each-ref", "refs/elsewhen/rewritten")
    assert old in kept, kept
    bo.cli("sync")


def reword(who, board, before, after, when):
    """With git and an editor, into the person's own workspace."""
    copy = who.home / "copy"
    who.git("clone", "-q", who.workspace, copy)
    for bucket in copy.glob(f"boards/{board}/objects/*.json"):
        bucket.write_text(bucket.read_text().replace(before, after))
    who.env["GIT_AUTHOR_DATE"] = f"@{when} +0000"
    who.git("-C", copy, "commit", "-qam", after)
    who.git("-C", copy, "push", "-q")


def a_message_reworded_twice(base):
    """The clash is inside the thread, is named, and is settled like any."""
    ana, bo, remote, board = shared(base)
    note = next(iter(ana.objects(board)))
    thread = ana.cli("comment", board, note, "We meet on Friday")
    ana.cli("sync")
    bo.cli("clone", remote)
    reword(ana, board, "on Friday", "on Monday", 1700000000)
    reword(bo, board, "on Friday", "on Sunday", 1700009999)
    ana.cli("sync")
    bo.cli("sync")
    ana.cli("sync")
    [clash] = ana.json("resolve", board)
    assert clash["id"] == thread, clash
    assert clash["shown"] == "We meet on Sunday", clash
    assert clash["other"] == "We meet on Monday", clash
    ana.refused(2, "resolve", board, thread, "somehow")
    ana.cli("resolve", board, thread, "take")
    ana.cli("sync")
    bo.cli("sync")
    for who in ana, bo:
        assert who.json("resolve", board) == []
        [said] = who.json("threads", board)[0]["messages"]
        assert said["text"] == "We meet on Monday", said
        assert who.json("check") == []


def through_a_proxy(base):
    """All of it goes through the proxy that the environment names, as a tunnel
    that the proxy cannot look into."""
    authority = Authority(base)
    with HttpsGit(base, authority) as server, Proxy() as proxy:
        server.repository()
        ana = knows(Person("Ana", base), authority)
        remembers(ana, server)
        ana.env["https_proxy"] = f"http://127.0.0.1:{proxy.port}"
        board = shared_board(ana, server.url())
        assert proxy.asked and set(proxy.asked) == {
            f"localhost:{server.port}"}, proxy.asked
        proxy.refuses = True
        ana.cli("add", board, "note", "text=Later")
        said = ana.refused(1, "sync")
        assert "proxy" in said, said
        proxy.refuses = False
        ana.cli("sync")


def a_part_of_history(base):
    """A shallow repository on a server is refused by name, and nothing is
    left."""
    ana, _, remote, board = shared(base)
    ana.cli("sync")
    ana.git("clone", "-q", "--bare", "--depth", "1", f"file://{remote}",
            base + "/part.git")
    with Sshd(base) as sshd:
        cy = person("Cy", base, sshd)
        said = cy.refused(1, "clone", sshd.url(base + "/part.git"))
        assert "shallow" in said, said
        assert not cy.workspace.exists()


run(progress, status_for_scripts, replaced_history, a_message_reworded_twice,
    through_a_proxy, a_part_of_history)

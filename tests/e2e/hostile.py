"""Everything from a remote is hostile: nothing of it is followed, run, or put
outside the workspace, and none of it takes the program down."""

import hashlib
import os
import resource
import subprocess
import zlib
from pathlib import Path

from people import CLI, Person, bare_remote, run
from servers import Sshd, ssh_home

MEMORY = 1536 * 1024 * 1024


class Maker:
    """Writes objects into a repository that git itself would not."""

    def __init__(self, repository):
        self.repository = repository

    def git(self, *args, text=None):
        return subprocess.run(["git", "-C", self.repository, *map(str, args)],
                              input=text, capture_output=True,
                              check=True).stdout.decode().strip()

    def object(self, kind, content):
        return self.git("hash-object", "-t", kind, "-w", "--stdin",
                        "--literally", text=content)

    def blob(self, content):
        return self.object("blob", content.encode())

    def tree(self, *entries):
        """Of (mode, name, oid), in the order given."""
        return self.object("tree", b"".join(
            f"{mode} {name}".encode() + b"\0" + bytes.fromhex(oid)
            for mode, name, oid in entries))

    def loose_tree(self, mode, name, oid):
        """A tree of one entry, without a process for it."""
        body = f"{mode} {name}".encode() + b"\0" + bytes.fromhex(oid)
        whole = b"tree %d\0" % len(body) + body
        new = hashlib.sha1(whole).hexdigest()
        path = Path(self.repository) / "objects" / new[:2] / new[2:]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(whole, 1))
        return new

    def entries(self, rev="main"):
        lines = self.git("ls-tree", rev).splitlines()
        return [(mode.lstrip("0"), name, oid) for mode, _, oid, name in
                (line.replace("\t", " ").split(" ", 3) for line in lines)]

    def commit(self, tree, message="Hostile", who="Mallory"):
        env = {**os.environ, "GIT_AUTHOR_NAME": who, "GIT_COMMITTER_NAME": who,
               "GIT_AUTHOR_EMAIL": "m@example.org",
               "GIT_COMMITTER_EMAIL": "m@example.org"}
        oid = subprocess.run(
            ["git", "-C", self.repository, "commit-tree", tree, "-p", "main"],
            input=message.encode(), env=env, capture_output=True,
            check=True).stdout.decode().strip()
        self.git("update-ref", "refs/heads/main", oid)

    def put(self, *more, **how):
        self.commit(self.tree(*sorted(
            [*self.entries(), *more], key=lambda it: it[1])), **how)


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def within_memory(person, *args):
    """The command with so much memory and no more."""
    done = subprocess.run(
        [CLI, "--workspace", str(person.workspace), *map(str, args)],
        capture_output=True, text=True, env=person.env, timeout=240,
        stdin=subprocess.DEVNULL,
        preexec_fn=None if os.environ.get("ASAN_OPTIONS") else limited)
    assert done.returncode in (0, 1), (done.returncode, done.stderr)
    return done


def begun(base):
    """Ana has shared a board through a folder that sshd serves too."""
    remote = bare_remote(base)
    ana = Person("Ana", base)
    ana.cli("init", "--name", "Harbour Team")
    board = ana.cli("new-board", "Retro")
    ana.cli("add", board, "note", "text=Reviews wait")
    ana.cli("remote", remote)
    ana.cli("sync")
    return ana, remote, board


def both_ways(base, remote, board, sshd):
    """Bo joins over ssh, Cy through the folder; both can read the board, work
    and share."""
    for name in ("Bo", "Cy"):
        who = Person(name, base)
        url = remote
        if name == "Bo":
            ssh_home(who, sshd)
            sshd.admit(who)
            sshd.trust(who)
            url = sshd.url(remote)
        done = within_memory(who, "clone", url)
        assert done.returncode == 0, done.stderr
        assert "Reviews wait" in within_memory(who, "show", board).stdout
        who.cli("add", board, "note", f"text=From {name}")
        done = within_memory(who, "sync")
        assert done.returncode == 0, done.stderr
        yield who


def odd_entries(base):
    """Links, other repositories, settings and names that lead elsewhere."""
    ana, remote, board = begun(base)
    secret = Path(base) / "secret.json"
    secret.write_text('[{"bucket":"00","format":1}\n]\n')
    trap = Path(base) / "owned"
    it = Maker(remote)
    link = it.blob(str(secret))
    script = it.blob(f"#!/bin/sh\ntouch {trap}\n")
    inner = it.tree(("100755", "post-checkout", script))
    other = it.tree(
        ("120000", "board.json", link),
        ("120000", "objects", link))
    boards = it.git("rev-parse", "main:boards")
    lines = [(m.lstrip("0"), n, o) for m, n, o in
             [(m, n, o) for m, n, o in it.entries("main:boards")]]
    assert boards and lines
    it.commit(it.tree(*sorted([
        *[e for e in it.entries() if e[1] not in ("boards", ".gitattributes")],
        ("100644", ".gitattributes", it.blob("* filter=run merge=run\n")),
        ("100644", ".gitmodules", it.blob(
            f'[submodule "x"]\npath = x\nurl = ext::touch {trap}\n')),
        ("40000", ".git", it.tree(("40000", "hooks", inner))),
        ("40000", "..", inner),
        ("160000", "x", "1" * 40),
        ("120000", "outside", link),
        ("40000", "boards", it.tree(*sorted([
            *lines,
            ("40000", "0198c000-0000-7000-8000-000000000000", other),
            ("120000", "0198c000-0000-7000-8000-000000000001", link),
            ("160000", "0198c000-0000-7000-8000-000000000002", "2" * 40),
        ], key=lambda e: e[1])))], key=lambda e: e[1])))
    with Sshd(base) as sshd:
        for who in both_ways(base, remote, board, sshd):
            assert not trap.exists()
            assert "boards" in {p.name for p in who.workspace.iterdir()} or \
                not (who.workspace / "hooks" / "post-checkout").exists()
            assert not (who.workspace.parent / "post-checkout").exists()


def a_bomb(base):
    """Twelve objects that stand for ten thousand million files."""
    ana, remote, board = begun(base)
    it = Maker(remote)
    kind, oid = "100644", it.blob("boom")
    for _ in range(10):
        oid = it.tree(*[(kind, f"d{i}", oid) for i in range(10)])
        kind = "40000"
    it.put(("40000", "bomb", oid))
    with Sshd(base) as sshd:
        for who in both_ways(base, remote, board, sshd):
            assert who.json("show", board)


def deep(base):
    """Folders in folders, three thousand deep."""
    ana, remote, board = begun(base)
    it = Maker(remote)
    oid = it.blob("x")
    mode = "100644"
    for _ in range(3000):
        oid = it.loose_tree(mode, "d", oid)
        mode = "40000"
    it.put(("40000", "deep", oid))
    with Sshd(base) as sshd:
        people = list(both_ways(base, remote, board, sshd))
        for who in people:
            assert who.json("show", board)
        # And deeper than any stack would bear: not taken at all.
        for _ in range(3000):
            oid = it.loose_tree(mode, "d", oid)
        it.put(("40000", "deeper", oid))
        for who in people:
            done = within_memory(who, "sync")
            assert "deeper in folders" in done.stderr, done
            assert who.json("show", board)


def huge(base):
    """A file of one gigabyte that takes one megabyte on its way."""
    ana, remote, board = begun(base)
    it = Maker(remote)
    with subprocess.Popen(["head", "-c", str(1024 ** 3), "/dev/zero"],
                          stdout=subprocess.PIPE) as zeros:
        oid = subprocess.run(
            ["git", "-c", "core.compression=1", "-C", remote, "hash-object",
             "-w", "--stdin"], stdin=zeros.stdout, capture_output=True,
            check=True).stdout.decode().strip()
    folder = it.tree(("100644", "3f.json", oid))
    it.commit(it.tree(*sorted([
        *[e for e in it.entries() if e[1] != "boards"],
        ("40000", "boards", it.tree(*sorted([
            *it.entries("main:boards"),
            ("40000", "0198c000-0000-7000-8000-000000000000",
             it.tree(("40000", "objects", folder)))], key=lambda e: e[1])))],
        key=lambda e: e[1])))
    with Sshd(base) as sshd:
        bo = Person("Bo", base)
        ssh_home(bo, sshd)
        sshd.admit(bo)
        sshd.trust(bo)
        done = within_memory(bo, "clone", sshd.url(remote))
        assert done.returncode == 0, done.stderr
        assert "Reviews wait" in within_memory(bo, "show", board).stdout
        done = within_memory(bo, "show", "0198c000-0000-7000-8000-000000000000")
        assert "too large" in done.stdout + done.stderr, done
        bo.cli("add", board, "note", "text=From Bo")
        done = within_memory(bo, "sync")
        assert done.returncode == 0, done.stderr
        # And what is more than one wants to take is not taken at all.
        cy = Person("Cy", base)
        ssh_home(cy, sshd)
        sshd.admit(cy)
        sshd.trust(cy)
        cy.git("config", "--global", "elsewhen.fetchLimit", "100k")
        said = cy.refused(1, "clone", sshd.url(remote))
        assert "more than a workspace can need" in said, said
        assert not cy.workspace.exists()


def words(base):
    """Escapes and markup in messages and names are only letters."""
    ana, remote, board = begun(base)
    it = Maker(remote)
    boards = it.entries("main:boards")
    self = boards[0]
    inside = [e for e in it.entries(f"main:boards/{self[1]}")
              if e[1] != "board.json"]
    title = it.blob('{"format":1,"title":"Retro <b>bold</b>"}\n')
    it.commit(it.tree(*sorted([
        *[e for e in it.entries() if e[1] != "boards"],
        ("40000", "boards", it.tree(("40000", self[1], it.tree(*sorted(
            [*inside, ("100644", "board.json", title)],
            key=lambda e: e[1])))))], key=lambda e: e[1])),
        message="\033]0;owned\a\033[2J<b>Hi</b> & \u202egnp.exe\n",
        who="\033[31mAna\u200b")
    ana.cli("sync")
    said = ana.cli("log", board)
    assert "<b>Hi</b> &" in said, said
    for odd in ("\033", "\a", "\u202e", "\u200b"):
        assert odd not in said, ascii(said)


run(odd_entries, a_bomb, deep, huge, words)

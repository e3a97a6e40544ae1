"""The network breaks after so many bytes, going there or coming back; then it
is whole again, and nothing is lost."""

from https import Authority, HttpsGit, knows, texts
from people import Person, bare_remote, run
from servers import Cut, Sshd, ssh_home

STEPS = 5


def places(total):
    """Where to cut: near both ends, and spread between them."""
    spread = [total * i // STEPS for i in range(1, STEPS)]
    return sorted({0, *spread, max(total - 1, 0)})


def sweep(base, make, wire):
    """Cuts every exchange of Bo with the server once per place and direction,
    while he fetches what Ana wrote and shares what he wrote."""
    ana, bo, url, board = make(base)
    count = 0
    with wire as cut:
        bo.cli("remote", url(cut.port))
        for direction in ("in", "out"):
            cut.set(None, direction)
            ana.cli("add", board, "note", f"text=before {direction}")
            ana.cli("sync")
            bo.cli("add", board, "note", f"text=Bo before {direction}")
            bo.cli("sync")
            total = cut.passed[direction]
            assert total > 0
            for after in places(total):
                count += 1
                ana.cli("add", board, "note", f"text=ana {count}")
                ana.cli("sync")
                bo.cli("add", board, "note", f"text=bo {count}")
                cut.set(after, direction)
                done = bo.try_cli("sync")
                # What breaks after everything was said may go unnoticed.
                assert done.returncode in (0, 1), done.stderr
                assert len(done.stderr.splitlines()) <= 1, done.stderr
                cut.set(None, direction)
                bo.cli("sync")
    ana.cli("sync")
    written = {f"{who} {i}" for who in ("ana", "bo")
               for i in range(1, count + 1)}
    assert written <= texts(ana, board), written - texts(ana, board)
    assert ana.objects(board) == bo.objects(board)
    assert ana.json("check") == bo.json("check") == []


def over_https(base):
    authority = Authority(base)
    with HttpsGit(base, authority) as server:
        repository = server.repository()
        ana = knows(Person("Ana", base), authority)
        bo = knows(Person("Bo", base), authority)

        def make(_):
            ana.cli("init")
            board = ana.cli("new-board", "Retro")
            ana.cli("remote", repository)
            ana.cli("sync")
            bo.cli("clone", repository)
            return ana, bo, url, board

        def url(port):
            with open(bo.home / "credentials", "a") as store:
                store.write(f"https://ana:secret@localhost%3a{port}\n")
            return server.url(port=port)

        sweep(base, make, Cut(server.port))


def over_ssh(base):
    repository = bare_remote(base)
    with Sshd(base) as sshd:
        ana, bo = Person("Ana", base), Person("Bo", base)
        ssh_home(bo, sshd)
        sshd.admit(bo)
        # The wire has a port of its own, and none that is cut may live on.
        kind, key, *_ = sshd.host_key.with_suffix(".pub").read_text().split()
        (bo.home / ".ssh" / "known_hosts").write_text(f"* {kind} {key}\n")
        bo.env["XDG_RUNTIME_DIR"] = "/proc/none"

        def make(_):
            ana.cli("init")
            board = ana.cli("new-board", "Retro")
            ana.cli("remote", repository)
            ana.cli("sync")
            bo.cli("clone", repository)
            return ana, bo, lambda port: sshd.url(repository, port), board

        sweep(base, make, Cut(sshd.port))


run(over_https, over_ssh)

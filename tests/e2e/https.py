"""Sharing over HTTPS: a real nginx that speaks TLS 1.3 only, before git's own
http-backend, with an authority of the test's own."""

from people import Person, run
from servers import Authority, HttpsGit, Stalled, hook


def knows(person, authority):
    """The person's git trusts the authority and has an empty store of
    credentials."""
    person.git("config", "--global", "http.sslCAInfo", authority.cert)
    person.git("config", "--global", "credential.helper",
               f"store --file={person.home}/credentials")
    return person


def remembers(person, server, secret="secret"):
    with open(person.home / "credentials", "w") as store:
        store.write(f"https://ana:{secret}@localhost%3a{server.port}\n")


def shared_board(who, url):
    who.cli("init", "--name", "Harbour Team")
    board = who.cli("new-board", "Retro")
    who.cli("add", board, "note", "text=Reviews wait")
    who.cli("remote", url)
    who.cli("sync")
    return board


def texts(who, board):
    return {it.get("text") for it in who.objects(board).values()}


def there_and_back(base):
    """What Ana's credential helper knows is enough; everybody may read."""
    authority = Authority(base)
    with HttpsGit(base, authority) as server:
        repository = server.repository()
        ana = knows(Person("Ana", base), authority)
        bo = knows(Person("Bo", base), authority)
        remembers(ana, server)
        board = shared_board(ana, server.url())
        bo.cli("clone", server.url(part="open"))
        assert texts(bo, board) == {"Reviews wait"}
        ana.cli("add", board, "note", "text=From Ana")
        ana.cli("sync")
        bo.cli("sync")
        assert texts(bo, board) == {"Reviews wait", "From Ana"}
        bo.cli("add", board, "note", "text=From Bo")
        said = bo.refused(1, "sync")
        assert "does not let you" in said, said
        remembers(bo, server)
        bo.cli("remote", server.url())
        bo.cli("sync")
        ana.cli("sync")
        assert texts(ana, board) == {"Reviews wait", "From Ana", "From Bo"}
        assert ana.git("-C", repository, "for-each-ref",
                       "--format=%(refname)").split() == ["refs/heads/main"]
        ana.git("-C", repository, "fsck", "--strict")
        copy = bo.home / "copy"
        bo.git("clone", "-q", server.url(), copy)
        assert list(copy.glob("boards/*/board.json"))


def wrong_password(base):
    """What the server refused is forgotten, and nobody is asked."""
    authority = Authority(base)
    with HttpsGit(base, authority) as server:
        server.repository()
        ana = knows(Person("Ana", base), authority)
        remembers(ana, server, "wrong")
        ana.cli("init")
        ana.cli("remote", server.url())
        said = ana.refused(1, "sync")
        assert "asks for a name and a password" in said, said
        assert (ana.home / "credentials").read_text() == ""
        said = ana.refused(2, "remote", "https://ana:secret@localhost/x")
        assert "Leave the password out" in said, said
        assert ana.json("status")["remote"] == server.url()


def refused(base):
    authority = Authority(base)
    with HttpsGit(base, authority) as server:
        ana = knows(Person("Ana", base), authority)
        remembers(ana, server)
        ana.cli("init")
        ana.cli("remote", server.url("nowhere.git"))
        said = ana.refused(1, "sync")
        assert "no such repository" in said, said
        repository = server.repository()
        ana.cli("remote", server.url(part="moved"))
        said = ana.refused(1, "sync")
        assert "sends us on to another address" in said, said
        ana.cli("remote", server.url(part="trouble"))
        said = ana.refused(1, "sync")
        assert "trouble of its own" in said, said
        hook(repository, "update",
             "echo 'Branch main is protected.' >&2; exit 1\n")
        ana.cli("remote", server.url())
        said = ana.refused(1, "sync")
        assert "Branch main is protected." in said, said
        assert ana.json("status")["to_share"] == 1
    said = ana.refused(1, "sync")
    assert "does not take connections now" in said, said


def nobody_else(base):
    """An authority that nobody knows, and a certificate of another name."""
    authority = Authority(base)
    with HttpsGit(base, authority, "other", "example.org") as other:
        other.repository()
        ana = Person("Ana", base)
        ana.cli("init")
        ana.cli("remote", other.url())
        said = ana.refused(1, "sync")
        assert "for another name" in said or "vouches" in said, said
        knows(ana, authority)
        remembers(ana, other)
        said = ana.refused(1, "sync")
        assert "is for another name" in said, said
    with HttpsGit(base, authority) as server:
        server.repository()
        ana.git("config", "--global", "--unset", "http.sslCAInfo")
        ana.cli("remote", server.url())
        said = ana.refused(1, "sync")
        assert "vouches for the certificate" in said, said


def stalled(base):
    """A server that says nothing, before TLS and after it."""
    authority = Authority(base)
    ana = knows(Person("Ana", base), authority)
    ana.git("config", "--global", "elsewhen.timeout", "1")
    ana.cli("init")
    for cert in (None, authority.vouch()):
        with Stalled(cert) as server:
            ana.cli("remote", f"https://localhost:{server.port}/team.git")
            said = ana.refused(1, "sync")
            assert "does not answer" in said, said
            assert server.reached.is_set()


if __name__ == "__main__":
    run(there_and_back, wrong_password, refused, nobody_else, stalled)

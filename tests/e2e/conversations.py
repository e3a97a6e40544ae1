"""The outline loop, and coming back: nobody is ever online with anybody.

Each person has a home, a workspace and the command line; between them lies one
bare repository, which must never learn what is private."""

import subprocess
from datetime import date, timedelta

from people import Person, bare_remote, run


def team(base, *names):
    people = [Person(name, base) for name in names]
    remote = bare_remote(base)
    first = people[0]
    first.cli("init", "--name", "Harbour Team")
    first.cli("remote", remote)
    first.cli("sync")
    for person in people[1:]:
        person.cli("clone", remote)
    return remote, *people


def parts(person):
    """The inbox: part → list of (what, board's title, person)."""
    found = {}
    for item in person.json("inbox"):
        found.setdefault(item["part"], []).append(
            (item["what"], item["title"], item["person"]))
    return found


def outline_loop(base):
    remote, ana, bo = team(base, "Ana", "Bo")
    board = ana.cli("new-board", "Outline")
    intro = ana.cli("add", board, "note", "text=Why boards wait")
    body = ana.cli("add", board, "note", "text=How they wait", "pos=300,0")
    due = date.today() + timedelta(days=7)
    ask = ana.cli("ask", board, intro, "--kind", "review", "--who",
                  "bo@example.org", "--due", due.isoformat(),
                  "Does this open well?")
    ana.cli("sync")
    assert parts(ana) == {
        "on-others": [("ask", "Outline", "bo@example.org")]}, parts(ana)

    # Bo, offline, finds what waits, edits and answers.
    bo.cli("sync")
    waits = [it for it in bo.json("inbox") if it["part"] == "on-me"]
    assert [(it["kind"], it["thread"], it["text"]) for it in waits] == [
        ("review", ask, "Does this open well?")], waits
    assert not waits[0]["overdue"]
    bo.cli("set", board, body, "text=How they wait, and for whom")
    bo.cli("reply", board, ask, "Yes. I would begin with the harbour.")
    question = bo.cli("comment", board, body, "Who reads this?")
    assert parts(bo).get("on-me") is None, parts(bo)

    # Meanwhile Ana works on; both share.
    ana.cli("set", board, intro, "text=Why boards wait for tides")
    seen = ana.json("log", board)[0]["rev"]
    ana.cli("sync")
    bo.cli("sync")
    ana.cli("sync")

    # Ana sees what waits and what is new.
    inbox = parts(ana)
    assert "on-others" not in inbox, inbox
    assert ("replies", "Outline", "Bo") in inbox["updates"], inbox
    assert ("board", "Outline", "Bo") in inbox["updates"], inbox
    news = {it["id"]: (it["what"], it["who"])
            for it in ana.json("since", board, seen)}
    assert news == {body: ("edited", "Bo"), ask: ("said", "Bo"),
                    question: ("said", "Bo")}, news
    ana.cli("reply", board, question, "Everyone who ever waited.")
    ana.cli("resolve", board, ask)
    ana.cli("sync")

    # The go-ahead, and the history tells the story.
    bo.cli("sync")
    threads = {it["id"]: it for it in bo.json("threads", board)}
    assert threads[ask]["resolved"]
    assert threads[ask]["asks"][0]["state"] == "answered"
    assert [m["author"] for m in threads[ask]["messages"]] == ["Ana", "Bo"]
    assert {it["author"] for it in bo.json("log", board)} == {"Ana", "Bo"}
    assert ana.objects(board) == bo.objects(board)
    assert ana.json("check") == [] and bo.json("check") == []


def back_from_holiday(base):
    """Three boards, many changes, by several people."""
    remote, ana, bo, cleo = team(base, "Ana", "Bo", "Cleo")
    boards = [ana.cli("new-board", f"Board {n}") for n in range(3)]
    notes = [ana.cli("add", b, "note", "text=Plan") for b in boards]
    ana.cli("sync")
    for person in (bo, cleo):
        person.cli("sync")
        for board, note in zip(boards, notes):
            for n in range(4):
                person.cli("add", board, "note", f"text={person.name} {n}")
            person.cli("comment", board, note, f"Seen, says {person.name}")
        person.cli("sync")
    cleo.cli("ask", boards[1], notes[1], "--who", "ana@example.org",
             "Shall we?")
    cleo.cli("sync")

    before = ana.json("log", boards[0])[0]["rev"]
    ana.cli("sync")
    inbox = parts(ana)
    assert inbox["on-me"] == [("ask", "Board 1", "Cleo")], inbox
    assert sorted(title for what, title, _ in inbox["updates"]
                  if what == "board") == ["Board 0", "Board 1", "Board 2"]
    news = ana.json("since", boards[0], before)
    assert len(news) == 10, news
    # Person by person.
    assert [it["who"] for it in news] == ["Bo"] * 5 + ["Cleo"] * 5, news


def two_at_once(base):
    """Replies, and a thread settled and answered, at the same time."""
    remote, ana, bo = team(base, "Ana", "Bo")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=Reviews wait")
    thread = ana.cli("comment", board, note, "How long?")
    ana.cli("sync")
    bo.cli("sync")
    ana.cli("reply", board, thread, "A week.")
    ana.cli("resolve", board, thread)
    bo.cli("reply", board, thread, "Two days.")
    bo.cli("remove", board, note)
    for person in (ana, bo, ana):
        person.cli("sync")
    for person in (ana, bo):
        shown, = person.json("threads", board)
        texts = [m["text"] for m in shown["messages"]]
        assert texts[0] == "How long?", texts
        assert sorted(texts[1:]) == ["A week.", "Two days."], texts
        assert shown["orphan"], shown
    assert ana.json("threads", board)[0]["messages"] == \
        bo.json("threads", board)[0]["messages"]


def restoring(base):
    """An old version comes back as a new one; what was said stays said."""
    ana = Person("Ana", base)
    ana.cli("init")
    board = ana.cli("new-board", "Plan")
    note = ana.cli("add", board, "note", "text=First")
    other = ana.cli("add", board, "note", "text=Other")
    thread = ana.cli("comment", board, note, "Why?")
    old = ana.json("log", board)[0]["rev"]
    ana.cli("reply", board, thread, "Because.")
    ana.cli("set", board, other, "text=Changed")
    ana.cli("remove", board, note)
    assert ana.json("threads", board)[0]["orphan"]

    ana.cli("restore", board, old, note)
    assert ana.objects(board)[note]["text"] == "First"
    assert ana.objects(board)[other]["text"] == "Changed"
    shown, = ana.json("threads", board)
    assert shown["about"] == note and not shown["orphan"], shown

    ana.cli("restore", board, old)
    assert ana.objects(board)[other]["text"] == "Other"
    shown, = ana.json("threads", board)
    assert [m["text"] for m in shown["messages"]] == ["Why?", "Because."]
    assert len(ana.json("log", board)) >= 7
    ana.refused(1, "restore", board, old, "no-such-object")
    ana.refused(1, "restore", board, "0" * 40)


SCRIPT = "<script>alert(1)</script> & <b>bold</b> [x](javascript:x) \u202e"


def bad_input(base):
    remote, ana, bo = team(base, "Ana", "Bo")
    board = ana.cli("new-board", SCRIPT)
    note = ana.cli("add", board, "note", f"text={SCRIPT}")
    thread = ana.cli("ask", board, note, "--who", "<b>@x", f"{SCRIPT} @Nobody")
    ana.cli("sync")
    bo.cli("sync")
    shown, = bo.json("threads", board)
    assert shown["messages"][0]["text"] == f"{SCRIPT} @Nobody"
    assert shown["asks"][0]["who"] == "<b>@x"
    assert parts(bo).get("on-me") is None
    assert SCRIPT.replace("\u202e", "")[:20] in ana.cli("inbox")

    ana.refused(2, "ask", board, note, "--who", "bo", "No address")
    ana.refused(2, "ask", board, note, "Nobody")
    ana.refused(2, "ask", board, note, "--who", "b@x", "--kind", "order", "Do")
    ana.refused(2, "ask", board, note, "--who", "b@x", "--due", "soon", "Do")
    ana.refused(1, "ask", board, "no-such", "--who", "b@x", "What?")
    ana.cli("remove", board, thread)
    ana.refused(1, "reply", board, thread, "To nobody")
    ana.refused(1, "resolve", board, thread)


def what_a_board_is_for(base):
    """Stated by one, changed by two at once."""
    remote, ana, bo = team(base, "Ana", "Bo")
    board = ana.cli("new-board", "Harbours")
    assert ana.cli("intent", board) == ""
    ana.cli("intent", board, "purpose=Choose a harbour", "due=2026-12-03",
            "reviewers=carla@example.org")
    assert "(nobody yet)" in ana.cli("intent", board)
    ana.cli("sync")
    bo.cli("sync")
    ana.cli("intent", board, "wanted=Your objections",
            "reviewers=bo@example.org,carla@example.org")
    bo.cli("intent", board, "dri=bo@example.org", "due=2026-12-04T14:30",
           "reviewers=carla@example.org,dora@example.org")
    for person in (ana, bo, ana):
        person.cli("sync")
    for person in (ana, bo):
        said = person.json("intent", board)
        assert (said["purpose"], said["dri"], said["wanted"]) == (
            "Choose a harbour", "bo@example.org", "Your objections"), said
        assert said["reviewers"] == [f"{name}@example.org" for name in
                                     ("bo", "carla", "dora")], said
        listed, = person.json("boards")
        assert listed["due"] == said["due"] > 0, listed
    assert "none of purpose=" in bo.refused(2, "intent", board, "owner=Bo")
    assert "is no date" in bo.refused(2, "intent", board, "due=soon")
    # The same word rewritten twice: one shows, the other is kept.
    ana.cli("intent", board, "purpose=Choose a quay")
    bo.cli("intent", board, "purpose=Choose a port")
    for person in (ana, bo, ana):
        person.cli("sync")
    clash, = ana.json("resolve", board)
    assert clash["id"] == "board" and clash["member"] == "purpose", clash
    assert {clash["shown"], clash["other"]} == {
        "Choose a quay", "Choose a port"}, clash
    ana.cli("resolve", board, "board", "take")
    assert ana.json("intent", board)["purpose"] == clash["other"]
    assert ana.json("resolve", board) == []
    bo.cli("intent", board, "due=", "dri=")
    assert bo.json("intent", board)["due"] == 0


def a_profile_travels(base):
    """Told by one while another was faster, and on two computers at once."""
    remote, ana, bo = team(base, "Ana", "Bo")
    board = ana.cli("new-board", "Retro")
    ana.cli("sync")
    bo.cli("sync")
    ana.cli("profile", "zone=Asia/Tokyo", "work=Ask me early.")
    ana.cli("add", board, "note", "text=Of Ana")
    bo.cli("profile", "hours=08:00-12:00", "days=mon,tue")
    bo.cli("sync")
    for person in (ana, bo):
        person.cli("sync")
    for person in (ana, bo):
        told = {it["name"]: it for it in person.json("people")}
        assert told["Ana"]["zone"] == "Asia/Tokyo", told
        assert told["Bo"]["hours"] == "08:00-12:00", told
        assert person.objects(board)
    assert "none of name=" in bo.refused(2, "profile", "nick=Bobo")


def a_note_mentions(base):
    """Like a comment, on a board one knows and on one that is new."""
    remote, ana, bo = team(base, "Ana", "Bo")
    board = ana.cli("new-board", "Retro")
    note = ana.cli("add", board, "note", "text=Reviews wait")
    ana.cli("profile", "name=Ana")
    ana.cli("sync")
    bo.cli("sync")
    bo.cli("set", board, note, "text=Reviews wait for @Ana")
    second = bo.cli("new-board", "Plan")
    bo.cli("add", second, "note", "text=@ana@example.org decides")
    bo.cli("sync")
    assert "on-me" not in parts(bo), parts(bo)
    ana.cli("sync")
    waits = [it for it in ana.json("inbox") if it["part"] == "on-me"]
    assert {(it["what"], it["title"], it["person"], it["text"])
            for it in waits} == {
        ("mention", "Retro", "Bo", "Reviews wait for @Ana"),
        ("mention", "Plan", "Bo", "@ana@example.org decides")}, waits
    assert note in [it["thread"] for it in waits], waits


def private_stays_private(base):
    """Every object and reference that a push leaves behind."""
    remote, ana, bo = team(base, "Ana", "Bo")
    board = ana.cli("new-board", "Retro")
    ana.cli("add", board, "note", "text=For everyone")
    ana.cli("sync")
    bo.cli("sync")
    bo.cli("inbox")
    private = bo.workspace / "elsewhen" / "private.json"
    assert "seen" in private.read_text()
    bo.cli("add", board, "note", "text=From Bo")
    bo.cli("sync")
    names = bo.git("--git-dir", remote, "for-each-ref",
                   "--format=%(refname)").split()
    assert names == ["refs/heads/main"], names
    objects = subprocess.run(
        ["git", "--git-dir", remote, "cat-file", "--batch",
         "--batch-all-objects"], capture_output=True, check=True).stdout
    assert b"From Bo" in objects
    for word in (b"private", b"seen", b"drafts", b"snoozed", b"unfollowed"):
        assert word not in objects, word


run(outline_loop, back_from_holiday, two_at_once, restoring, bad_input,
    what_a_board_is_for, a_profile_travels,
    a_note_mentions, private_stays_private)

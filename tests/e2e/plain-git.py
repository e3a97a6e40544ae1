"""Plain git on a workspace: git merge, rebase and pull, once set up, give byte
for byte what the program gives."""

import os
import subprocess

from people import CLI, Person, bare_remote, run

EARLY, LATE = "1700000000", "1700009999"


class Team:
    """Ana has published; Bo has not, and also works with plain git."""

    def __init__(self, base):
        self.base = base
        self.ana, self.bo = Person("Ana", base), Person("Bo", base)
        self.remote = bare_remote(base)
        self.ana.cli("init", "--name", "Harbour Team")
        self.board = self.ana.cli("new-board", "Retro")
        self.notes = [self.ana.cli("add", self.board, "note",
                                   f"text=Note {i} says it all")
                      for i in range(6)]
        self.ana.cli("remote", self.remote)
        self.ana.cli("sync")
        self.bo.cli("clone", self.remote)

    def at(self, person, when):
        person.env["GIT_AUTHOR_DATE"] = f"@{when} +0000"

    def set(self, person, note, *fields):
        person.cli("set", self.board, self.notes[note], *fields)

    def clone(self):
        """Bo's unpublished work in a checkout that git is set up for."""
        clone = os.path.join(self.base, "clone")
        self.bo.git("clone", "-q", self.bo.workspace, clone)
        said = subprocess.run([CLI, "setup-git", clone], env=self.bo.env,
                              capture_output=True, text=True, check=True)
        assert clone in said.stdout, said.stdout
        self.bo.git("remote", "add", "team", self.remote, cwd=clone)
        self.bo.git("fetch", "-q", "team", cwd=clone)
        return clone

    def tree(self, where, rev="HEAD"):
        return self.bo.git("rev-parse", f"{rev}^{{tree}}", cwd=where)

    def check(self, *commands):
        """Each way gives what the program's own sync gives."""
        clone = self.clone()
        start = self.bo.git("rev-parse", "HEAD", cwd=clone).strip()
        trees = {}
        for command in commands:
            self.bo.git("reset", "-q", "--hard", start, cwd=clone)
            self.bo.git(*command, cwd=clone)
            assert self.bo.git("status", "--porcelain", cwd=clone) == ""
            trees[command] = self.tree(clone)
        self.bo.cli("sync")
        expected = self.tree(self.bo.workspace, "main")
        for command, tree in trees.items():
            assert tree == expected, (
                command, self.bo.git("diff", tree.strip(), expected.strip(),
                                     cwd=self._with_both(clone)))
        assert self.bo.json("check") == []
        return self.bo.objects(self.board)

    def _with_both(self, clone):
        self.bo.git("fetch", "-q", self.bo.workspace, "main", cwd=clone)
        return clone


WAYS = [("merge", "-q", "--no-edit", "team/main"),
        ("rebase", "-q", "team/main"),
        ("pull", "-q", "--no-rebase", "--no-edit", "team", "main"),
        ("pull", "-q", "--rebase", "team", "main")]


def everything_at_once(base):
    team = Team(base)
    ana, bo = team.ana, team.bo
    for person, when in ((ana, EARLY), (bo, LATE)):
        team.at(person, when)
    team.set(ana, 0, "text=Note 0 says nearly it all", "color=green")
    team.set(bo, 0, "text=Note 0 says it all now", "color=blue")
    team.set(ana, 1, "text=Note 1 says nothing at all")
    team.set(bo, 1, "text=Note 1 says something at all")
    team.set(ana, 2, "pos=10,20")
    bo.cli("remove", team.board, team.notes[2], team.notes[3])
    ana.cli("remove", team.board, team.notes[4])
    team.set(bo, 4, "text=Still wanted")
    ana.cli("comment", team.board, team.notes[5], "Ana's word")
    ana.cli("add", team.board, "note", "text=Ana's own")
    bo.cli("add", team.board, "note", "text=Bo's own")
    ana.cli("commit")
    ana.cli("sync")
    bo.cli("commit")
    now = team.check(*WAYS)

    first, second = (now[team.notes[i]] for i in (0, 1))
    assert first["text"] == "Note 0 says nearly it all now", first
    assert first["color"] == "blue", first
    assert second["text"] == "Note 1 says something at all", second
    assert [it["text"] for it in second["clash"].values()] == [
        "Note 1 says nothing at all"], second
    assert now[team.notes[2]]["pos"] != [0, 0]
    assert team.notes[3] not in now
    assert now[team.notes[4]]["text"] == "Still wanted"
    words = {it.get("text") for it in now.values()}
    assert {"Ana's own", "Bo's own"} <= words, words


def the_later_edit(base):
    """Whoever's change is later, not whoever comes second."""
    team = Team(base)
    for person, when, color in ((team.ana, LATE, "green"),
                                (team.bo, EARLY, "blue")):
        team.at(person, when)
        team.set(person, 0, f"color={color}")
        team.set(person, 1, f"text=Note 1 says {color} at all")
        person.cli("commit")
    team.ana.cli("sync")
    now = team.check(*WAYS)
    assert now[team.notes[0]]["color"] == "green"
    assert now[team.notes[1]]["text"] == "Note 1 says green at all"


def each_member_has_its_time(base):
    """Ana moved it first and coloured it last; Bo did both in between."""
    team = Team(base)
    team.at(team.ana, EARLY)
    team.set(team.ana, 0, "pos=1,1")
    team.ana.cli("commit")
    team.at(team.bo, "1700005000")
    team.set(team.bo, 0, "pos=2,2", "color=blue")
    team.bo.cli("commit")
    team.at(team.ana, LATE)
    team.set(team.ana, 0, "color=green")
    team.ana.cli("commit")
    team.ana.cli("sync")
    now = team.check(*WAYS)
    assert now[team.notes[0]]["pos"] == [128, 128], now[team.notes[0]]
    assert now[team.notes[0]]["color"] == "green"


def many_commits(base):
    """One text, committed again and again: rebased, one clash is left too."""
    team = Team(base)
    team.at(team.ana, LATE)
    team.set(team.ana, 0, "text=Note 0 says Ana's words")
    team.ana.cli("sync")
    for i, words in enumerate(("first", "second", "third and last")):
        team.at(team.bo, str(1700000000 + i))
        team.set(team.bo, 0, f"text=Note 0 says {words}")
        team.bo.cli("commit")
    now = team.check(*WAYS)[team.notes[0]]
    assert now["text"] == "Note 0 says Ana's words", now
    assert [it["text"] for it in now["clash"].values()] == [
        "Note 0 says third and last"], now


def the_other_files(base):
    """board.json by meaning; the workspace's file and profiles too."""
    team = Team(base)
    for person, when in ((team.ana, EARLY), (team.bo, LATE)):
        team.at(person, when)
        clone = os.path.join(base, f"{person.name}-clone")
        person.git("clone", "-q", person.workspace, clone)
        member = os.path.join(clone, "members")
        os.mkdir(member)
        with open(os.path.join(member, "0198.json"), "w") as file:
            file.write('{"name":"' + person.name + '"}\n')
        path = os.path.join(clone, "elsewhen.json")
        text = open(path).read()
        with open(path, "w") as file:
            file.write(text.replace("Harbour", f"Harbour of {person.name}"))
        path = os.path.join(clone, "boards", team.board, "board.json")
        text = open(path).read()
        with open(path, "w") as file:
            file.write(text.replace(
                "Retro", "Good Retro" if person is team.ana else "Retro 7"))
        person.git("add", "-A", cwd=clone)
        person.git("commit", "-q", "-m", "By hand", cwd=clone)
        person.git("push", "-q", "origin", "main", cwd=clone)
    team.ana.cli("sync")
    team.check(*WAYS)
    titles = [it["title"] for it in team.bo.json("boards")]
    assert titles == ["Good Retro 7"], titles
    assert "Harbour of Bo" in team.bo.git(
        "show", "main:elsewhen.json", cwd=team.bo.workspace)


def damage_is_a_conflict(base):
    """What cannot be read is left to people, as git always does."""
    team = Team(base)
    clone = os.path.join(base, "damaged")
    team.ana.git("clone", "-q", team.ana.workspace, clone)
    grep = team.ana.git("grep", "-l", team.notes[0], "--", "*/objects/*.json",
                        cwd=clone)
    path = os.path.join(clone, grep.strip())
    text = open(path).read()
    with open(path, "w") as file:
        file.write(text.replace('"text":"Note 0', '"text":Note 0'))
    team.ana.git("commit", "-aqm", "Damage", cwd=clone)
    team.ana.git("push", "-q", "origin", "main", cwd=clone)
    team.ana.git("push", "-q", team.remote, "main", cwd=clone)
    team.set(team.bo, 0, "text=Note 0 is mine")
    team.set(team.bo, 1, "text=Note 1 is mine")
    team.bo.cli("commit")

    clone = team.clone()
    done = subprocess.run(["git", "merge", "team/main"], cwd=clone,
                          env=team.bo.env, capture_output=True, text=True)
    assert done.returncode == 1, done
    assert "CONFLICT" in done.stdout, done
    assert "objects/" in done.stderr and "line 2" in done.stderr, done.stderr
    status = team.bo.git("status", "--porcelain", cwd=clone)
    assert f"UU {grep.strip()}" in status, status
    merged = open(os.path.join(clone, grep.strip())).read()
    assert "<<<<<<<" in merged and "Note 0 is mine" in merged, merged
    # By hand, as any conflict; the other files were merged.
    with open(os.path.join(clone, grep.strip()), "w") as file:
        file.write(team.bo.git("show", f"HEAD:{grep.strip()}", cwd=clone))
    team.bo.git("add", "-A", cwd=clone)
    team.bo.git("commit", "-q", "--no-edit", cwd=clone)


def files_of_the_project(base):
    """A workspace in a project's repository: the project's own files are merged
    by lines, as ever, even when everything is sent to the driver."""
    ana = Person("Ana", base)
    repo = os.path.join(base, "project")
    os.mkdir(repo)
    ana.git("init", "-q", "-b", "main", cwd=repo)
    subprocess.run([CLI, "setup-git"], cwd=repo, env=ana.env, check=True,
                   capture_output=True)
    again = subprocess.run([CLI, "setup-git", repo], env=ana.env, check=True,
                           capture_output=True)
    assert again.returncode == 0
    info = open(os.path.join(repo, ".git/info/attributes")).read()
    assert len(info.splitlines()) == len(set(info.splitlines())), info
    attributes = ana.git("check-attr", "merge", "text", "--", "package.json",
                         "boards/x/board.json", "a/boards/x/objects/3f.json",
                         "members/x.json", "elsewhen.json", cwd=repo)
    assert "package.json: merge: unspecified" in attributes, attributes
    assert attributes.count("merge: elsewhen") == 4, attributes
    assert attributes.count("text: unset") == 4, attributes
    assert ana.git("config", "merge.renames", cwd=repo) == "false\n"

    def commit(lines):
        with open(os.path.join(repo, "package.json"), "w") as file:
            file.write("{\n" + ",\n".join(lines) + "\n}\n")
        ana.git("add", "-A", cwd=repo)
        ana.git("commit", "-q", "-m", "Change", cwd=repo)

    with open(os.path.join(repo, ".gitattributes"), "w") as file:
        file.write("*.json merge=elsewhen\n")
    base_lines = [f'"m{i}": {i}' for i in range(9)]
    commit(base_lines)
    ana.git("checkout", "-q", "-b", "other", cwd=repo)
    commit(['"m0": 100', *base_lines[1:]])
    ana.git("checkout", "-q", "main", cwd=repo)
    commit([*base_lines[:8], '"m8": 800'])
    ana.git("merge", "-q", "--no-edit", "other", cwd=repo)
    text = open(os.path.join(repo, "package.json")).read()
    assert '"m0": 100' in text and '"m8": 800' in text, text

    ana.git("checkout", "-q", "-b", "third", "main^^", cwd=repo)
    commit([*base_lines[:8], '"m8": 801'])
    done = subprocess.run(["git", "merge", "main"], cwd=repo, env=ana.env,
                          capture_output=True, text=True)
    assert done.returncode == 1 and "CONFLICT" in done.stdout, done
    assert "<<<<<<<" in open(os.path.join(repo, "package.json")).read()


def no_repository(base):
    ana = Person("Ana", base)
    nothing = os.path.join(base, "nothing")
    os.mkdir(nothing)
    done = subprocess.run([CLI, "setup-git", nothing], env=ana.env,
                          capture_output=True, text=True)
    assert done.returncode == 1 and "no git repository" in done.stderr, done


run(everything_at_once, the_later_edit, each_member_has_its_time, many_commits,
    the_other_files, damage_is_a_conflict, files_of_the_project, no_repository)

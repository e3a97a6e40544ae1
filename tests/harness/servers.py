"""Real git servers on loopback, each on a free port, gone with the test.

    with Sshd(base) as sshd, HttpsGit(base) as https: …

Every process is ended by its own id when the block is left, however it is left.
All of it works for root and for anybody else.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import ssl
import stat
import subprocess
import threading
import time
from pathlib import Path

PATIENCE = float(os.environ.get("ELSEWHEN_TEST_PATIENCE", "20"))
# What the environment of the test knows of other networks plays no part.
for name in [*os.environ]:
    if name == "GIT_SSL_CAINFO" or name.lower().endswith("_proxy"):
        del os.environ[name]

USER = pwd.getpwuid(os.getuid()).pw_name


def free_port():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return it.getsockname()[1]


def tool(name):
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    assert found, f"the program {name} is needed for this test"
    return found


def wait_for(condition, what, process=None):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if process and process.poll() is not None:
            raise AssertionError(f"{what}: ended with {process.returncode}")
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.02)


def answers(port):
    with contextlib.suppress(OSError), \
            socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def below(pid):
    """The ids of all processes that descend from one."""
    children = {}
    for stat_ in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            words = stat_.read_text().rpartition(")")[2].split()
            children.setdefault(int(words[1]), []).append(
                int(stat_.parent.name))
    found = []
    todo = [pid]
    while todo:
        new = children.get(todo.pop(), [])
        found += new
        todo += new
    return found


class Server:
    """One or more processes that end with the block."""

    def __init__(self, base, name):
        self.dir = Path(base) / name
        self.dir.mkdir()
        self.processes = []

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def run(self, *command, **more):
        with open(self.dir / "log", "ab") as log:
            process = subprocess.Popen(
                [str(it) for it in command], stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True, **more)
        self.processes.append(process)
        return process

    def stop(self):
        """With all their children: sshd gives each session a group of its
        own, and would leave it behind."""
        for process in reversed(self.processes):
            for pid in [process.pid, *below(process.pid)]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            process.wait()
        self.processes.clear()

    def log(self):
        return (self.dir / "log").read_text(errors="replace")


def keygen(path, kind="ed25519", passphrase=""):
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C",
                    "test", "-f", str(path)], check=True,
                   stdin=subprocess.DEVNULL)
    return path


class Sshd(Server):
    """sshd as this user, who logs in with the keys it was told. What the
    shell of the account starts with plays no part: home is another folder."""

    def __init__(self, base, name="sshd"):
        super().__init__(base, name)
        self.port = free_port()
        self.authorized = self.dir / "authorized_keys"
        self.authorized.touch(0o600)
        self.new_host_key()

    def new_host_key(self):
        """As after the server was set up anew; counts from the next start."""
        for old in self.dir.glob("host*"):
            old.unlink()
        self.host_key = keygen(self.dir / "host")

    def fingerprint(self):
        said = subprocess.run(["ssh-keygen", "-l", "-f", str(self.host_key)],
                              capture_output=True, text=True, check=True)
        return said.stdout.split()[1]

    def start(self):
        if os.getuid() == 0:
            os.makedirs("/run/sshd", 0o755, exist_ok=True)
        config = self.dir / "config"
        home = self.dir / "home"
        home.mkdir(exist_ok=True)
        config.write_text(f"""
Port {self.port}
ListenAddress 127.0.0.1
HostKey {self.host_key}
AuthorizedKeysFile {self.authorized}
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
PermitUserRC no
SetEnv HOME={home}
MaxStartups 100
""")
        process = self.run(tool("sshd"), "-D", "-e", "-f", config)
        wait_for(lambda: answers(self.port), "sshd listens", process)

    def admit(self, person, kind="ed25519", passphrase=""):
        """Makes a key for a person and lets it in."""
        key = keygen(person.home / ".ssh" / f"id_{kind}", kind, passphrase)
        with open(self.authorized, "a") as keys:
            keys.write(key.with_suffix(".pub").read_text())

    def trust(self, person):
        kind, key, *_ = self.host_key.with_suffix(".pub").read_text().split()
        with open(person.home / ".ssh" / "known_hosts", "a") as known:
            known.write(f"[127.0.0.1]:{self.port} {kind} {key}\n")

    def url(self, path, port=None):
        return f"ssh://{USER}@127.0.0.1:{port or self.port}{path}"


def ssh_home(person, sshd=None):
    """ssh reads the configuration of the account, not of $HOME; so the person
    gets an `ssh` of their own that reads theirs."""
    home = person.home / ".ssh"
    home.mkdir(mode=0o700)
    alias = f"""Host harbour
  HostName 127.0.0.1
  Port {sshd.port}
  User {USER}
""" if sshd else ""
    (home / "config").write_text(f"""{alias}Host *
  UserKnownHostsFile {home}/known_hosts
  GlobalKnownHostsFile /dev/null
  IdentityFile {home}/id_ed25519
  IdentityFile {home}/id_rsa
  IdentitiesOnly yes
  IdentityAgent none
""")
    bin_ = person.home / "bin"
    bin_.mkdir()
    wrapper = bin_ / "ssh"
    wrapper.write_text(f'#!/bin/sh\nexec {tool("ssh")} -F "{home}/config" '
                       '"$@"\n')
    wrapper.chmod(0o755)
    person.env["PATH"] = f"{bin_}:{person.env['PATH']}"
    run = person.home / "run"
    run.mkdir(mode=0o700)
    person.env["XDG_RUNTIME_DIR"] = str(run)
    person.env.pop("SSH_AUTH_SOCK", None)


class Authority:
    """One that vouches for the servers of a test."""

    def __init__(self, base):
        self.dir = Path(base) / "authority"
        self.dir.mkdir()
        self.cert = self.dir / "ca.pem"
        self._openssl("req", "-x509", "-newkey", "ed25519", "-nodes", "-days",
                      "2", "-subj", "/CN=Test authority", "-keyout",
                      self.dir / "ca.key", "-out", self.cert)

    def vouch(self, name="server", host="localhost"):
        """Returns the certificate and the key of a server called so."""
        key, cert = self.dir / f"{name}.key", self.dir / f"{name}.pem"
        request, more = self.dir / f"{name}.csr", self.dir / f"{name}.ext"
        more.write_text(f"subjectAltName=DNS:{host}\n")
        self._openssl("req", "-newkey", "ed25519", "-nodes", "-subj",
                      f"/CN={host}", "-keyout", key, "-out", request)
        self._openssl("x509", "-req", "-in", request, "-CA", self.cert,
                      "-CAkey", self.dir / "ca.key", "-CAcreateserial",
                      "-days", "2", "-extfile", more, "-out", cert)
        return cert, key

    @staticmethod
    def _openssl(*args):
        subprocess.run(["openssl", *map(str, args)], check=True,
                       capture_output=True)


class HttpsGit(Server):
    """nginx, TLS 1.3 only, before git's own http-backend.

    /open/ is for everybody to read, /git/ asks for ana's password "secret",
    /moved/ sends on to another host, /trouble/ answers 503."""

    def __init__(self, base, authority, name="https", host="localhost"):
        super().__init__(base, name)
        self.port = free_port()
        self.cert, self.key = authority.vouch(name, host)
        self.root = self.dir / "repos"
        self.root.mkdir()

    def repository(self, name="team.git"):
        path = self.root / name
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", path],
                       check=True)
        return path

    def url(self, name="team.git", part="git", port=None):
        return f"https://localhost:{port or self.port}/{part}/{name}"

    def start(self):
        gateway = self.dir / "gateway"
        self.run(tool("fcgiwrap"), "-c", "4", "-s", f"unix:{gateway}")
        word = subprocess.run(["openssl", "passwd", "-apr1", "secret"],
                              capture_output=True, text=True, check=True)
        (self.dir / "people").write_text(f"ana:{word.stdout}")
        config = self.dir / "nginx.conf"
        config.write_text(self._config(gateway))
        process = self.run(tool("nginx"), "-p", self.dir, "-e",
                           self.dir / "error.log", "-c", config)
        wait_for(lambda: gateway.exists() and answers(self.port),
                 "nginx listens", process)

    def _config(self, gateway):
        places = "\n".join(
            f"{what}_temp_path {self.dir}/tmp-{what};"
            for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        git = f"""
      fastcgi_pass unix:{gateway};
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME {git_backend()};
      fastcgi_param GIT_HTTP_EXPORT_ALL 1;
      fastcgi_param GIT_PROJECT_ROOT {self.root};
      fastcgi_param PATH_INFO /$1;
      fastcgi_param REMOTE_USER $remote_user;"""
        return f"""
{'user root;' if os.getuid() == 0 else ''}
daemon off;
worker_processes 1;
pid {self.dir}/pid;
events {{ worker_connections 256; }}
http {{
  access_log off;
  {places}
  client_max_body_size 0;
  server {{
    listen 127.0.0.1:{self.port} ssl;
    ssl_certificate {self.cert};
    ssl_certificate_key {self.key};
    ssl_protocols TLSv1.3;
    location ~ ^/open/(.*)$ {{ {git}
    }}
    location ~ ^/git/(.*)$ {{
      auth_basic "git";
      auth_basic_user_file {self.dir}/people; {git}
    }}
    location ~ ^/moved/(.*)$ {{
      return 301 https://127.0.0.1:{self.port}/git/$1?$args;
    }}
    location /trouble/ {{ return 503; }}
  }}
}}
"""


def git_backend():
    where = subprocess.run(["git", "--exec-path"], capture_output=True,
                           text=True, check=True).stdout.strip()
    return f"{where}/git-http-backend"


class Listener:
    """A server in a thread of the test: handle(connection) for each."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.open = []
        self.thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join()
        for it in list(self.open):
            _shut(it)

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.open.append(connection)
            threading.Thread(target=self.handle, args=(connection,),
                             daemon=True).start()


def _shut(it):
    with contextlib.suppress(OSError):
        it.shutdown(socket.SHUT_RDWR)
    it.close()


class Stalled(Listener):
    """Takes a connection and never says a word: before TLS, or, with a
    certificate, after it has read a request."""

    def __init__(self, cert=None):
        super().__init__()
        self.cert = cert
        self.reached = threading.Event()

    def handle(self, connection):
        if self.cert:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*map(str, self.cert))
            with contextlib.suppress(OSError):
                connection = context.wrap_socket(connection, server_side=True)
                self.open.append(connection)
                connection.recv(65536)
        self.reached.set()


class Proxy(Listener):
    """An HTTP proxy that makes tunnels, and notes to where."""

    def __init__(self):
        super().__init__()
        self.asked = []
        self.refuses = False

    def handle(self, client):
        head = b""
        while b"\r\n\r\n" not in head:
            more = client.recv(4096)
            if not more:
                return
            head += more
        verb, target, _ = head.split(b"\r\n")[0].decode().split()
        self.asked.append(target)
        if self.refuses or verb != "CONNECT":
            client.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")
            _shut(client)
            return
        host, port = target.rsplit(":", 1)
        server = socket.create_connection((host, int(port)))
        self.open.append(server)
        client.sendall(b"HTTP/1.1 200 Here you are\r\n\r\n")
        for source, sink in ((client, server), (server, client)):
            threading.Thread(target=_pour, args=(source, sink),
                             daemon=True).start()


def _pour(source, sink):
    with contextlib.suppress(OSError):
        while data := source.recv(16384):
            sink.sendall(data)
    _shut(source)
    _shut(sink)


class Cut(Listener):
    """A wire to a port of this machine that breaks after so many bytes in one
    direction, "in" (to the client) or "out"; None: never. Counts what went
    through since it was set."""

    def __init__(self, port):
        super().__init__()
        self.target = port
        self.set(None, "in")

    def set(self, after, direction):
        self.after = after
        self.direction = direction
        self.passed = {"in": 0, "out": 0}

    def handle(self, client):
        try:
            server = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            _shut(client)
            return
        self.open.append(server)
        ways = [("out", client, server), ("in", server, client)]
        for way, source, sink in ways:
            threading.Thread(target=self._pump, args=(way, source, sink),
                             daemon=True).start()

    def _pump(self, way, source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(16384):
                is_last = False
                if self.after is not None and way == self.direction:
                    rest = max(self.after - self.passed[way], 0)
                    is_last = len(data) >= rest
                    data = data[:rest]
                self.passed[way] += len(data)
                sink.sendall(data)
                # The other end may have no more to say, and wait.
                if is_last:
                    break
        _shut(source)
        _shut(sink)


def hook(repository, name, script):
    path = Path(repository) / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)

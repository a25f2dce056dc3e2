#!/usr/bin/env python3
"""What no good editor sends to `parkline lsp`, and how long it takes to answer.

    python3 Tests/Editors/raw.py PROGRAM            bad input; exits with 1 where something is otherwise
    python3 Tests/Editors/raw.py PROGRAM times      milliseconds, as in Docs/Benchmarks.md
"""

import json
import statistics
import subprocess
import sys
import time


def framed(message, length=None):
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % (len(body) if length is None else length) + body


class Server:
    """The program, with its standard input and output."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        self.last = 0

    def send(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def ask(self, method, params=None):
        self.last += 1
        self.send(framed({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params}))
        return self.last

    def tell(self, method, params=None):
        self.send(framed({"jsonrpc": "2.0", "method": method, "params": params}))

    def read(self):
        headers = b""
        while not headers.endswith(b"\r\n\r\n"):
            byte = self.process.stdout.read(1)
            if not byte:
                raise EOFError(self.process.stderr.read().decode())
            headers += byte
        name, _, length = headers.strip().partition(b": ")
        assert name == b"Content-Length", headers
        return json.loads(self.process.stdout.read(int(length)))

    def until(self, wanted):
        """The next message that is wanted."""
        while True:
            message = self.read()
            if wanted(message):
                return message

    def answer(self, method, params=None):
        number = self.ask(method, params)
        return self.until(lambda message: message.get("id") == number)

    def begin(self, **more):
        result = self.answer("initialize", {"capabilities": {}, **more})
        self.tell("initialized", {})
        return result

    def open(self, text, uri="file:///tmp/a.park"):
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "park", "version": 1, "text": text}})

    def change(self, changes, version, uri="file:///tmp/a.park"):
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version}, "contentChanges": changes})

    def told(self, version=None):
        message = self.until(lambda message: message.get("method") == "textDocument/publishDiagnostics"
                             and version in (None, message["params"].get("version")))
        return message["params"]["diagnostics"]

    def end(self):
        """Ends it as editors do; what it reports, and that it said nothing beside the protocol."""
        self.answer("shutdown")
        self.tell("exit")
        rest, errors = self.process.communicate(timeout=20)
        assert rest == b"" and errors == b"", (rest, errors)
        return self.process.returncode

    def close(self):
        """Closes its input."""
        rest, errors = self.process.communicate(timeout=20)
        assert errors == b"", errors
        return self.process.returncode, rest


def long_script(count, with_run=False):
    lines = ['scenario "Big" start=2020 end=2035', "use china", "city quzhou gdp=2125.20亿元/year",
             'park smart "衢州智慧产业园" city=quzhou area=4150ha',
             "phase p1 park=smart area=4150ha investment=5bn start=2020 complete=2021"]
    while len(lines) < count:
        number = len(lines)
        lines.append(f'firm firm-{number} "企业{number}" park=smart sector=digital arrives=2022 '
                     f"jobs={10 + number % 90}")
    return "\n".join(lines) + "\n"


def check(program):
    checks = 0

    def holds(claim, what):
        nonlocal checks
        checks += 1
        if not claim:
            raise AssertionError(what)

    # A message of a wrong length, too short and too long, no JSON, and an unknown method: each has an
    # error, and the next request its answer.
    good = {"jsonrpc": "2.0", "id": 100, "method": "textDocument/hover", "params": {}}
    unknown = {"jsonrpc": "2.0", "id": 101, "method": "no/such", "params": []}
    for bad in [framed(b'{"a":1}', length=3), framed(b'{"a":1}', length=20), framed(b"{nonsense}"),
                b"GET / HTTP/1.1\r\nHost: here\r\n\r\n", framed(b"[1,2]"), framed(b'"text"'),
                framed(b"\xff\xfe"), framed(b"[" * 5000), b"Content-Length: -5\r\n\r\n",
                b"Content-Length: 99999999999999999999999\r\n\r\n", b"x" * 30000]:
        server = Server(program)
        server.begin()
        server.send(bad + framed(good) + framed(unknown))
        first = server.until(lambda message: message.get("id") == 100)
        holds(first["error"]["code"] == -32602, (bad[:40], first))
        second = server.until(lambda message: message.get("id") == 101)
        holds(second["error"]["code"] == -32601, second)
        holds(server.end() == 0, "an orderly end")

    # Requests before `initialize` and after `shutdown`.
    server = Server(program)
    holds(server.answer("textDocument/hover", {})["error"]["code"] == -32002, "too early")
    server.begin()
    holds("error" in server.answer("initialize", {}), "a second initialize")
    holds(server.answer("shutdown")["result"] is None, "shutdown")
    holds(server.answer("textDocument/hover", {})["error"]["code"] == -32600, "too late")
    server.tell("exit")
    holds(server.close() == (0, b""), "exit behind shutdown")
    server = Server(program)
    server.begin()
    server.tell("exit")
    holds(server.close() == (1, b""), "exit without shutdown")

    # Half a message, and then nothing.
    for half in [b"", b"Content-Le", b"Content-Length: 100\r\n\r\n{\"jsonrpc\"", b"\r\n" * 10]:
        server = Server(program)
        server.send(half)
        holds(server.close() == (1, b""), half)

    # Messages that come byte by byte, and positions that are nowhere.
    server = Server(program)
    for byte in framed({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}):
        server.send(bytes([byte]))
    holds("capabilities" in server.read()["result"], "byte by byte")
    server.open("park a area=1ha\r\nprint 𝒳\n")
    for line, character in [(0, 99), (99, 0), (-1, -1), (1, 7), (2**40, 2**40)]:
        for method in ["completion", "hover", "definition", "prepareRename"]:
            answer = server.answer("textDocument/" + method, {
                "textDocument": {"uri": "file:///tmp/a.park"},
                "position": {"line": line, "character": character}})
            holds("result" in answer, answer)
    server.change([{"range": {"start": {"line": 9, "character": 9}, "end": {"line": 0, "character": 3}},
                    "text": "\u0000\ufeff"}, {"text": 5}, {}], 2)
    server.change("nonsense", 3)
    server.tell("textDocument/didClose", {"textDocument": {"uri": "file:///nowhere"}})
    server.tell("textDocument/didOpen", [1, 2])
    holds("error" in server.answer("textDocument/formatting", {"textDocument": {"uri": "x"}}), "x")
    holds(server.end() == 0, "an orderly end")

    # 100,000 lines, changed at once, with questions in between.
    server = Server(program)
    server.begin()
    text = long_script(100_000)
    server.open(text)
    server.change([{"range": {"start": {"line": 50_000, "character": 0},
                              "end": {"line": 50_000, "character": 4}}, "text": "frim"}], 2)
    answer = server.answer("textDocument/completion", {
        "textDocument": {"uri": "file:///tmp/a.park"}, "position": {"line": 99_990, "character": 3}})
    holds(answer["result"]["items"], "completion in a long script")
    found = server.until(lambda message: any(
        item["range"]["start"]["line"] == 50_000
        for item in message.get("params", {}).get("diagnostics", [])))
    first = found["params"]["diagnostics"][0]
    holds(first["code"] == "unknown-command" and "firm" in first["message"], first)
    holds(server.end() == 0, "an orderly end")
    print(f"{checks} passed, 0 failed")


def times(program):
    text = long_script(10_000)

    def report(name, values):
        values = sorted(values)
        print(f"{name}: median {statistics.median(values):.0f} ms, longest {values[-1]:.0f} ms")

    opened = []
    for _ in range(5):
        server = Server(program)
        server.begin()
        start = time.perf_counter()
        server.open(text)
        server.told(1)
        opened.append(1e3 * (time.perf_counter() - start))
        server.end()
    report("10,000 lines opened, first diagnostics", opened)
    for name, line in [("near the end", 9_990), ("in the middle", 5_000), ("near the beginning", 10)]:
        server = Server(program)
        server.begin()
        server.open(text)
        server.told(1)
        took, wrong = [], []
        for version in range(2, 32):
            # `jobs` becomes `jabs`, and back.
            letter = "a" if version % 2 == 0 else "o"
            column = text.split("\n")[line].index("jobs=") + 1
            start = time.perf_counter()
            server.change([{"range": {
                "start": {"line": line, "character": column},
                "end": {"line": line, "character": column + 1}}, "text": letter}], version)
            found = [item for item in server.told(version) if item["severity"] == 1]
            took.append(1e3 * (time.perf_counter() - start))
            if (letter == "a") != any(item["range"]["start"]["line"] == line for item in found):
                wrong.append(version)
            time.sleep(0.02)
        report(f"10,000 lines, a letter {name}, its diagnostics", took)
        if wrong:
            print(f"  not yet right the first time: {len(wrong)} of 30")
        server.end()


if __name__ == "__main__":
    (times if sys.argv[2:] == ["times"] else check)(sys.argv[1])

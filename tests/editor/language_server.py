"""The YAML language server that editors run, spoken to over its standard streams."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
_SECONDS = 20
"""What the server may take for one answer before the test fails; it takes a hundredth."""

Message = dict[str, Any]


class LanguageServer:
    """A running server with one folder open, as an editor has it."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", folder: Path, settings: Mapping[str, object]
    ) -> None:
        """Keep the settings of the workspace, which the server asks for by section."""
        assert process.stdin is not None
        assert process.stdout is not None
        self._to, self._from = process.stdin, process.stdout
        self._folder, self._settings = folder, settings
        self._came: queue.Queue[Message] = queue.Queue()
        self._asked = self._seen = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def start(self) -> None:
        """Greet the server and wait until it has its settings."""
        folder = self._folder
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": folder.name}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {"publishDiagnostics": {}, "completion": {}, "hover": {}},
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=None)
        # Only after its first answer does it know its settings.
        self.problems({"first": ("first", "")})

    def problems(self, texts: Mapping[str, tuple[str, str]]) -> dict[str, list[Message]]:
        """Return what the editor would mark in texts, each a new file of a folder of its own."""
        waiting = {self._opened(folder, text): name for name, (folder, text) in texts.items()}
        marked: dict[str, list[Message]] = {}
        while waiting:
            came = self._next()
            if came.get("method") == "textDocument/publishDiagnostics":
                name = waiting.pop(came["params"]["uri"], None)
                marked |= {name: came["params"]["diagnostics"]} if name is not None else {}
        return marked

    def offers(self, folder: str, text: str) -> dict[str, Message]:
        """Return what is offered where ``|`` stands in a new file of a folder, by label."""
        answer = self._at("textDocument/completion", folder, text)
        return {one["label"]: one for one in answer["items"]}

    def says_of(self, folder: str, text: str) -> str:
        """Return what is shown of the word at ``|`` in a new file of a folder."""
        return str(self._at("textDocument/hover", folder, text)["contents"]["value"])

    def _at(self, method: str, folder: str, text: str) -> Any:
        before, _, after = text.partition("|")
        file = self._opened(folder, before + after)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self.ask(method, textDocument={"uri": file}, position=place)

    def _opened(self, folder: str, text: str) -> str:
        """Show the server a text as a file that it has not seen, and return its address."""
        self._seen += 1
        address = (self._folder / folder / f"unsaved-{self._seen}.yaml").as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return address

    def ask(self, method: str, **parameters: object) -> Any:
        """Return the answer to a request."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while True:
            came = self._next()
            if came.get("id") == self._asked and "method" not in came:
                assert "error" not in came, came["error"]
                return came["result"]

    def _tell(self, method: str, **parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def _next(self) -> Message:
        return self._came.get(timeout=_SECONDS)

    def _listen(self) -> None:
        """Take what the server says; what it asks is answered at once."""
        for message in _messages(self._from):
            if message.get("method") == "workspace/configuration":
                sections = [one.get("section", "") for one in message["params"]["items"]]
                result: object = [self._section(one) for one in sections]
                self._send({"id": message["id"], "result": result})
            elif "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            else:
                self._came.put(message)

    def _section(self, name: str) -> dict[str, object]:
        return {
            key.removeprefix(f"{name}."): value
            for key, value in self._settings.items()
            if key.startswith(f"{name}.")
        }


def _messages(stream: IO[bytes]) -> Iterator[Message]:
    while header := stream.readline():
        length = int(header.partition(b":")[2])
        while stream.readline().strip():
            pass
        yield json.loads(stream.read(length))


@contextmanager
def language_server(folder: Path, settings: Mapping[str, object]) -> Iterator[LanguageServer]:
    """Run the server on a folder with the settings of its workspace; nothing is fetched."""
    pipe = subprocess.PIPE
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        try:
            server = LanguageServer(process, folder, {"yaml.schemaStore.enable": False, **settings})
            server.start()
            yield server
        finally:
            process.kill()

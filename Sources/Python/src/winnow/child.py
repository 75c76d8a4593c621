"""The one place that runs winnow: documents go in as lines of JSON, answers come out in order.

Everything happens in the thread of whoever asks for the next answer. A document is taken from its
iterator only when the child has room for it, so what waits is bounded by the two pipes; what that
iterator raises passes through like any other exception; and there is no second thread to join.
"""

from __future__ import annotations

import hashlib
import json
import os
import selectors
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol, TypeVar

TRAILER = "winnow_end"
READ = 1 << 20
STDERR_KEPT = 4096

# What engines keep of an answer, beside the text.
KEPT = ("title", "language", "record", "error")


class WinnowError(RuntimeError):
    """winnow was not run to its end, or what it said can't be the answers to what was asked."""


class Document(Protocol):
    """What is cleaned: anything with a text and an id, the id being a string or a whole number."""

    @property
    def id(self) -> Any: ...

    @property
    def text(self) -> Any: ...


D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True)
class Answer:
    """What winnow says of one document: a record, or why there is none."""

    line: str
    """The line of JSON as winnow wrote it."""
    fields: dict[str, Any]
    """The same, read."""

    @property
    def record(self) -> str | None:
        """The line where it is a record: what `winnow restore` and `winnow import` take."""
        return None if self.error else self.line

    @property
    def error(self) -> str | None:
        """Why there is no record, as `code: detail`."""
        error = self.fields.get("error")
        return f"{error['code']}: {error['detail']}" if error else None

    @property
    def text(self) -> str | None:
        """The cleaned text."""
        return self.fields.get("text")

    @property
    def title(self) -> str | None:
        """The headline, where there is one."""
        return self.fields.get("title")

    @property
    def language(self) -> str | None:
        """The language (BCP 47), where the text is long enough to tell."""
        return self.fields.get("language")


def clean(
    documents: Iterable[D],
    *,
    command: Sequence[str] | None = None,
    options: Sequence[str] = (),
    on_error: str = "keep",
) -> Iterator[tuple[D, Answer]]:
    """Cleans documents with one child process, and yields each with its answer, in order.

    Each answer is checked to be the one to its document, and their number against winnow's own
    count; anything else than one answer to each document is a `WinnowError`. Without documents no
    process is started. Closing the generator ends the process.

    Args:
        documents: any number of them; they are read while answers are yielded.
        command: how to start winnow; `default_command()` if not given.
        options: added to it, such as `["--level", "thorough"]`.
        on_error: "keep" yields the answer to a document that winnow can't take (its text is None or
            not Unicode) with `error` set; "raise" makes it a `WinnowError`.
    """
    if on_error not in ("keep", "raise"):
        raise ValueError(f"on_error: wants 'keep' or 'raise', got {on_error!r}")
    return _clean(iter(documents), command, options, on_error == "raise")


def default_command() -> list[str]:
    """The worker of an archive that Spark unpacked as ./winnow, else a winnow on the PATH."""
    if os.path.isfile("winnow/winnow-clean"):
        return [os.path.abspath("winnow/winnow-clean")]
    for words in (["winnow-clean"], ["winnow", "clean"]):
        if path := shutil.which(words[0]):
            return [path, *words[1:]]
    raise WinnowError("no ./winnow/winnow-clean, and neither winnow-clean nor winnow on the PATH")


def _clean(
    documents: Iterator[D], command: Sequence[str] | None, options: Sequence[str], raises: bool
) -> Iterator[tuple[D, Answer]]:
    for first in documents:
        arguments = [*(command or default_command()), *options, "--jsonl", "--trailer"]
        with _start(arguments) as process:
            try:
                dialogue = _Dialogue(arguments[0], process)
                for document, answer in dialogue.run(chain((first,), documents)):
                    if raises and answer.error:
                        raise WinnowError(f"document {document.id!r}: {answer.error}")
                    yield document, answer
            except BaseException:
                # Leaving the block waits for the child, which may itself wait for us.
                process.kill()
                raise


def _start(arguments: list[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env={"PATH": os.environ.get("PATH", os.defpath)},
        )
    except OSError as error:
        raise WinnowError(f"{arguments[0]}: {error.strerror}") from error


class _Dialogue:
    """Feeds a child and reads its answers, whichever it is ready for."""

    def __init__(self, name: str, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin and process.stdout and process.stderr
        self._name = name
        self._process = process
        self._stdin, self._stdout, self._stderr = process.stdin, process.stdout, process.stderr
        self._sent: deque[Any] = deque()
        self._answered = 0
        self._unsent = memoryview(b"")
        self._unread = bytearray()
        self._complaints = b""
        self._errors = 0
        self._trailer: dict[str, int] | None = None

    def run(self, documents: Iterator[D]) -> Iterator[tuple[D, Answer]]:
        os.set_blocking(self._stdin.fileno(), False)
        with selectors.DefaultSelector() as selector:
            selector.register(self._stdin, selectors.EVENT_WRITE)
            selector.register(self._stdout, selectors.EVENT_READ)
            selector.register(self._stderr, selectors.EVENT_READ)

            while selector.get_map():
                for key, _ in selector.select():
                    if key.fileobj is self._stdin:
                        if not self._feed(documents):
                            selector.unregister(self._stdin)
                            self._stdin.close()
                        continue
                    chunk = os.read(key.fd, READ)
                    if not chunk:
                        selector.unregister(key.fileobj)
                        if key.fileobj is self._stdout:
                            # Who answers no more is asked no more.
                            documents, self._unsent = iter(()), memoryview(b"")
                    elif key.fileobj is self._stderr:
                        self._complaints = (self._complaints + chunk)[-STDERR_KEPT:]
                    else:
                        for line in self._lines(chunk):
                            if (pair := self._read(line)) is not None:
                                yield pair
        self._check_end()

    def _feed(self, documents: Iterator[Any]) -> bool:
        """Writes what the pipe takes; false once nothing is left to write, or nobody reads."""
        if not self._unsent:
            for document in documents:
                self._sent.append(document)
                self._unsent = memoryview(_line(document))
                break
            else:
                return False
        try:
            self._unsent = self._unsent[os.write(self._stdin.fileno(), self._unsent) :]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            return False
        return True

    def _lines(self, chunk: bytes) -> list[bytes]:
        """The lines that the chunk completes; what it begins is kept."""
        end = chunk.rfind(b"\n")
        if end < 0:
            self._unread += chunk
            return []
        lines = (bytes(self._unread) + chunk[:end]).split(b"\n")
        self._unread = bytearray(chunk[end + 1 :])
        return lines

    def _read(self, line: bytes) -> tuple[Any, Answer] | None:
        if self._trailer is not None:
            raise self._failure("wrote more after its closing line")
        number = self._answered + 1
        try:
            text = line.decode()
            fields = json.loads(text)
        except ValueError:
            raise self._failure(f"answer {number} is not a line of JSON") from None
        if isinstance(fields, dict) and TRAILER in fields:
            self._trailer = fields[TRAILER]
            return None
        if not self._sent:
            raise self._failure(f"gave more than the {self._answered} answers it was asked for")
        document = self._sent.popleft()
        if not _is_answer(fields, document):
            raise self._failure(f"answer {number} is not to document {document.id!r}")
        self._answered = number
        self._errors += "error" in fields
        return document, Answer(text, fields)

    def _check_end(self) -> None:
        status = self._process.wait()
        if status < 0:
            raise self._failure(f"was ended by signal {-status}")
        if status > 0:
            raise self._failure(f"ended with exit status {status}")
        if self._trailer is None:
            raise self._failure("ended before its closing line")
        if self._sent:
            raise self._failure(f"gave no answer to document {self._sent[0].id!r}")
        counts = {"in": self._answered, "out": self._answered, "errors": self._errors}
        if self._trailer != counts:
            raise self._failure(f"counted {self._trailer}, not {counts}")

    def _failure(self, what: str) -> WinnowError:
        """Who, what, after how many answers, and the end of what it said itself."""
        said = self._complaints.decode(errors="replace").strip()
        return WinnowError(
            f"{self._name}: {what}, after {self._answered} answers" + (f": {said}" if said else "")
        )


def _bytes(text: str) -> bytes:
    # Half a surrogate pair makes bytes that are not UTF-8, which winnow answers with an error.
    return text.encode("utf-8", "surrogatepass")


def _line(document: Document) -> bytes:
    # The id goes first, so that winnow knows it when it comes to a text that it can't take.
    fields = {"id": document.id, "text": document.text}
    return _bytes(json.dumps(fields, ensure_ascii=False)) + b"\n"


def _is_answer(fields: Any, document: Document) -> bool:
    """Whether a record was made of the very bytes of this text, or an error tells of this id."""
    if not isinstance(fields, dict):
        return False
    if "error" in fields:
        return fields.get("id") in (document.id, None)
    if not isinstance(document.text, str):
        return False
    digest = hashlib.sha256(_bytes(document.text)).hexdigest()
    return fields.get("id") == f"sha256:{digest}" and fields.get("meta") == {"id": document.id}

"""winnow in datatrove: a step of a pipeline, on any of its executors."""

from __future__ import annotations

from collections.abc import Sequence

from datatrove.data import DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.typeshelper import StatHints

from winnow import child


class WinnowCleaner(PipelineStep):
    """Cleans the text of each document; one child process a task.

    Every document goes on, its metadata kept, with `metadata["winnow"]`: `title`, `language`,
    `record` (the whole record as a line of JSON, for `winnow restore` and `winnow import`) and
    `error`. Where `error` is set (the text is None or not Unicode), the other three are None and
    the text is what it was; a `LambdaFilter(lambda doc: not doc.metadata["winnow"]["error"])` drops
    such documents.

    The statistics count `total`, `forwarded`, `cleaned`, `error`, the characters `removed` and, as
    other steps do, `doc_len`.

    Args:
        command, options, on_error: as for `winnow.clean`; "raise" fails the task at an error.
    """

    type = "✂️ - FORMAT"
    name = "🌾 winnow"

    def __init__(
        self,
        command: Sequence[str] | None = None,
        options: Sequence[str] = (),
        on_error: str = "keep",
    ) -> None:
        super().__init__()
        self.command = command
        self.options = options
        self.on_error = on_error

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        answers = child.clean(
            data, command=self.command, options=self.options, on_error=self.on_error
        )
        for doc, answer in answers:
            self.stat_update(StatHints.total, StatHints.forwarded)
            doc.metadata["winnow"] = {name: getattr(answer, name) for name in child.KEPT}
            if answer.text is None:
                self.stat_update("error")
            else:
                self.stat_update("cleaned")
                self.stat_update("removed", value=len(doc.text) - len(answer.text), unit="doc")
                doc.text = answer.text
                self.update_doc_stats(doc)
            yield doc

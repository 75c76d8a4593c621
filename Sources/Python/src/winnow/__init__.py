"""Runs the program winnow, which cleans scraped news articles, over many documents.

`winnow.clean` is for any Python; `winnow.spark` and `winnow.datatrove` put it into these engines.
"""

from winnow.child import Answer, Document, WinnowError, clean

__all__ = ["Answer", "Document", "WinnowError", "clean"]

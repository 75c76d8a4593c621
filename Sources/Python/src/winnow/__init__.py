"""Runs the program winnow, which cleans scraped news articles, over many documents."""

from winnow.child import Answer, Document, WinnowError, clean

__all__ = ["Answer", "Document", "WinnowError", "clean"]

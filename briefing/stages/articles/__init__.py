"""Stage `articles`: divide a page into its parts, and read who wrote it and when."""

from briefing.stages.articles.extraction import extract

__all__ = ["extract"]

"""What the file says: bytes in, documents out."""

from analyzer.read.records import Feeder, records
from analyzer.read.walk import ArticleFile, LeftOut, article_files, documents, earlier_report, left_out, read_file

__all__ = [
    "ArticleFile",
    "Feeder",
    "LeftOut",
    "article_files",
    "documents",
    "earlier_report",
    "left_out",
    "read_file",
    "records",
]

"""What the file says: bytes in, documents out."""

from analyzer.read.records import Feeder, records
from analyzer.read.walk import ArticleFile, article_files, documents, read_file

__all__ = ["ArticleFile", "Feeder", "article_files", "documents", "read_file", "records"]

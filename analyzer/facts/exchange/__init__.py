"""The table in other programs: workbooks, data packages, files saved from knowledge bases."""

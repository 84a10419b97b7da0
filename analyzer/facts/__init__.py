"""What is true: the editors' three CSV files."""

from analyzer.facts.folder import find_folder
from analyzer.facts.table import load_table

__all__ = ["find_folder", "load_table"]

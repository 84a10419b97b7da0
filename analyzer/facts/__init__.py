"""What is true: the editors' three CSV files."""

from analyzer.facts.table import load_table

__all__ = ["load_table"]

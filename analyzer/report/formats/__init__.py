"""The report formats, in the order in which they are written."""

from analyzer.report.formats.data import write_data

FORMATS = (write_data,)

"""farmcheck: hold what scraped Chinese articles claim against a fact table that editors keep."""

__version__ = "0.1.0"

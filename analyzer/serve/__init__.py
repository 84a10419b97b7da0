"""The local review application: the report's pages over one folder, decisions and facts written where they live.

For people on this computer only. It binds 127.0.0.1, wants a random token, and answers no other host or origin.
"""

from analyzer.serve.app import make_app
from analyzer.serve.desk import Desk

__all__ = ["Desk", "make_app"]

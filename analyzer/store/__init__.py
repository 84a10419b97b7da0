"""What a run leaves for the next one: results of stages, kept by the content they were made from."""

from analyzer.store.cache import Cache, code_digest

__all__ = ["Cache", "code_digest"]

"""What a run leaves for the next one: results of stages, kept by the content they were made from."""

from analyzer.store.cache import Cache, Kept, Scratch, code_digest
from analyzer.store.frozen import DamagedError, freeze, thaw

__all__ = ["Cache", "DamagedError", "Kept", "Scratch", "code_digest", "freeze", "thaw"]

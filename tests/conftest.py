"""What holds for all tests."""

from hypothesis import settings

# A law holds however busy the machine is; speed is measured in tests/benchmarks.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

"""What every worker process needs, loaded once: workers are copies of a process that has imported this module.

A worker then begins in a few hundredths of a second instead of two seconds, for every stage anew, and shares these
pages with the others. Nothing here may start a thread (opencc does): a copy of a process with threads can hang.
"""

import gc

import pypinyin  # noqa: F401 - loads its dictionaries, and is asked for by most damaged texts
import rapidfuzz.fuzz  # noqa: F401

import analyzer.claims
import analyzer.clean
import analyzer.stages  # noqa: F401 - the work itself
from analyzer.repair.dictionary import dictionary
from analyzer.words import known, straddled, tagger, tags

_ = (known(""), tags(), tagger(), straddled("中国", 1), dictionary().chars, dictionary().bound_tail(""))
gc.freeze()  # what never goes away need not be looked at, which would make own copies of its pages

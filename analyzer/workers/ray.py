"""Many machines: the same verb on Ray tasks. An optional extra; the bytes that come out are the same.

A stage depends on nothing but its items and parts do not depend on the engine, so Ray only carries parts out and
results back; it needs no shuffle and no shared state. Files must lie where every machine sees them under one path.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from analyzer.errors import UsageError
from analyzer.language import Phrase
from analyzer.workers.pool import alone

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Parts handed out per processor before results are taken: enough to keep all busy, few enough to bound memory."""


def ray_tasks(
    stage: Callable[[Sequence[Item]], Sequence[Result]],
    parts: Sequence[Sequence[Item]],
    poison: Callable[[Item], Result],
) -> Iterator[Sequence[Result]]:
    """Run the stage over the parts on the Ray cluster that RAY_ADDRESS names, or on this machine.

    Raises UsageError if Ray is not installed.
    """
    try:
        import ray
    except ImportError as error:
        raise UsageError(
            Phrase(
                zh="--engine ray 需要 ray:请运行 pip install 'farmcheck[ray]'",
                en="--engine ray needs ray: pip install 'farmcheck[ray]'",
            )
        ) from error
    if not ray.is_initialized():
        ray.init(log_to_driver=False, include_dashboard=False)
    work = ray.remote(max_retries=3)(_work)
    held = ray.put(stage)
    window = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
    running: list[Any] = []
    for number in range(len(parts)):
        while len(running) + number < len(parts) and len(running) < window:
            running.append(work.remote(held, parts[number + len(running)]))
        try:
            yield ray.get(running.pop(0))
        except ray.exceptions.WorkerCrashedError:
            yield alone(stage, parts[number], poison)


def _work(stage: Callable[[Sequence[Item]], Sequence[Result]], part: Sequence[Item]) -> Sequence[Result]:
    return stage(part)

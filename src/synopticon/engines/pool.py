"""A pool of processes on this machine: a killed or stuck process costs one item, and the next item is unaffected."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from synopticon.engines.engine import ItemT, LostProcessError, Outcome, ValueT, death
from synopticon.store.files import explained

#: A process is replaced after this many items, so that what a library leaks cannot grow without end.
_ITEMS_PER_PROCESS = 400


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    item: Any = None
    deadline: float = 0.0
    done: int = 0


class PoolEngine:
    """Applies functions in `workers` processes.

    Args:
        workers: how many processes; by default one per processor, at most eight.
        memory: bytes of address space that one process may take; null sets no limit. Kept on POSIX only.
        preload: modules that the processes import before their first item.
    """

    def __init__(self, workers: int | None = None, *, memory: int | None = None, preload: tuple[str, ...] = ()) -> None:
        self.workers = workers or min(os.cpu_count() or 1, 8)
        self.memory = memory
        # A fork of the main process would copy its threads' locks; a fork server has none.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self._context: Any = multiprocessing.get_context(method)
        if method == "forkserver" and preload:
            self._context.set_forkserver_preload(list(preload))

    def map(
        self, function: Callable[[ItemT], ValueT], items: Iterable[ItemT], *, seconds: float
    ) -> Iterator[Outcome[ItemT, ValueT]]:
        """Yield one outcome per item as they come; see `Engine.map`."""
        queue = iter(items)
        workers: list[_Worker] = []
        if self._context.get_start_method() == "forkserver":
            _start_server()
        try:
            for item in queue:
                workers.append(self._start(function))
                self._give(workers[-1], item, seconds)
                if len(workers) == self.workers:
                    break
            while workers:
                for outcome, worker in self._collect(workers):
                    workers.remove(worker)
                    following = next(queue, None)
                    if following is None:
                        _stop(worker)
                    else:
                        if outcome.reason in {"process died", "time limit"} or worker.done >= _ITEMS_PER_PROCESS:
                            _stop(worker)
                            worker = self._start(function)  # noqa: PLW2901  # the dead one is replaced
                        self._give(worker, following, seconds)
                        workers.append(worker)
                    yield outcome
        finally:
            for worker in workers:
                worker.process.kill()
                _stop(worker)

    def _start(self, function: Callable[[Any], Any]) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, function, self.memory), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, item: Any, seconds: float) -> None:  # noqa: ANN401  # any item
        worker.item = item
        worker.deadline = time.monotonic() + seconds
        with contextlib.suppress(OSError):  # a process that died at its start is seen when it is collected
            worker.pipe.send(item)

    def _collect(self, workers: list[_Worker]) -> Iterator[tuple[Outcome[Any, Any], _Worker]]:
        """Yield what has come of some workers' items; waits until something has, or until a deadline passes."""
        now = time.monotonic()
        ready = wait([worker.pipe for worker in workers], timeout=max(0.0, min(w.deadline for w in workers) - now))
        for worker in list(workers):
            if worker.pipe in ready:
                yield self._receive(worker), worker
            elif time.monotonic() >= worker.deadline:
                worker.process.kill()
                yield Outcome(worker.item, None, "time limit", "the document took longer than it may"), worker

    def _receive(self, worker: _Worker) -> Outcome[Any, Any]:
        try:
            value, reason, detail = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            return Outcome(worker.item, None, "process died", death(worker.process.exitcode))
        worker.done += 1
        return Outcome(worker.item, value, reason, detail)


def _start_server() -> None:
    """Start the process that the workers are forked from, deaf to Ctrl-C: ending it is for the main process."""
    from multiprocessing import forkserver  # noqa: PLC0415  # exists on POSIX only

    if threading.current_thread() is not threading.main_thread():  # only that one may set handlers
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _stop(worker: _Worker) -> None:
    with contextlib.suppress(OSError):
        worker.pipe.close()
    worker.process.join(5)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join(5)


def _serve(pipe: Connection, function: Callable[[Any], Any], memory: int | None) -> None:
    """Apply the function to what comes through the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_main, daemon=True).start()
    if memory is not None and sys.platform != "win32":
        import resource  # noqa: PLC0415  # exists on POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[Any, str | None, str] = (function(item), None, "")
        except MemoryError:
            answer = (None, "memory limit", "the document asks for more memory than it may have")
        except LostProcessError as lost:
            answer = (None, lost.reason, lost.detail)
        except OSError as error:
            answer = (None, "system", explained(error))
        except Exception as error:  # noqa: BLE001  # the fence between documents
            answer = (None, "error", f"{type(error).__name__}: {error}")
        pipe.send(answer)


def _end_with_main() -> None:
    """End this process when the main process has ended, so that a killed run leaves nobody writing to its case."""
    main = multiprocessing.parent_process()
    if main is not None:
        wait([main.sentinel])
        os._exit(1)

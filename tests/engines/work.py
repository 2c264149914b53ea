"""Functions that the engines apply in other processes; they must be importable there."""

from __future__ import annotations

import os
import signal
import time


def double(number: int) -> int:
    return 2 * number


def fail_at_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def die_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def sleep_at_three(number: int) -> int:
    if number == 3:
        time.sleep(60)
    return number


def eat_memory_at_three(number: int) -> int:
    if number == 3:
        return len(bytearray(1 << 40))
    return number

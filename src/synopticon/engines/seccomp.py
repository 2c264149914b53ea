"""A filter of system calls on Linux: a process that has it can compute, and talk through the pipe it holds.

What is not on the list fails with "operation not permitted", because libraries look for optional files and go on
without them. Calls that no parser makes by accident (run a program, open a socket, signal others) end the process.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from dataclasses import dataclass

#: Name of the call, its number on x86_64 and on aarch64, ``-`` where that one does not have it.
_ALLOWED = """
    read 0 63, write 1 64, close 3 57, readv 19 65, fstat 5 80, poll 7 -, lseek 8 62, munmap 11 215,
    brk 12 214, rt_sigaction 13 134, rt_sigprocmask 14 135, rt_sigreturn 15 139, select 23 -,
    sched_yield 24 124, mremap 25 216, madvise 28 233, nanosleep 35 101, getpid 39 172, exit 60 93,
    uname 63 160, gettimeofday 96 169, getrusage 98 165, sysinfo 99 179, getuid 102 174, getgid 104 176,
    geteuid 107 175, getegid 108 177, sigaltstack 131 132, gettid 186 178, time 201 -, futex 202 98,
    sched_getaffinity 204 123, restart_syscall 219 128, clock_gettime 228 113, clock_getres 229 114,
    clock_nanosleep 230 115, exit_group 231 94, pselect6 270 72, ppoll 271 73, getrandom 318 278,
    membarrier 324 283, rseq 334 293
"""
_DEADLY = """
    socket 41 198, connect 42 203, accept 43 202, bind 49 200, listen 50 201, socketpair 53 199, clone 56 220,
    fork 57 -, vfork 58 -, execve 59 221, kill 62 129, ptrace 101 117, pivot_root 155 41, chroot 161 51,
    settimeofday 164 170, mount 165 40, umount2 166 39, init_module 175 105, tkill 200 130,
    clock_settime 227 112, kexec_load 246 104, add_key 248 217, keyctl 250 219, unshare 272 97,
    perf_event_open 298 241, setns 308 268, process_vm_readv 310 270, process_vm_writev 311 271,
    finit_module 313 273, bpf 321 280, execveat 322 281, userfaultfd 323 282, pidfd_send_signal 424 424,
    io_uring_setup 425 425, pidfd_open 434 434, clone3 435 435
"""
_MACHINES = ("x86_64", "aarch64")
_MMAP = {"x86_64": (9, 10), "aarch64": (222, 226)}  # mmap, mprotect
_TGKILL = {"x86_64": 234, "aarch64": 131}
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_PROT_EXEC = 4

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | 1  # the last with EPERM
# Where `struct seccomp_data` has what: the call, the processor, the low halves of its arguments.
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06


@dataclass(frozen=True, slots=True)
class _Step:
    code: int
    value: int
    if_true: int = 0
    if_false: int = 0

    def packed(self) -> bytes:
        return struct.pack("HBBI", self.code, self.if_true, self.if_false, self.value)


def filter_steps(machine: str, process: int) -> list[bytes]:
    """Return the program of the filter, eight bytes a step, for this kind of processor and this process.

    Raises:
        KeyError: the calls of this kind of processor are not known.
    """
    steps = [
        _Step(_LOAD, _ARCHITECTURE),
        _Step(_EQUAL, _AUDIT_ARCH[machine], 1, 0),
        _Step(_RETURN, _KILL),
        _Step(_LOAD, _NUMBER),
    ]
    for verdict, calls in ((_ALLOW, _ALLOWED), (_KILL, _DEADLY)):
        for number in _numbers(calls, machine):
            steps += [_Step(_EQUAL, number, 0, 1), _Step(_RETURN, verdict)]
    for number in _MMAP[machine]:  # memory may be had, but not made executable
        steps += [
            _Step(_EQUAL, number, 0, 4),
            _Step(_LOAD, _argument(2)),
            _Step(_ANY_BIT, _PROT_EXEC, 0, 1),
            _Step(_RETURN, _REFUSE),
            _Step(_RETURN, _ALLOW),
        ]
    steps += [  # abort() signals its own process, and nobody else
        _Step(_EQUAL, _TGKILL[machine], 0, 4),
        _Step(_LOAD, _argument(0)),
        _Step(_EQUAL, process, 0, 1),
        _Step(_RETURN, _ALLOW),
        _Step(_RETURN, _KILL),
        _Step(_RETURN, _REFUSE),
    ]
    return [step.packed() for step in steps]


def call_number(name: str) -> int:
    """Return the number of a call of the lists above on this processor, -1 where it has none."""
    for entry in f"{_ALLOWED},{_DEADLY}".split(","):
        known, *numbers = entry.split()
        if known == name and platform.machine() in _MACHINES:
            number = numbers[_MACHINES.index(platform.machine())]
            return -1 if number == "-" else int(number)
    return -1


def _numbers(calls: str, machine: str) -> list[int]:
    found = [entry.split()[1 + _MACHINES.index(machine)] for entry in calls.split(",")]
    return sorted(int(number) for number in found if number != "-")


def _argument(index: int) -> int:
    return _ARGUMENTS + 8 * index  # both processors have the low half first


def forbid_calls() -> bool:
    """Filter the system calls of this process, for good; the caller has set no_new_privs.

    Returns:
        False when this system or processor is not known, and nothing was done.

    Raises:
        OSError: the kernel refuses the filter.
    """
    machine = platform.machine()
    if not sys.platform.startswith("linux") or machine not in _MACHINES or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    steps = filter_steps(machine, os.getpid())
    program = b"".join(steps)
    held = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: the number of steps, padded to a pointer, and where they are.
    header = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(held))
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_SECCOMP, _MODE_FILTER, header, 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")
    return True

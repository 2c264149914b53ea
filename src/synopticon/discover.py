"""Finds the record that each plug-in file of a folder defines."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import TypeVar

from synopticon.errors import PluginError

RecordT = TypeVar("RecordT")


def discover(package: ModuleType, attribute: str, kind: type[RecordT]) -> Iterator[RecordT]:
    """Yield `attribute` of every module in `package`, in the order of the file names.

    A file whose name starts with an underscore is not a plug-in. Scanning imports the plug-in files, so these
    must import heavy libraries inside their functions.

    Raises:
        PluginError: a file does not define the record, or defines something else by that name.
    """
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        record = getattr(module, attribute, None)
        if not isinstance(record, kind):
            raise PluginError(f"{module.__file__} must define {attribute} = {kind.__name__}(...)")
        yield record

"""News articles into short, cited briefings.

A model drafts, the program checks, a person signs. `generate` makes a briefing from pages that
were read, `verify` holds a finished one against its sources.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.pipeline import generate
    from briefing.verification import verify

__all__ = ["__version__", "generate", "verify"]

__version__ = "0.1.0"

_HOMES = {"generate": "briefing.pipeline", "verify": "briefing.verification"}


def __getattr__(name: str) -> object:
    """Import what is asked for only then, so that `import briefing` stays quick.

    Raises:
        AttributeError: There is nothing of that name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List what may be imported from here."""
    return sorted(__all__)

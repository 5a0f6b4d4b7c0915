"""What programs may import, and that it is exactly what is there."""

import importlib
import pkgutil

import pytest

import briefing


def packages() -> list[str]:
    found = pkgutil.walk_packages(briefing.__path__, "briefing.")
    return [module.name for module in found if not module.name.endswith("__main__")]


def test_briefing_offers_exactly_these_names() -> None:
    assert briefing.__all__ == ["__version__", "generate", "verify"]
    assert dir(briefing) == briefing.__all__


@pytest.mark.parametrize("name", ["generate", "verify"])
def test_each_offered_name_can_be_imported_and_called(name: str) -> None:
    assert callable(getattr(briefing, name))


def test_an_unknown_name_is_refused_as_for_any_module() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'summon'"):
        briefing.summon  # noqa: B018


@pytest.mark.parametrize("name", packages())
def test_all_lists_only_what_is_there(name: str) -> None:
    module = importlib.import_module(name)
    offered = getattr(module, "__all__", [])
    assert [entry for entry in offered if not hasattr(module, entry)] == []

"""The wheel carries what a checkout has: code, prompts and data."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def below(folder: str) -> set[str]:
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_the_wheel_holds_every_prompt(wheel_names: set[str]) -> None:
    prompts = {f"briefing/_{name}" for name in below("prompts")}
    assert prompts
    assert {name for name in wheel_names if name.startswith("briefing/_prompts/")} == prompts


def test_the_wheel_holds_every_module_and_data_file(wheel_names: set[str]) -> None:
    wanted = {name for name in below("briefing") if not name.endswith(".pyc")}
    assert wanted - wheel_names == set()


def test_the_wheel_holds_nothing_of_the_house(wheel_names: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"briefing"}

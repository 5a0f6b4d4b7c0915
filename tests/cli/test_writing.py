import json
from collections.abc import Mapping
from pathlib import Path
from threading import Barrier, Thread

import pytest

from briefing.cli.writing import require_writable, write_files
from briefing.errors import InputError


def texts_of(identity: str, *, status: str = "draft", review: object = None) -> dict[str, str]:
    held = {"id": identity, "status": status, "review": review}
    return {"md": f"# {identity}", "json": json.dumps(held)}


def write(folder: Path, texts: Mapping[str, str]) -> list[str]:
    paths = write_files(texts, folder=folder, stem="day-analyst")
    return [path.name for path in paths]


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_write_files_makes_the_folder_and_leaves_nothing_but_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert write(folder, texts_of("one")) == ["day-analyst.md", "day-analyst.json"]
    assert names_in(folder) == {"day-analyst.md", "day-analyst.json"}
    assert (folder / "day-analyst.md").read_text(encoding="utf-8") == "# one"


def test_write_files_writes_the_same_briefing_to_the_same_name(tmp_path: Path) -> None:
    write(tmp_path, texts_of("one"))
    write(tmp_path, texts_of("one"))
    assert names_in(tmp_path) == {"day-analyst.md", "day-analyst.json"}


def test_write_files_gives_another_briefing_the_next_number(tmp_path: Path) -> None:
    for identity in ("one", "two", "three"):
        write(tmp_path, texts_of(identity))
    assert write(tmp_path, texts_of("two")) == ["day-analyst-2.md", "day-analyst-2.json"]
    assert (tmp_path / "day-analyst.md").read_text(encoding="utf-8") == "# one"
    assert len(names_in(tmp_path)) == 6


@pytest.mark.parametrize(
    "held",
    [
        json.dumps({"id": "one", "status": "approved", "review": {"by": ["A"]}}),
        json.dumps({"id": "one", "status": "draft", "review": {"by": ["A"]}}),
        json.dumps(["one"]),
        "no JSON",
        "[" * 100_000,
    ],
)
def test_write_files_leaves_alone_what_is_signed_or_foreign(tmp_path: Path, held: str) -> None:
    (tmp_path / "day-analyst.json").write_text(held, encoding="utf-8")
    assert write(tmp_path, texts_of("one"))[0] == "day-analyst-2.md"
    assert (tmp_path / "day-analyst.json").read_text(encoding="utf-8") == held


@pytest.mark.parametrize("extension", ["md", "json"])
def test_write_files_leaves_alone_what_was_edited(tmp_path: Path, extension: str) -> None:
    write(tmp_path, texts_of("one"))
    edited = tmp_path / f"day-analyst.{extension}"
    edited.write_text("by hand", encoding="utf-8")
    for _ in range(2):
        assert write(tmp_path, texts_of("one")) == ["day-analyst-2.md", "day-analyst-2.json"]
    assert edited.read_text(encoding="utf-8") == "by hand"
    assert len(names_in(tmp_path)) == 4


def test_write_files_adds_a_format_to_the_same_briefing(tmp_path: Path) -> None:
    write(tmp_path, texts_of("one"))
    before = (tmp_path / "day-analyst.json").stat()
    write(tmp_path, {"html": "<p>one", **texts_of("one")})
    assert names_in(tmp_path) == {f"day-analyst.{e}" for e in ("md", "html", "json")}
    after = (tmp_path / "day-analyst.json").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("extension", ["md", "json"])
def test_write_files_takes_no_name_that_a_folder_or_a_dead_link_has(
    tmp_path: Path, extension: str
) -> None:
    (tmp_path / f"day-analyst.{extension}").mkdir()
    (tmp_path / f"day-analyst-2.{extension}").symlink_to(tmp_path / "nowhere")
    assert write(tmp_path, texts_of("one")) == ["day-analyst-3.md", "day-analyst-3.json"]
    assert len(names_in(tmp_path)) == 4


def test_write_files_leaves_alone_a_page_without_its_json(tmp_path: Path) -> None:
    (tmp_path / "day-analyst.md").write_text("mine", encoding="utf-8")
    assert write(tmp_path, texts_of("one"))[0] == "day-analyst-2.md"
    assert (tmp_path / "day-analyst.md").read_text(encoding="utf-8") == "mine"


def test_write_files_changes_nothing_if_one_text_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path, {"json": "{}", "md": "\ud800"})
    assert names_in(tmp_path) == set()


def test_two_runs_at_once_do_not_take_one_name(tmp_path: Path) -> None:
    identities = [f"run {number}" for number in range(8)]
    together = Barrier(len(identities))

    def run(identity: str) -> None:
        together.wait()
        write(tmp_path, texts_of(identity))

    threads = [Thread(target=run, args=(identity,)) for identity in identities]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held = {json.loads(path.read_bytes())["id"] for path in tmp_path.glob("*.json")}
    assert held == set(identities)
    for path in tmp_path.glob("*.json"):
        page = path.with_suffix(".md").read_text(encoding="utf-8")
        assert page == f"# {json.loads(path.read_bytes())['id']}"


@pytest.mark.parametrize("inside", [".", "deeper/still"])
def test_a_file_cannot_be_written_into(tmp_path: Path, inside: str) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    folder = tmp_path / "taken" / inside
    with pytest.raises(InputError, match="is not a folder"):
        require_writable(folder)
    with pytest.raises(InputError, match="name another folder with --out"):
        write(folder, texts_of("one"))


def test_require_writable_makes_nothing(tmp_path: Path) -> None:
    require_writable(tmp_path / "new" / "folder")
    assert names_in(tmp_path) == set()


def test_require_writable_refuses_a_name_that_no_folder_can_have(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot write to"):
        require_writable(tmp_path / ("x" * 5000))

import hashlib
import os
from pathlib import Path

import pytest

from briefing.records.pages import Page, Refusal
from briefing.rendering.json_text import render_json
from briefing.rendering.markdown import render_markdown
from briefing.sources.files import read
from tests.builders_rendering import a_briefing

TEXT = "The ferry was cancelled on Friday.\n"
BRIEFING_FILE = '{\n  "format": "briefing/1",\n  "id": "0"\n}\n'


def write(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def read_one(path: Path, root: Path) -> Page:
    pages, refusals = read([path], root)
    assert refusals == ()
    return pages[0]


def refusal(path: Path, root: Path) -> Refusal:
    pages, refusals = read([path], root)
    assert pages == ()
    assert len(refusals) == 1
    return refusals[0]


def test_folder_is_read_with_everything_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/a.TXT", "c/b.markdown", "d.text"):
        write(tmp_path, name, f"{name}: {TEXT}")
    pages, refusals = read([tmp_path], tmp_path)
    assert [p.location for p in pages] == ["a.md", "b.txt", "c/a.TXT", "c/b.markdown", "d.text"]
    assert refusals == ()


def test_hidden_and_other_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".a.txt", ".git/b.txt", "c.pdf", "d.jpg", "e.txt"):
        write(tmp_path, name)
    assert [page.location for page in read([tmp_path], tmp_path)[0]] == ["e.txt"]


def test_briefings_this_program_wrote_are_no_articles_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "article.txt")
    write(tmp_path, "note.md")
    for name in ("day.md", "out/day.MD", "out/day.html"):
        write(tmp_path, name)
        write(tmp_path, str(Path(name).with_suffix(".json")), BRIEFING_FILE)
    pages, refusals = read([tmp_path], tmp_path)
    assert [page.location for page in pages] == ["article.txt", "note.md"]
    assert refusals == ()


def test_a_page_that_lost_its_briefing_file_is_known_by_its_first_line(tmp_path: Path) -> None:
    write(tmp_path, "article.txt")
    write(tmp_path, "moved.md", render_markdown(a_briefing()))
    assert [page.location for page in read([tmp_path], tmp_path)[0]] == ["article.txt"]


@pytest.mark.parametrize("name", ["day.md", "day.html", "day.json", "moved.txt"])
def test_a_briefing_this_program_wrote_is_refused_when_named(tmp_path: Path, name: str) -> None:
    write(tmp_path, "day.md", "# Edited by hand\n")
    write(tmp_path, "day.html", "<!doctype html>")
    write(tmp_path, "day.json", render_json(a_briefing()))
    write(tmp_path, "moved.txt", render_markdown(a_briefing()))
    assert "a briefing this program wrote" in refusal(tmp_path / name, tmp_path).reason


def test_a_folder_of_briefings_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "out/day.md")
    write(tmp_path, "out/day.json", BRIEFING_FILE)
    assert "holds only briefings" in refusal(tmp_path / "out", tmp_path).reason


@pytest.mark.parametrize(
    "beside", ['{"note": "on briefing/1"}', '{"format": "briefing/0"}', "", '["format"]']
)
def test_an_article_beside_some_other_json_is_read(tmp_path: Path, beside: str) -> None:
    write(tmp_path, "a.md", "**TLP:AMBER** is a marking.\n\n" + TEXT)
    write(tmp_path, "a.json", beside)
    write(tmp_path, "b.txt")
    write(tmp_path, "b.json", BRIEFING_FILE)
    assert [page.location for page in read([tmp_path], tmp_path)[0]] == ["a.md", "b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_beside_an_article_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    assert read_one(write(tmp_path, "a.md"), tmp_path).text == TEXT


def test_file_named_directly_may_have_any_suffix(tmp_path: Path) -> None:
    assert read_one(write(tmp_path, "article.news"), tmp_path).text == TEXT


def test_text_is_the_bytes_decoded_and_nothing_else(tmp_path: Path) -> None:
    content = "\ufeffIt rained.\r\n\r\nIt “poured” — ﬁne.\r".encode()
    page = read_one(write(tmp_path, "a.txt", content), tmp_path)
    assert page.text.encode("utf-8") == content
    assert page.sha256 == page.text_sha256 == hashlib.sha256(content).hexdigest()
    assert page.charset == "utf-8"


def test_location_outside_the_root_is_the_name_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "elsewhere/a.txt")
    root = tmp_path / "work"
    root.mkdir()
    assert read_one(path, root).location == "a.txt"
    assert refusal(tmp_path / "elsewhere" / "b.txt", root).location == "b.txt"


def test_location_is_relative_however_the_path_is_spelled(tmp_path: Path) -> None:
    write(tmp_path, "seeds/a.txt")
    assert (
        read_one(tmp_path / "seeds" / ".." / "seeds" / "a.txt", tmp_path).location == "seeds/a.txt"
    )


def test_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    pages, refusals = read([path, tmp_path, tmp_path / "." / "a.txt", path], tmp_path)
    assert [page.location for page in pages] == ["a.txt"]
    assert refusals == ()


def test_missing_file_named_twice_is_refused_once(tmp_path: Path) -> None:
    assert len(read([tmp_path / "x.txt", tmp_path / "x.txt"], tmp_path)[1]) == 1


def test_good_files_are_read_beside_bad_ones(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", "")
    pages, refusals = read([tmp_path], tmp_path)
    assert [page.location for page in pages] == ["a.txt"]
    assert [item.location for item in refusals] == ["b.txt"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \r\n\t\n", "only white space"),
        (b"\xef\xbb\xbf\n", "only white space"),
        (b"It rained.\0It poured.", "NUL character (first at 10)"),
        ("It rained “hard”.\n".encode("utf-16-le"), "it looks like UTF-16"),
        ("Шёл дождь.\n".encode("utf-16-be"), "it looks like UTF-16"),
        (bytes(range(256)) * 20, "it is binary"),
        (b"\x01\x02\x03" * 100, "it is binary"),
        (b"%PDF-1.7 It rained.", "a PDF"),
        (b"\x89PNG\r\n\x1a\n0000", "an image"),
        (b"PK\x03\x04 word/document.xml", "an office document"),
        (b"<!DOCTYPE html><p>It rained.</p>", "it is markup"),
        (b"caf\xe9", "could not be told with confidence"),
        (b"\xff\xfeI\x00t\x00 ", "it begins like UTF-16 but is not"),
    ],
)
def test_file_that_gives_no_text_is_refused_with_the_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    found = refusal(write(tmp_path, "a.txt", content), tmp_path)
    assert reason in found.reason
    assert ": " in found.reason, "the reason says what to do"
    assert found.reason.count("\n") == 0


def test_missing_file_is_refused(tmp_path: Path) -> None:
    found = refusal(tmp_path / "no.txt", tmp_path)
    assert found == Refusal(
        location="no.txt",
        reason="there is no such file or folder: check the spelling and the working folder",
    )


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert "the folder is empty" in refusal(folder, tmp_path).reason
    assert "the folder is empty" in refusal(tmp_path / "empty", tmp_path / "empty").reason


def test_folder_without_articles_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "in/a.pdf")
    assert "holds no .txt or .md file" in refusal(tmp_path / "in", tmp_path).reason


def test_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    os.truncate(path, 50_000_001)
    assert "50,000,001 bytes" in refusal(path, tmp_path).reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    path.chmod(0)
    assert "it may not be read" in refusal(path, tmp_path).reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert "not a regular file" in refusal(path, tmp_path).reason


def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    pages, refusals = read([tmp_path / "in"], tmp_path)
    assert [page.location for page in pages] == ["in/a.txt"]
    assert [item.location for item in refusals] == ["in/gone.txt", "in/self.txt"]
    assert "the link leads nowhere" in refusals[0].reason


def test_odd_names_neither_crash_nor_break_a_line(tmp_path: Path) -> None:
    names = [b"caf\xe9.txt", b"new\nline.txt", "naïve “name”.txt".encode(), b"bell\x07.txt"]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(TEXT + repr(name))
    pages, refusals = read([tmp_path], tmp_path)
    locations = {page.location for page in pages}
    assert locations == {"caf�.txt", "new�line.txt", "naïve “name”.txt", "bell�.txt"}
    assert refusals == ()
    assert all(location.encode("utf-8") for location in locations)


def test_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert "could not be read" in refusal(Path(f"{tmp_path}/a\0.txt"), tmp_path).reason

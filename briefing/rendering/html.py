"""A briefing as one HTML file that asks nothing of any network and needs no script to be read."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefing.records.briefings import Briefing
from briefing.rendering import wording
from briefing.rendering.citing import printed
from briefing.rendering.display import anchor, direction, language_tag, shown
from briefing.rendering.view import PageView, view

_PLAIN_IN_CSS = re.compile(r"[^A-Za-z0-9 ]")


def render_html(briefing: Briefing, texts: Mapping[str, str]) -> str:
    """Return a briefing as one self-contained HTML page.

    A citation opens its quotation in the paragraph it comes from. Without scripts it leads to the
    same quotation among the notes at the end; in print those notes follow the brief.

    Args:
        briefing: The briefing; all text in it is escaped.
        texts: Stored text by source id. Where one is missing, or does not hold a quotation at its
            place, the quotation is shown between its own prefix and suffix.
    """
    page = view(briefing, texts)
    style = _asset("briefing.css") + _print_margins(page)
    script = _asset("briefing.js")
    return (
        _environment()
        .get_template("briefing.html.jinja")
        .render(
            page=page,
            wording=wording,
            style=Markup(style),
            script=Markup(script),
            policy=_content_security_policy(style, script),
        )
    )


def _content_security_policy(style: str, script: str) -> str:
    """Return a policy that lets nothing in but this page's own style and script, by hash."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_source_hash(style)}'",
            f"script-src '{_source_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _print_margins(page: PageView) -> str:
    """Return the rule that puts marking and status, in 12 point, on every printed page."""
    mark = _css_string(f"{page.briefing.marking} · {page.status_words}")
    label = f'content: {mark}; font: 700 12pt "Liberation Sans", Arial, sans-serif; color: #000'
    quiet = 'font: 8pt "Liberation Sans", Arial, sans-serif; color: #444'
    about = _css_string(f"As of {page.briefing.as_of} · {page.briefing.id[:12]} · page ")
    number = f'{about} counter(page) " of " counter(pages)'
    return (
        f"\n@page {{ @top-right {{ {label} }} @bottom-right {{ {label} }}"
        f" @bottom-left {{ content: {number}; {quiet} }} }}\n"
    )


def _css_string(text: str) -> str:
    return '"' + _PLAIN_IN_CSS.sub(lambda match: f"\\{ord(match[0]):x} ", shown(text)) + '"'


def _finalized(value: object) -> object:
    # `Markup` is a string too, and is only ever made of this package's own files.
    if isinstance(value, str) and not isinstance(value, Markup):
        return shown(value)
    return value


@cache
def _asset(name: str) -> str:
    return files("briefing.rendering").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("briefing.rendering"),
        autoescape=True,
        finalize=_finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        anchor=anchor, direction=direction, language_tag=language_tag, printed=printed
    )
    return environment

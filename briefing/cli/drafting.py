"""From the string of `--model` to whoever drafts, with the key and address of the environment."""

import os

from briefing.cli.choices import unknown
from briefing.errors import InputError
from briefing.ports import Drafter
from briefing.settings import Settings

_KEY_VARIABLE = "OPENAI_API_KEY"
_ADDRESS_VARIABLE = "OPENAI_BASE_URL"
_KNOWN = ("extractive", "openai:NAME")


def open_drafter(model: str, base_url: str | None, settings: Settings) -> Drafter:
    """Return the drafter that `model` names.

    Args:
        model: `extractive`, or `openai:` and a name.
        base_url: Of a server; else that of the environment, else the model's own.
        settings: For a drafter that asks a language model.

    Raises:
        InputError: There is no such drafter, or it lacks a key or a proper address.
    """
    provider, _, name = model.partition(":")
    if model == "extractive":
        if base_url is not None:
            raise InputError("--base-url is for a model behind a server: add --model openai:NAME")
        from briefing.drafters.by_rules import RulesDrafter

        return RulesDrafter()
    if provider != "openai" or not name:
        raise InputError(unknown("model", model, _KNOWN))
    from briefing.drafters.by_model import ModelDrafter
    from briefing.models.openai import OpenAIModel
    from briefing.prompts import load_prompts

    # Set but empty is how a shell takes a variable back.
    address = base_url if base_url is not None else os.environ.get(_ADDRESS_VARIABLE) or None
    key = os.environ.get(_KEY_VARIABLE) or None
    return ModelDrafter(OpenAIModel(name, base_url=address, key=key), load_prompts(), settings)

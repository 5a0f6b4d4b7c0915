"""Everything the program raises on purpose.

BriefingError
├── InputError    the user can put it right (exit 2)
└── ModelError    the model could not be used: try again or take another (exit 3)
    └── ReplyError    it answered, but nothing usable; carries every raw reply
"""


class BriefingError(Exception):
    """Root of the tree. The message says what was wanted, what was found, and what to do."""


class InputError(BriefingError):
    """The call, a file or a setting is wrong, and the message names it."""


class ModelError(BriefingError):
    """A language model could not be reached or refused to work."""


class ReplyError(ModelError):
    """No reply to a request could be used.

    Attributes:
        replies: The raw texts, in the order they came.
    """

    def __init__(self, message: str, replies: tuple[str, ...]) -> None:
        super().__init__(message)
        self.replies = replies

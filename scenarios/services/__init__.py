"""The verbs of scenarios."""

from scenarios.services.publish import NotPublishable, publish, publish_file
from scenarios.services.review import NotReviewable, confirm_review, read_review, replace_words

__all__ = [
    "NotPublishable",
    "NotReviewable",
    "confirm_review",
    "publish",
    "publish_file",
    "read_review",
    "replace_words",
]

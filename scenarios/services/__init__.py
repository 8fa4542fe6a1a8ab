"""The verbs of scenarios."""

from scenarios.services.publish import NotPublishable, publish, publish_file

__all__ = ["NotPublishable", "publish", "publish_file"]

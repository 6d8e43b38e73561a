"""What a block shows: words and numbers, no markup, so that site, report and test read the same thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Kept apart from its looks: the template beside its module for the site, a writer's own for print."""

    @property
    def kind(self) -> str:
        """The name of its module, under which templates and writers find it."""
        return type(self).__module__.rsplit(".", 1)[-1]

    @property
    def template(self) -> str:
        """Its form on the site."""
        return f"blocks/{self.kind}.html"

    @property
    def page_title(self) -> str:
        """The title it gives to the whole page, if it is the one that does."""
        return ""

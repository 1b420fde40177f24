"""Exports made in the process of the test and without LibreOffice, so that they are quick."""

import pytest

from roadmapper.make import Made, Order, Progress, make


def export_quickly(patch: pytest.MonkeyPatch) -> None:
    """Have documents made here; what is made is the same."""

    def made_here(order: Order, progress: Progress) -> Made:
        return make(order, progress)

    for door in ("roadmapper.export", "roadmapper.verifying"):
        patch.setattr(f"{door}.made_apart", made_here)
        patch.setattr(f"{door}.with_office_pages", lambda made, _progress: made)

"""Steps whose part below the heading is made by hand; every other step is a declared form."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from roadmapper.template.model import Section
from ui.body import Body
from ui.form import Form
from ui.opened import Opened
from ui.pages.coalition import CoalitionPage
from ui.pages.models import ModelsPage
from ui.pages.pricing import PricingPage
from ui.pages.roadmap import RoadmapPage
from ui.pages.system import SystemPage
from ui.pages.value import ValuePage
from ui.watcher import Watcher

BODIES: Mapping[str, Callable[[Section, Opened, Watcher, QWidget | None], Body]] = {
    "system": SystemPage,
    "coalition": CoalitionPage,
    "transparency": ModelsPage,
    "roadmap": RoadmapPage,
    "value": ValuePage,
    "pricing": PricingPage,
    "review": partial(Form, without=("their_questions",)),
}

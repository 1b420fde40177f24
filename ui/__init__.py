"""The screen: shows answers and sends intents; it holds no truth."""

from ui.late_signatures import load_signatures_late

load_signatures_late()

"""The screen: shows answers and sends intents; it holds no truth."""

from ui.imports import use_plain_imports

use_plain_imports()

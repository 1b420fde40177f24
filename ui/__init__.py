"""The screen: shows answers and sends intents; it holds no truth."""

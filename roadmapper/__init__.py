"""Roadmapper's core: from answers to a finished proposal, without a screen."""

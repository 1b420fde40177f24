"""The parts a screen is put together from: labels, buttons, cards, rings."""

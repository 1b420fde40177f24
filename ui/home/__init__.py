"""The first view: all proposals, and the ways to begin one."""

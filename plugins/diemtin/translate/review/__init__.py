"""The reviewing desk: what an editor sees of a story's translation, and what an editor does with it. Nothing prints."""

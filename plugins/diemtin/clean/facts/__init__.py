"""The facts of a story, read from every place on a page that states them."""

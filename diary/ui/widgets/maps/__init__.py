"""The drawn maps of the body: our own outlines as data, and the paths made of them."""

"""What the program shows and brings along: articles, icons, colours, templates, translations."""

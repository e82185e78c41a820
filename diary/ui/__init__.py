"""The window: theme, pages, widgets and dialogs."""

"""What is shipped beside the code: article, icons, templates, colours and translations."""

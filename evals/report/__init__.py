"""A run told to a terminal, a pull request, a build server, a program and a person."""

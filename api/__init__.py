"""The HTTP edge: routes over the same screener that the command line uses."""

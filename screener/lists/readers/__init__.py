"""Readers of the files that publishers of lists offer, one module for each format.

Every reader takes open binary streams and yields what they list, in file order. It refuses what
it does not understand with file, place and remedy, and holds no more than one entry of a stream
at a time, except where its docstring says so.
"""

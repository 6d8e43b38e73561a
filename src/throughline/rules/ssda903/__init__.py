"""The checks of the SSDA903, one module a section of its guide, in the Department's words and numbers.

Source: the rules of the 2026-27 collection and its earlier editions, as gathered in the project's facts.
The oldest edition gathered is that of the year to 31 March 2023; a rule already in it is taken to hold
from 2014, the oldest return this house reads, unless what it is about came later."""

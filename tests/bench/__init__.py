"""How quick the nearest places are found, and what a list costs: the table in the README.

Made-up places only, in databases of their own that are gone afterwards. Nothing here is a test:
`make bench` prints, and a person judges.
"""

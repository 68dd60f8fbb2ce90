"""Upstream directories: one short module for each says where it is from and what its rows mean.

Shared between them: directory.py (reading by an allow-list, one listing a site), cleaning.py
(one field at a time), violence.py, where.py, matching.py. The gazetteer's source is geonames.py.
"""

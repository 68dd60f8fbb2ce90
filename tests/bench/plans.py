"""How a database says it will answer: by the nearest-places index and nothing else, or not."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from resources import nearby

BY_INDEX_ONLY = {
    "sqlite": "USING COVERING INDEX nearby_by_need",
    "postgresql": "Index Only Scan using nearby_by_need",
}


def of(need, point, count=20):
    """The database's own words on each question that nearest() asks."""
    with CaptureQueriesContext(connection) as asked:
        nearby.nearest((need,), *point, count=count)
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    plans = []
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            cursor.execute(explain + query["sql"])
            plans.append("\n".join(str(row[-1]) for row in cursor.fetchall()))
    return plans


def is_index_only(need, point):
    return all(BY_INDEX_ONLY[connection.vendor] in plan for plan in of(need, point))

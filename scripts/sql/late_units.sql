-- The same by lead unit.
WITH late AS (
    SELECT ward, bucket, unnest(if(len(held_by_units) = 0, [''], held_by_units)) AS name
    FROM items
    WHERE counted AND bucket IN ('overdue', 'done-late')
)
SELECT ward, name,
       count(*) FILTER (bucket = 'overdue') AS overdue,
       count(*) FILTER (bucket = 'done-late') AS done_late
FROM late
GROUP BY ward, name
ORDER BY ward, name;

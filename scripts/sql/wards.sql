-- How many items each ward has, and how they stand: `summary`, by ward.
SELECT ward,
       count(*) AS total,
       count(*) FILTER (bucket IN ('done-in-time', 'done-late')) AS done,
       count(*) FILTER (bucket = 'done-late') AS done_late,
       count(*) FILTER (bucket = 'open') AS open,
       count(*) FILTER (bucket = 'overdue') AS overdue,
       count(*) FILTER (bucket = 'set-aside') AS set_aside
FROM items
WHERE counted
GROUP BY ward
ORDER BY ward;

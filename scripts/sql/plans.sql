-- The same by plan.
SELECT ward, plan, items.year, plans.title,
       count(*) AS total,
       count(*) FILTER (bucket IN ('done-in-time', 'done-late')) AS done,
       count(*) FILTER (bucket = 'done-late') AS done_late,
       count(*) FILTER (bucket = 'open') AS open,
       count(*) FILTER (bucket = 'overdue') AS overdue,
       count(*) FILTER (bucket = 'set-aside') AS set_aside
FROM items JOIN plans USING (plan, ward)
WHERE counted
GROUP BY ALL
ORDER BY ward, plan;

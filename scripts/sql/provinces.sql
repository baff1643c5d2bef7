-- Rates by province: of what had come due or was done, how much was done in time.
SELECT ward_groups.value AS province,
       count(DISTINCT times.ward) AS wards,
       count(*) FILTER (times.state IN ('done-early', 'done-on-time')) AS in_time,
       count(*) FILTER (times.state = 'done-late') AS late,
       count(*) FILTER (times.state = 'overdue') AS overdue,
       round(100 * in_time / nullif(in_time + late + overdue, 0), 2) AS rate
FROM times
JOIN items USING (plan, address)
JOIN ward_groups ON ward_groups.ward = times.ward AND ward_groups.key = 'province'
WHERE items.counted
GROUP BY province
ORDER BY rate DESC NULLS LAST, province;

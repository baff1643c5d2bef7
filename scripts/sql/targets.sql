-- How many targets are met, by year and what they count; figures of unlike things stand apart.
SELECT year, measure, lower(thing) AS thing, count(*) AS targets,
       count(*) FILTER (outcome = 'met') AS met,
       count(*) FILTER (outcome = 'not-met') AS not_met,
       sum(figure) FILTER (measure IN ('count', 'money')) AS together
FROM targets
WHERE target IS NOT NULL OR goal IS NOT NULL
GROUP BY ALL
ORDER BY year, targets DESC, measure, thing;

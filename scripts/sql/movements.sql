-- Models of movements, all fields together.
SELECT ward, year,
       count(*) AS models,
       count(*) FILTER (listing = 'registered') AS registered,
       count(*) FILTER (listing = 'arisen') AS arisen,
       count(*) FILTER (status = 'effective') AS effective,
       count(*) FILTER (proposed) AS proposed
FROM models
GROUP BY ward, year
ORDER BY ward, year;

-- How wards stand to their lists of criteria.
SELECT ward, year, catalogue, groups_met, "groups", contents_met, contents,
       contents_not_met AS not_met, contents_not_judged AS not_judged, conclusion, result, band
FROM verdicts
ORDER BY ward, year, plan;

-- POINT VERDICT: the rules as SQL, a column a rule, for whoever wants to read or count them where the rows lie.
-- It is not what advise assess says. A list of values, or a text that is no value, counts as unknown here, and
-- not_understood names its column. There is no proof, which may settle what rules leave open, and no status; nothing
-- of what would change the verdict; no waivers, no rulings, no systems of parts. For all that: vectors and join.
-- NULL in a fact is unknown. What is unknown holds no rule: COALESCE(..., FALSE) is what holds for certain.
-- Rulebook tiny 1.0.0 (e8bbc0ac)
CREATE OR REPLACE VIEW point_verdict AS
WITH said AS MATERIALIZED ( -- what stands in the columns; NULL where nothing does
  SELECT
    w.host,
    w.site,
    (NULLIF(TRIM(CAST(w.r_colour AS TEXT)), '')) COLLATE "C" AS said_r_colour,
    (NULLIF(TRIM(CAST(w.r_flag AS TEXT)), '')) COLLATE "C" AS said_r_flag,
    (NULLIF(TRIM(CAST(w.r_count AS TEXT)), '')) COLLATE "C" AS said_r_count,
    (NULLIF(TRIM(CAST(w.r_weight AS TEXT)), '')) COLLATE "C" AS said_r_weight
  FROM workloads w
),
facts AS MATERIALIZED ( -- what it means: a value, the presumption where nothing is said, or NULL where it is unknown
  SELECT
    *,
    -- t.a
    CAST(NULL AS TEXT) AS t_a,
    -- t.b
    CAST(NULL AS TEXT) AS t_b,
    -- t.c
    CAST(NULL AS TEXT) AS t_c,
    -- t.d
    CAST(NULL AS TEXT) AS t_d,
    -- t.e
    CAST(NULL AS TEXT) AS t_e,
    -- t.f
    CAST(NULL AS TEXT) AS t_f,
    -- t.g
    CAST(NULL AS TEXT) AS t_g,
    -- t.h
    CAST(NULL AS TEXT) AS t_h,
    -- r.colour
    CASE WHEN said_r_colour IS NULL THEN NULL WHEN said_r_colour IN ('red', 'green', 'blue', 'grey') THEN said_r_colour END AS r_colour,
    -- r.flag, presumed no
    CASE WHEN said_r_flag IS NULL THEN 'no' WHEN said_r_flag IN ('yes', 'no') THEN said_r_flag WHEN said_r_flag = 'true' THEN 'yes' WHEN said_r_flag = 'false' THEN 'no' END AS r_flag,
    -- r.count, presumed 2
    CASE WHEN said_r_count IS NULL THEN 2 WHEN NOT (said_r_count ~ '^[0-9]{1,15}([.]0+)?$') THEN NULL WHEN CAST(said_r_count AS DOUBLE PRECISION) < 1 OR CAST(said_r_count AS DOUBLE PRECISION) > 100 THEN NULL ELSE CAST(said_r_count AS DOUBLE PRECISION) END AS r_count,
    -- r.weight
    CASE WHEN said_r_weight IS NULL THEN NULL WHEN NOT (said_r_weight ~ '^[0-9]{1,15}([.][0-9]{1,9})?$') THEN NULL WHEN CAST(said_r_weight AS DOUBLE PRECISION) <= 0 THEN NULL ELSE CAST(said_r_weight AS DOUBLE PRECISION) END AS r_weight
  FROM said
),
rules AS MATERIALIZED ( -- r_ rules that hold, n_ placements whose needs are not met, a_ conditions of actions; all for certain
  SELECT
    host,
    site,
    -- Rule flagged. Because.
    COALESCE(r_flag = 'yes' AND r_colour <> 'grey', FALSE) AS r_flagged,
    -- Rule heavy. Because.
    COALESCE(r_weight > 4, FALSE) AS r_heavy,
    -- Rule many. Because.
    COALESCE(r_count >= 10, FALSE) AS r_many,
    -- Rule red. Because.
    COALESCE(r_colour = 'red', FALSE) AS r_red,
    COALESCE(r_flag = 'yes', FALSE) AS n_container_plain,
    COALESCE(r_colour IN ('red', 'blue'), FALSE) AS a_patch,
    ARRAY_TO_STRING(ARRAY[
      CASE WHEN r_colour IS NULL AND said_r_colour <> 'unknown' THEN 'r_colour' END,
      CASE WHEN r_flag IS NULL AND said_r_flag <> 'unknown' THEN 'r_flag' END,
      CASE WHEN r_count IS NULL AND said_r_count <> 'unknown' THEN 'r_count' END,
      CASE WHEN r_weight IS NULL AND said_r_weight <> 'unknown' THEN 'r_weight' END
    ], '|') AS not_understood
  FROM facts
),
placements AS MATERIALIZED ( -- p_ placements that no rule rules out, and that have what they need
  SELECT
    *,
    NOT (n_container_plain OR r_red) AS p_container_plain,
    TRUE AS p_container_strict,
    TRUE AS p_vm_single
  FROM rules
),
votes AS MATERIALIZED ( -- v_ the strongest vote of a concern for a kind: 3 strong, 2 moderate, 1 slight
  SELECT
    *,
    p_vm_single AS any_vm,
    p_container_plain OR p_container_strict AS any_container,
    CASE WHEN r_heavy THEN 3 ELSE 0 END AS v_size_vm,
    CASE WHEN (r_many AND p_container_plain) THEN 2 ELSE 0 END AS v_size_container
  FROM placements
),
tally AS MATERIALIZED ( -- how many concerns vote how, and fit_ how well placements are suited
  SELECT
    *,
    CASE v_size_vm WHEN 3 THEN 1 ELSE 0 END AS strong_vm,
    0 AS strong_container,
    0 AS moderate_vm,
    CASE v_size_container WHEN 2 THEN 1 ELSE 0 END AS moderate_container,
    0 AS slight_vm,
    0 AS slight_container,
    CASE WHEN p_container_plain THEN CASE WHEN r_flagged THEN 10000 ELSE 0 END ELSE -1 END AS fit_container_plain,
    CASE WHEN p_container_strict THEN CASE WHEN r_flagged THEN 10000 ELSE 0 END ELSE -1 END AS fit_container_strict,
    CASE WHEN p_vm_single THEN 0 ELSE -1 END AS fit_vm_single
  FROM votes
),
headlines AS MATERIALIZED ( -- the first strength in which votes differ decides; of placements that fit alike the first is best
  SELECT
    *,
    CASE WHEN NOT any_vm AND NOT any_container THEN 'none' WHEN NOT any_container THEN 'vm' WHEN NOT any_vm THEN 'container' WHEN strong_vm > strong_container THEN 'vm' WHEN strong_vm < strong_container THEN 'container' WHEN moderate_vm > moderate_container THEN 'vm' WHEN moderate_vm < moderate_container THEN 'container' WHEN slight_vm > slight_container THEN 'vm' WHEN slight_vm < slight_container THEN 'container' ELSE 'either' END AS headline,
    CASE WHEN NOT any_vm AND NOT any_container THEN NULL WHEN NOT any_vm OR NOT any_container THEN 'forced' WHEN strong_vm <> strong_container THEN 'clear' WHEN moderate_vm <> moderate_container THEN 'favoured' WHEN slight_vm <> slight_container THEN 'lean' END AS strength,
    -- whether stronger votes than those that decide stand against each other in equal number
    any_vm AND any_container AND strong_vm = strong_container AND (strong_vm > 0 OR (moderate_vm = moderate_container AND (moderate_vm > 0 OR (slight_vm = slight_container AND slight_vm > 0)))) AS contested,
    CASE fit_vm_single WHEN -1 THEN NULL WHEN fit_vm_single THEN 'vm.single' END AS best_vm,
    CASE GREATEST(fit_container_plain, fit_container_strict) WHEN -1 THEN NULL WHEN fit_container_plain THEN 'container.plain' WHEN fit_container_strict THEN 'container.strict' END AS best_container
  FROM tally
),
forms AS MATERIALIZED ( -- the best placement of each kind that the headline places in
  SELECT
    *,
    CASE WHEN headline IN ('vm', 'either') THEN best_vm END AS form_vm,
    CASE WHEN headline IN ('container', 'either') THEN best_container END AS form_container,
    CASE headline WHEN 'vm' THEN best_vm WHEN 'container' THEN best_container END AS placement
  FROM headlines
)
SELECT
  host,
  site,
  headline,
  strength,
  contested,
  placement,
  CASE WHEN placement = 'container.plain' THEN 'shared-kernel' WHEN placement IN ('container.strict', 'vm.single') THEN 'own-kernel' END AS isolation,
  form_vm,
  form_container,
  ARRAY_TO_STRING(ARRAY[
      CASE WHEN headline <> 'none' AND r_heavy THEN 'copy' END,
      CASE WHEN a_patch AND form_vm = 'vm.single' THEN 'patch' END
    ], '|') AS must,
  ARRAY_TO_STRING(ARRAY[
      CASE WHEN r_heavy AND headline IN ('vm', 'either') THEN 'heavy' END,
      CASE WHEN (r_many AND p_container_plain) AND headline IN ('container', 'either') THEN 'many' END
    ], '|') AS reasons_for,
  ARRAY_TO_STRING(ARRAY[
      CASE WHEN r_heavy AND headline = 'container' THEN 'heavy' END,
      CASE WHEN (r_many AND p_container_plain) AND headline = 'vm' THEN 'many' END
    ], '|') AS reasons_against,
  ARRAY_TO_STRING(ARRAY[
      CASE WHEN r_red THEN 'red' END
    ], '|') AS ruling_out,
  ARRAY_TO_STRING(ARRAY[
      CASE WHEN r_flagged AND form_container IN ('container.plain', 'container.strict') THEN 'flagged' END
    ], '|') AS form_reasons,
  not_understood,
  r_flagged,
  r_heavy,
  r_many,
  r_red
FROM forms;

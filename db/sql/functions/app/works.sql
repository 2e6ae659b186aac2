-- Whether somebody who has this row may change the case, within the limits of their role (ctx.limits): 1 is own cases
-- only, 2 open ones only, 4 none at all. Runs in the policies, so it is written to be taken into them.
create function app.works(a app.case_access, limits integer) returns boolean language sql immutable as $$
  select a.works and limits & (case when a.owns then 4 else 5 end | case when a.closed_at is null then 0 else 2 end) = 0
$$;

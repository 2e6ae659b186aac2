alter table app.review_replies enable row level security;
alter table app.review_replies force row level security;

create policy see on app.review_replies for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = review_replies.case_id offset 0)
    )
  );

create policy add on app.review_replies for insert
  with check (
    org_id = (select ctx.org())
    and (
      (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = review_replies.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
      and said_by = (select ctx.member())
    )
  );

create policy change on app.review_replies for update using (false);

create policy remove on app.review_replies for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.review_replies as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.review_replies as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.review_replies as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.review_replies as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- Written by an administrator; what counts is read in every form. A draft is the administrators' own, and what counted
-- once stays as it was: records name it.
alter table app.choice_versions enable row level security;
alter table app.choice_versions force row level security;

create policy see on app.choice_versions for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('admin', 'service'))
      or ((select ctx.role() in ('supervisor', 'caseworker')) and published_at is not null)
    )
  );

create policy add on app.choice_versions for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.choice_versions for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')) and published_at is null)
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.choice_versions for delete using (false);

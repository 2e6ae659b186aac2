-- Who worked on a case is told that it was erased; the rest is for supervisors. Written by app.erase alone.
alter table app.erasures enable row level security;
alter table app.erasures force row level security;

create policy see on app.erasures for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or ((select ctx.role() in ('caseworker', 'supervisor', 'service')) and (select ctx.member()) = any (seers))
    )
  );

create policy add on app.erasures for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.erasures for update using (false);

create policy remove on app.erasures for delete using (false);

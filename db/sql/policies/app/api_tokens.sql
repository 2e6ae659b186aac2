-- Administrators see every token, and a member those that act in their name.
alter table app.api_tokens enable row level security;
alter table app.api_tokens force row level security;

create policy see on app.api_tokens for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('admin', 'service'))
      or ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
    )
  );

create policy add on app.api_tokens for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'admin'));

create policy change on app.api_tokens for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('admin', 'service'))
      or ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('admin', 'service'))
      or ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
    )
  );

create policy remove on app.api_tokens for delete using (false);

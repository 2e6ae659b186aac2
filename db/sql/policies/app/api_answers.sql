-- A token reads and writes what was answered to itself. What is older than a day goes with the next request of any
-- token of the organisation, else at night; what was answered to a token that ends goes with it (app.end_answers).
alter table app.api_answers enable row level security;
alter table app.api_answers force row level security;

create policy see on app.api_answers for select
  using (org_id = (select ctx.org()) and ((select ctx.part(7)) is not null or (select ctx.role() in ('admin', 'service'))));

create policy add on app.api_answers for insert
  with check (org_id = (select ctx.org()) and token_id = (select ctx.part(7))::uuid);

create policy change on app.api_answers for update
  using (org_id = (select ctx.org()) and token_id = (select ctx.part(7))::uuid)
  with check (org_id = (select ctx.org()) and token_id = (select ctx.part(7))::uuid);

create policy remove on app.api_answers for delete
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('admin', 'service'))
      or ((select ctx.part(7)) is not null and made_at < clock_timestamp() - interval '24 hours')
    )
  );

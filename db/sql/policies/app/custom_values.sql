-- A value is seen by whoever reads the record that it belongs to, as far as its field says.
alter table app.custom_values enable row level security;
alter table app.custom_values force row level security;

create policy see on app.custom_values for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          exists (select from app.case_access a where a.case_id = custom_values.case_id offset 0)
          or (
            client_id is not null
            and exists (select from app.clients c where c.id = custom_values.client_id offset 0)
          )
        )
      )
    )
  );

create policy add on app.custom_values for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          exists (select from app.case_access a where a.case_id = custom_values.case_id and app.works(a, (select ctx.limits())) offset 0)
          or (
            client_id is not null
            and (select ctx.limits()) & 4 = 0
            and exists (select from app.clients c where c.id = custom_values.client_id offset 0)
          )
        )
      )
    )
  );

create policy change on app.custom_values for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          exists (select from app.case_access a where a.case_id = custom_values.case_id and app.works(a, (select ctx.limits())) offset 0)
          or (
            client_id is not null
            and (select ctx.limits()) & 4 = 0
            and exists (select from app.clients c where c.id = custom_values.client_id offset 0)
          )
        )
      )
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          exists (select from app.case_access a where a.case_id = custom_values.case_id and app.works(a, (select ctx.limits())) offset 0)
          or (
            client_id is not null
            and (select ctx.limits()) & 4 = 0
            and exists (select from app.clients c where c.id = custom_values.client_id offset 0)
          )
        )
      )
    )
  );

create policy remove on app.custom_values for delete
  using (
    org_id = (select ctx.org())
    and (case_id in (select ctx.erasing()) or client_id in (select ctx.erasing()))
  );

create policy audience on app.custom_values as restrictive for all
  using (
    (select ctx.role() in ('supervisor', 'service'))
    or field_id in (select f.id from app.custom_fields f where f.audience = 'all')
    or (
      field_id in (select f.id from app.custom_fields f where f.audience = 'owner')
      and (
        exists (select from app.case_access a where a.case_id = custom_values.case_id and a.owns offset 0)
        or exists (
          select from app.cases c join app.case_access a on a.case_id = c.id
          where c.client_id = custom_values.client_id and a.owns offset 0
        )
      )
    )
  );

create policy denied on app.custom_values as restrictive for all
  using (
    (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]))
    and (client_id is null or client_id <> all ((select ctx.denied_clients())::uuid[]))
  );

create policy restricted_add on app.custom_values as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.custom_values as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.custom_values as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- A value may become too old for a role to change.
create policy rules_age on app.custom_values as restrictive for update
  using (set_at > (select ctx.oldest()));

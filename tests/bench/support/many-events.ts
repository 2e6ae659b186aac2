import type { Sql } from "postgres";

/** Writes this many events of steps into the cases of an organisation, spread over three years, as the superuser. */
export async function fillEvents(bare: Sql, orgId: string, count: number): Promise<void> {
  await bare`insert into app.step_events (id, org_id, case_id, step_key, event, happened_on, recorded_at)
    select gen_random_uuid(), ${orgId}, c.id, (array['csc-report', 'ic3', 'platform-reports', 'detective'])[1 + at % 4],
      (array['begun', 'submitted', 'contact', 'outcome'])[1 + (at / 4) % 4],
      (now() - (at % 1040) * interval '1 day')::date, now() - (at % 1040) * interval '1 day'
    from generate_series(1, ${count}::int) at
    join (select id, row_number() over (order by id) - 1 as place from app.cases where org_id = ${orgId}) c
      on c.place = at % (select count(*) from app.cases where org_id = ${orgId})`;
  await bare`insert into app.case_steps (org_id, case_id, step_key, state, begun_on, submitted_on, last_contact_on,
      updated_at)
    select ${orgId}, id, s.key, s.state, opened_at::date, case when s.state = 'submitted' then opened_at::date end,
      last_activity_at::date, last_activity_at
    from app.cases, (values ('csc-report', 'submitted'), ('ic3', 'submitted'), ('detective', 'begun')) s(key, state)
    where org_id = ${orgId} on conflict do nothing`;
  await bare`vacuum analyze`;
}

import type { Sql } from "postgres";

/**
 * Open cases written straight into the tables by the superuser: each with a client, an account, two incidents, five
 * steps, three numbers and a release. Dates spread over two years, so that some clocks are late and most are not.
 */
export async function plantOpenCases(bare: Sql, orgId: string, ownerId: string, count: number): Promise<void> {
  await bare.begin(async (sql) => {
    // Triggers want a person who acts; the one row that they would write is written below.
    await sql`set local session_replication_role = replica`;
    await sql`create temporary table plant on commit drop as
      select n, gen_random_uuid() as case_id, gen_random_uuid() as client_id, gen_random_uuid() as case_key,
        gen_random_uuid() as client_key, gen_random_uuid() as subject_id,
        now() - (n % 700) * interval '1 day' - interval '2 days' as opened
      from generate_series(1, ${count}::int) n`;
    await sql`insert into app.data_keys (id, org_id, purpose, wrapped, created_at)
      select case_key, ${orgId}::uuid, 'case', 'none', opened from plant
      union all select client_key, ${orgId}::uuid, 'client', 'none', opened from plant`;
    await sql`insert into app.clients (id, org_id, key_id, number, code, pseudonym, name, safe_contact,
        safe_contact_reviewed_on, registered_by, registered_at)
      select client_id, ${orgId}::uuid, client_key, n, 'CL-' || n, 'Plant ' || n, 'none', 'none',
        (now() - (n % 40) * interval '1 day')::date, ${ownerId}::uuid, opened from plant`;
    await sql`insert into app.cases (id, org_id, key_id, number, code, pseudonym, client_id, pair, playbook_version,
        risk, matter, traits, owner_id, opened_at, last_activity_at)
      select case_id, ${orgId}::uuid, case_key, n, 'CD-26-' || n, 'Plant ' || n, client_id, 'ZA-US', 1, 'standard',
        'Threats', case when n % 3 = 0 then '{intimate_images}'::text[] end, ${ownerId}::uuid, opened, opened from plant`;
    await sql`insert into app.case_members (org_id, case_id, member_id, since)
      select ${orgId}::uuid, case_id, ${ownerId}::uuid, opened from plant`;
    await sql`insert into app.case_access (case_id, member_id, org_id, owns, works, until, opened_at, last_activity_at,
        pseudonym, sought, risk, level)
      select c.id, c.owner_id, c.org_id, true, true, 'infinity', c.opened_at, c.last_activity_at, c.pseudonym, c.sought,
        c.risk, c.level from app.cases c join plant p on p.case_id = c.id`;
    await sql`insert into app.subjects (id, org_id, case_id, number, added_at)
      select subject_id, ${orgId}::uuid, case_id, 1, opened from plant`;
    await sql`insert into app.accounts (id, org_id, case_id, subject_id, number, platform, platform_id, handle,
        confidence, added_at)
      select gen_random_uuid(), ${orgId}::uuid, case_id, subject_id, 1, 'x', n::text, '@quiet_harbour_' || n, 'possible',
        opened from plant`;
    await sql`insert into app.incidents (id, org_id, case_id, number, kind, nature, happened_at, zone, what, logged_by,
        logged_at)
      select gen_random_uuid(), ${orgId}::uuid, case_id, i, 'act', 'threat_violence', opened - i * interval '3 days',
        'Africa/Johannesburg', 'none', ${ownerId}::uuid, opened from plant, generate_series(1, 2) i`;
    await plantProgress(sql, orgId, ownerId);
  });
  await bare`vacuum analyze`;
}

type Open = Parameters<Parameters<Sql["begin"]>[1]>[0];

async function plantProgress(sql: Open, orgId: string, ownerId: string): Promise<void> {
  // What the job after each change has long noted.
  await sql`insert into app.step_events (id, org_id, case_id, step_key, event, happened_on, recorded_at)
    select gen_random_uuid(), ${orgId}::uuid, case_id, s.key, 'done', opened::date, opened
    from plant, (values ('safe-contact'), ('csc-report'), ('ic3'), ('platform-reports')) as s(key)`;
  await sql`insert into app.case_steps (org_id, case_id, step_key, state, begun_on, submitted_on, last_contact_on,
      updated_at)
    select ${orgId}::uuid, case_id, s.key, s.state, opened::date, case when s.state = 'submitted' then opened::date end,
      (now() - (n % 30) * interval '1 day')::date, opened
    from plant, (values ('sworn-statement', 'done'), ('csc-report', 'submitted'), ('detective', 'begun'),
      ('platform-reports', 'submitted'), ('ic3', 'submitted')) as s(key, state)`;
  await sql`insert into app.references (id, org_id, case_id, kind, state, raw, canonical, issued_on, recorded_by,
      recorded_at)
    select gen_random_uuid(), ${orgId}::uuid, case_id, r.kind, 'issued', r.word || n || '/10/2026',
      r.word || n || '/10/2026', opened::date, ${ownerId}::uuid, opened
    from plant, (values ('cas', 'Voorbeeld CAS '), ('ic3', 'I'), ('platform_report', 'FG-')) as r(kind, word)`;
  await sql`insert into app.releases (id, org_id, case_id, number, recipient, purpose, items, signed_on, expires_on,
      granted_by, granted_at)
    select gen_random_uuid(), ${orgId}::uuid, case_id, 1, 'Station', 'Docket', 'Statement', opened::date,
      (now() + (n % 60) * interval '1 day')::date, ${ownerId}::uuid, opened from plant`;
}

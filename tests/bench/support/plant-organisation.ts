import type { Sql } from "postgres";

export type Planted = {
  orgId: string;
  supervisorId: string;
  /** Who own the cases: the first ones many, the last ones fewer. */
  caseworkerIds: readonly string[];
  /** A caseworker with 40 cases, however large the organisation is. */
  fewId: string;
};

const tables = [
  "app.data_keys",
  "app.clients",
  "app.cases",
  "app.case_members",
  "app.case_access",
  "app.case_steps",
  'app."references"',
  "app.queue_items",
];
const plants = ["Honeybush", "Rooibos", "Protea", "Buchu", "Marula", "Fynbos", "Baobab", "Aloe", "Sedge", "Karee"];

/**
 * A whole organisation written straight into the tables by the superuser, a million cases in minutes: two in five
 * closed, most of the open ones with a date, one in eight of those late; two numbers and two acts in the queue each,
 * a helper on one in twenty, and some flags, review notes, packets, and numbers and steps that wait for an answer.
 */
export async function plantOrganisation(bare: Sql, planted: Planted, count: number): Promise<void> {
  const { orgId, supervisorId, caseworkerIds, fewId } = planted;
  await bare.begin(async (sql) => {
    // Triggers want a person who acts; the rows that they would write are written below.
    await sql`set local session_replication_role = replica`;
    await sql`set local statement_timeout = 0`;
    await sql`set local work_mem = '256MB'`;
    await sql`set local maintenance_work_mem = '256MB'`;
    await sql`select setseed(0.2026)`;
    // Made again at the end: filled row by row they would take ten times as long.
    const indexes = await sql<{ name: string; text: string }[]>`
      select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
      where i.indrelid = any (${tables}::regclass[]) and not exists (
        select from pg_constraint k where k.conindid = i.indexrelid)`;
    for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
    // Ids in the order of n, as the product's are in the order of time; others in each organisation.
    await sql`select set_config('bench.org', ${orgId}, true)`;
    await sql`create or replace function pg_temp.id_of(n bigint, what text) returns uuid language sql as
      $$ select (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5(n || what), 1, 3) || '8'
        || substr(md5(what || n || current_setting('bench.org')), 1, 15))::uuid $$`;
    await sql`create temporary table plant on commit drop as
      select n, pg_temp.id_of(n, 'case') as case_id, pg_temp.id_of(n, 'client') as client_id, pg_temp.id_of(n, 'key') as key_id,
        case when n <= 40 then ${fewId}::uuid
          else (${[...caseworkerIds]}::uuid[])[1 + floor(power(random(), 1.6) * ${caseworkerIds.length}::int)::int] end as owner_id,
        date_trunc('day', now()) - ceil(random() * 1040) * interval '1 day' + random() * interval '9 hours' as opened,
        random() < 0.4 as closed, random() as danger, random() as quiet, random() < 0.65 as dated,
        floor(random() * 104)::int - 13 as due_in, random() as level, random() as pick
      from generate_series(1, ${count}::int) n`;
    await sql`insert into app.data_keys (id, org_id, purpose, wrapped, created_at)
      select key_id, ${orgId}::uuid, 'case', 'none', opened from plant`;
    await sql`insert into app.clients (id, org_id, key_id, number, code, pseudonym, name, safe_contact,
        safe_contact_reviewed_on, registered_by, registered_at)
      select client_id, ${orgId}::uuid, key_id, n, 'CL-' || n, (${plants}::text[])[1 + floor(pick * 10)::int] || ' ' || n,
        'none', 'none', now()::date, owner_id, opened from plant`;
    await sql`insert into app.cases (id, org_id, key_id, number, code, pseudonym, client_id, pair, playbook_version, risk,
        in_danger, matter, owner_id, opened_at, last_activity_at, level, levels, marks, next_step, next_due_on,
        next_due_label, closed_at, number_kinds)
      select case_id, ${orgId}::uuid, key_id, n, 'CD-' || to_char(opened, 'YY') || '-' || n,
        (${plants}::text[])[1 + floor(pick * 10)::int] || ' ' || lpad(n::text, 7, '0'), client_id,
        case when level < 0.92 then 'ZA-US' else 'US-ZA' end, 1,
        case when danger < 0.12 then 'high' when danger < 0.4 then 'elevated' else 'standard' end, danger < 0.02,
        'Threats and an impostor account', owner_id, opened, opened + quiet * (now() - opened),
        1 + floor(level * level * 6)::int, 6, 'ddonnn/nddwnn/---b--',
        case when closed then '' else (array['Ask for the CAS number', 'Ask the platform to keep the data',
          'Draft the packet', 'Call the officer'])[1 + floor(quiet * 4)::int] end,
        case when dated and not closed then now()::date + due_in end,
        case when dated and not closed then 'Follow up' end,
        case when closed then opened + random() * (now() - opened) end, '{cas,ic3}'
      from plant`;
    await sql`insert into app.case_members (org_id, case_id, member_id, since)
      select ${orgId}::uuid, case_id, owner_id, opened from plant
      union select ${orgId}::uuid, case_id, (${[...caseworkerIds]}::uuid[])[1 + n % ${caseworkerIds.length}::int], opened
      from plant where n % 20 = 0 and owner_id <> (${[...caseworkerIds]}::uuid[])[1 + n % ${caseworkerIds.length}::int]`;
    // Ids in the order of time, as the product makes them.
    await sql`insert into app.references (id, org_id, case_id, kind, state, raw, canonical, issued_on, recorded_by,
        recorded_at)
      select pg_temp.id_of((extract(epoch from opened) * 1000)::bigint - 1700000000000, r.kind || n),
        ${orgId}::uuid, case_id, r.kind, 'issued', r.word || n || '/10/2026', r.word || n || '/10/2026', opened::date,
        owner_id, opened
      from plant, (values ('cas', 'Voorbeeld CAS '), ('ic3', 'I')) as r(kind, word)`;
    await sql`insert into app.references (id, org_id, case_id, kind, state, recorded_by, recorded_at)
      select gen_random_uuid(), ${orgId}::uuid, case_id, 'cas', 'not_yet_issued', owner_id, opened
      from plant where n % 100 = 1 and not closed`;
    await sql`insert into app.case_steps (org_id, case_id, step_key, part, state, updated_at)
      select ${orgId}::uuid, case_id, 'saps-docket', '', 'submitted', opened from plant where n % 50 = 2 and not closed`;
    await sql`insert into app.queue_items (id, org_id, case_id, owner_id, key, turn, kind, due_on, day_at, late_at, since)
      select pg_temp.id_of(n, 'item'), ${orgId}::uuid, case_id, owner_id, 'step:detective:followup', 'ours', 'P', now()::date + due_in,
        date_trunc('day', now()) + due_in * interval '1 day', date_trunc('day', now()) + (due_in + 1) * interval '1 day',
        opened::date from plant where dated and not closed
      union all select pg_temp.id_of(n, 'wait'), ${orgId}::uuid, case_id, owner_id, 'wait:ic3', 'theirs', null, null, null, null, opened::date
      from plant where not closed`;
    await sql`insert into app.case_flags (id, org_id, case_id, message, look_on, raised_by, raised_at, resolved_at, resolved_by)
      select gen_random_uuid(), ${orgId}::uuid, case_id, 'none', now()::date + 30, owner_id, opened,
        case when n % 1000 > 0 then opened end, case when n % 1000 > 0 then owner_id end from plant where n % 100 = 0`;
    await sql`insert into app.case_reviews (id, org_id, case_id, note, written_by, written_at, turn, closed_at, closed_by)
      select gen_random_uuid(), ${orgId}::uuid, case_id, 'none', ${supervisorId}::uuid, opened + quiet * (now() - opened), null,
        opened, ${supervisorId}::uuid from plant where n % 25 = 0`;
    await sql`insert into app.packets (id, org_id, case_id, kind, number, version, code, receiver, status, draft,
        drafted_by, drafted_at)
      select gen_random_uuid(), ${orgId}::uuid, case_id, 'police', 1, 1, 'PK-' || n, 'Station',
        case when n % 5000 = 0 then 'ready' else 'handed_over' end, 'none', owner_id, opened
      from plant where n % 50 = 0`;
    await sql`insert into app.case_access (case_id, member_id, org_id, owns, works, until, closed_at, opened_at,
        last_activity_at, next_due_on, pseudonym, sought, risk, level)
      select c.id, m.member_id, c.org_id, m.member_id = c.owner_id, true, 'infinity', c.closed_at, c.opened_at,
        c.last_activity_at, c.next_due_on, c.pseudonym, c.sought, c.risk, c.level
      from app.case_members m join app.cases c on c.id = m.case_id where c.org_id = ${orgId}`;
    for (const { text } of indexes) await sql.unsafe(text);
  });
  await bare`vacuum analyze`;
}

import type { Sql } from "postgres";

/**
 * Writes this many numbers into the cases of an organisation, half counted by a station and half of a company, with
 * the keys and the words that the product stores. Written by the superuser in a few statements, past the triggers that
 * keep the words row by row: a person would need a year.
 */
export async function fillReferences(bare: Sql, orgId: string, count: number): Promise<void> {
  await bare`set session_replication_role = replica`;
  await bare`create temp table made as
    select gen_random_uuid() as id, at, c.id as case_id
    from generate_series(1, ${count}::int) at
    join (select id, row_number() over (order by id) - 1 as place from app.cases where org_id = ${orgId}) c
      on c.place = at % (select count(*) from app.cases where org_id = ${orgId})`;
  await bare`insert into app."references" (id, org_id, case_id, kind, state, raw, canonical, recorded_at)
    select id, ${orgId}, case_id, case when at % 2 = 1 then 'cas' else 'platform_report' end, 'issued',
      case when at % 2 = 1 then 'Denkbeeld Wes CAS ' || at || '/4/2031' else 'zz-' || lpad(at::text, 7, '0') || '-qx' end,
      case when at % 2 = 1 then 'Denkbeeld Wes CAS ' || at || '/4/2031' else 'ZZ-' || lpad(at::text, 7, '0') || '-QX' end,
      now() from made`;
  await bare`insert into app.reference_keys (org_id, case_id, reference_id, key)
    select ${orgId}, case_id, id, key from made, unnest(case when at % 2 = 1
      then array['DENKBEELDWES:CAS:' || at || '/4/2031', 'CAS:' || at || '/4/2031', at || '/4/2031']
      else array['ZZ' || lpad(at::text, 7, '0') || 'QX'] end) key`;
  await bare`insert into app.case_words (org_id, case_id, source_id, word)
    select r.org_id, r.case_id, r.id, w from app."references" r join made m on m.id = r.id,
      app.search_words(concat_ws(' ', r.raw, r.canonical), r.canonical) w`;
  await bare`set session_replication_role = origin`;
  await bare`drop table made`;
  await bare`vacuum analyze app."references"`;
  await bare`vacuum analyze app.case_words`;
  await bare`vacuum analyze app.reference_keys`;
}

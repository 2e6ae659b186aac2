import postgres from "postgres";
import { inject } from "vitest";
import { newId } from "@/lib/platform/ids";
import { owner } from "./db";
import { apart } from "./model/tables";

type Column = { table: string; name: string; type: string; needed: boolean };
type Reference = { table: string; parent: string; columns: string[]; targets: string[] };
type Row = Record<string, unknown>;

export type Whose = { orgId: string; memberId: string; liaisonId: string; caseId: string; clientId: string };

/** Texts that a check of the table wants; everything else may say anything. */
const wanted: Record<string, Row> = {
  client_pages: { ended_at: null, ended_by: null, wrong_pins: 0, last_visit_at: null },
  client_messages: { kind: "message", writer: "staff", withdrawn_at: null, withdrawn_by: null },
  client_files: { state: "announced", file_id: null, decided_at: null, decided_by: null, exhibit_id: null },
  enquiries: { state: "case" },
  incoming_mails: {
    state: "held",
    by_itself: false,
    file_id: null,
    decided_by: null,
    decided_at: null,
    letter_id: null,
    exhibit_id: null,
  },
  client_papers: {
    answer: null,
    answered_at: null,
    withdrawn_at: null,
    recorded_id: null,
    followed_at: null,
    refused: null,
    ended_at: null,
    ended_by: null,
  },
  client_notices: { sent_at: null, refused: null, refused_at: null },
  case_exports: { kind: "case", state: "ready", decided_by: null, client_id: null, request_id: null },
  first_links: { released_at: null, released_by: null, expires_at: null, redeemed_at: null, tries: 0, downloads: 0 },
  custom_fields: {
    record: "case",
    kind: "short_text",
    audience: "all",
    required: "never",
    retired_at: null,
    retired_by: null,
  },
  incidents: { nature_version: null },
  cases: { outcome_version: null },
  services: { kind_version: null },
  custom_values: { client_id: null, is_unknown: false, sealed_value: null },
  import_rows: { state: "imported" },
  imports: { state: "done" },
  breach_notices: { reviewed_at: null, reviewed_by: null, sent_on: null, sent_by: null },
  scans: { state: "pending", let_out_by: null, let_out_at: null, let_out_reason: null },
  word_covers: { lifts: null },
  transcripts: { withdraws: null, version: 1 },
  translations: { withdraws: null, signed_in: null },
  packets: { decided_by: null, decided_at: null, status: "ready" },
};

/** Only a release that names the officer lets these be written. */
const ofReleases = ["dispatches", "first_links"];
/** Only an administrator writes these. */
const ofAdministrators = ["webhooks", "receiving_systems"];
/** What rows of cases and clients hang on, and is about neither. */
const parents = [
  "imports",
  "assignment_batches",
  "breaches",
  "official_forms",
  "services",
  "custom_fields",
  "webhooks",
  "receiving_systems",
];

/**
 * A row in every table that has a `case_id` or a `client_id`, with `word` in every column that takes text, JSON or
 * bytes, and the rows that they hang on. Gives the names of the tables that say it; a new table is planted by itself.
 */
export async function plantEverywhere(word: string, whose: Whose): Promise<string[]> {
  const { orgId, memberId, liaisonId, caseId, clientId } = whose;
  const known = new Map<string, Row>();
  const seed = async (table: string, id: string) => {
    const [row] = await asService(orgId, memberId, (tx) => tx.unsafe(`select * from app.${table} where id = $1`, [id]));
    known.set(table, row as Row);
  };
  await seed("cases", caseId);
  await seed("clients", clientId);
  await seed("members", memberId);
  known.set("liaisons", { org_id: orgId, member_id: liaisonId });
  const keys: Record<string, Row> = {};
  for (const purpose of ["packet", "staff"]) {
    const [key] = await asService(
      orgId,
      memberId,
      (tx) => tx`insert into app.data_keys (id, org_id, purpose, wrapped, created_at)
        values (${newId()}, ${orgId}, ${purpose}, 'x', now()) returning *`,
    );
    keys[purpose] = key as Row;
  }
  const tables = await tablesOf();
  const shapes = await shapesOf();
  let waiting = [...parents, ...tables.filter((table) => table !== "cases")];
  for (let last = -1, errors: string[] = []; waiting.length > 0; ) {
    if (last === waiting.length) throw new Error(`Not planted: ${errors.join("\n")}`);
    last = waiting.length;
    errors = [];
    const still: string[] = [];
    for (const table of waiting) {
      known.set("data_keys", (parents.includes(table) ? keys.staff : keys.packet) as Row);
      const failed = await plant(table, parents.includes(table) ? "words" : word, known, whose, shapes);
      if (failed) still.push(table);
      if (failed) errors.push(`${table}: ${failed}`);
    }
    waiting = still;
  }
  await plantTokens(word, known, whose);
  const planted = tables.filter((table) => table !== "cases" && JSON.stringify(known.get(table) ?? {}).includes(word));
  return [...planted, "search_tokens"];
}

/** What finds a planted row by a keyed token hangs on it by its id alone. */
async function plantTokens(word: string, known: ReadonlyMap<string, Row>, { orgId, memberId }: Whose): Promise<void> {
  for (const [table, kind] of Object.entries({
    accounts: "account",
    identifiers: "identifier",
    subjects: "subject",
    exhibits: "exhibit",
  })) {
    const token = Buffer.from(`${word} ${kind}`);
    const row = {
      org_id: orgId,
      owner_kind: kind,
      owner_id: known.get(table)?.id,
      field: "handle",
      match: "exact",
      token,
    };
    await asService(orgId, memberId, (tx) => tx`insert into app.search_tokens ${tx(row as never)}`);
  }
}

async function tablesOf(): Promise<string[]> {
  const rows = await owner()<{ name: string }[]>`select distinct table_name as name from information_schema.columns
    where table_schema = 'app' and column_name in ('case_id', 'client_id') order by 1`;
  return rows.map(({ name }) => name);
}

type Shapes = { columns: Column[]; references: Reference[] };

async function plant(
  table: string,
  word: string,
  known: Map<string, Row>,
  whose: Whose,
  shapes: Shapes,
): Promise<string | null> {
  const columns = shapes.columns.filter((column) => column.table === table);
  const references = shapes.references.filter((reference) => reference.table === table);
  const row: Row = { org_id: whose.orgId };
  for (const { parent, columns: own, targets } of references) {
    const found = known.get(parent);
    own.forEach((column, at) => {
      if (column === "org_id" || column in row) return;
      const target = found?.[targets[at] ?? ""];
      if (target !== undefined) row[column] = target;
      else if (columns.find(({ name }) => name === column)?.needed) row[column] = undefined;
      else row[column] = null;
    });
  }
  for (const { name, type } of columns) {
    if (name === "case_id") row[name] = whose.caseId;
    else if (name === "client_id") row[name] = whose.clientId;
    else if (name.endsWith("_by") && type === "uuid" && !(name in row)) row[name] = whose.memberId;
    else if (!(name in row)) row[name] = filler(name, type, word);
  }
  Object.assign(row, wanted[table] ?? {});
  // What it hangs on is not there yet: it is tried again in the next pass.
  const lacking = Object.keys(row).find((column) => row[column] === undefined);
  if (lacking) return `nothing for ${lacking}`;
  for (const column of ["liaison_id", "offered_to"]) if (column in row) row[column] = whose.liaisonId;
  if ([...apart, ...ofReleases, ...ofAdministrators].includes(table)) {
    known.set(table, await pastTriggers(table, row));
    return null;
  }
  let text = "";
  for (const role of ["service", "supervisor", "caseworker", "liaison"]) {
    const as = role === "liaison" ? whose.liaisonId : whose.memberId;
    if (role === "liaison") for (const column of ["asked_by", "recorded_by"]) if (column in row) row[column] = as;
    try {
      const [planted] = await asService(
        whose.orgId,
        as,
        (tx) => tx`insert into ${tx(`app.${table}`)} ${tx(row as never)} returning *`,
        role,
      );
      known.set(table, planted as Row);
      return null;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      // Kept by a trigger of another table: it is there.
      if (code === "23505") return null;
      if (text === "" || /row-level/.test(text)) text = message;
    }
  }
  return text;
}

/** Their triggers ask for a story that has nothing to do with erasing. */
export async function pastTriggers(table: string, row: Row): Promise<Row> {
  const name = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  const address = inject("database").superuserUrl.replace(/\/[^/]*$/, name);
  const above = postgres(address, { max: 1, connection: { session_replication_role: "replica" }, onnotice: () => {} });
  try {
    const [planted] = await above`insert into ${above(`app.${table}`)} ${above(row as never)} returning *`;
    return planted as Row;
  } finally {
    await above.end();
  }
}

function filler(name: string, type: string, word: string): unknown {
  if (type === "uuid") return newId();
  if (type === "_uuid") return [newId()];
  if (type === "_text") return [word];
  if (type === "numeric") return 7;
  if (/int/.test(type)) return 1000 + Math.floor(Math.random() * 20_000);
  if (type === "boolean") return false;
  if (type === "date") return "2026-11-24";
  if (type === "jsonb") return { said: word };
  if (type === "bytea") return Buffer.from(`${word} ${newId()}`);
  if (type.startsWith("timestamp")) return name === "closed_at" ? null : "2026-11-24T10:00:00Z";
  return word;
}

async function shapesOf(): Promise<Shapes> {
  const columns = await owner()<Column[]>`
    select table_name as table, column_name as name,
      case when data_type = 'ARRAY' then udt_name else data_type end as type, is_nullable = 'NO' as needed
    from information_schema.columns where table_schema = 'app'`;
  const references = await owner()<Reference[]>`
    select c.relname as table, p.relname as parent,
      (select array_agg(a.attname::text order by k.i) from unnest(con.conkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.n) as columns,
      (select array_agg(a.attname::text order by k.i) from unnest(con.confkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.n) as targets
    from pg_constraint con join pg_class c on c.oid = con.conrelid join pg_class p on p.oid = con.confrelid
    where con.contype = 'f' and c.relnamespace = 'app'::regnamespace`;
  return { columns: [...columns], references: [...references] };
}

type Sql = ReturnType<typeof owner>;

/** In a transaction of the owner, seen as a role of the organisation: the walls hold for the owner too. */
export async function asService<T>(
  orgId: string,
  memberId: string,
  act: (tx: Sql) => Promise<T>,
  role = "service",
): Promise<T> {
  return owner().begin(async (tx) => {
    await tx`select ctx.put(${orgId}::uuid, ${role === "service" ? null : memberId}::uuid, ${role})`;
    return act(tx as unknown as Sql);
  }) as Promise<T>;
}

/** Tables of every schema in which a row says the word, in any column, as text or as bytes. */
export async function tablesContaining(word: string, orgId: string): Promise<string[]> {
  const hex = Buffer.from(word).toString("hex");
  const tables = await owner()<{ name: string }[]>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('app', 'auth', 'audit', 'ctx', 'pgboss') order by 1`;
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name where exists (select 1 from ${name} t where t::text ilike '%${word}%' or t::text like '%${hex}%')`,
  );
  const found = await asService<{ name: string }[]>(orgId, orgId, (tx) => tx.unsafe(each.join(" union all ")));
  return found.map(({ name }) => name);
}

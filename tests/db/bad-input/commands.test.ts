import * as fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { may, roles } from "@/lib/kernel/access/roles";
import { AppError } from "@/lib/platform/errors";
import { everyCommand, type Known } from "../../support/bad-input/commands";
import { pollutedPrototypes } from "../../support/bad-input/prototypes";
import { shaped } from "../../support/bad-input/shaped";
import { badValue } from "../../support/bad-input/values";
import { caseForm } from "../../support/case-form";
import { addExhibit } from "../../support/exhibit";
import { makeOrg, type Org } from "../../support/org";

/** BAD_COMMANDS makes it longer. */
const wanted = Number(process.env.BAD_COMMANDS ?? 2_000);
const seed = Number(process.env.BAD_INPUT_SEED ?? 20_261_126);
const name = () => (process.env.DATABASE_URL ?? "").split("/").at(-1) ?? "";
let superuser: postgres.Sql;
let org: Org;
let ids: { of: string; id: string }[];
const who = new Map<string, Ctx>();

beforeAll(async () => {
  superuser = postgres(inject("database").superuserUrl.replace(/[^/]+$/, name()), { max: 1, onnotice: () => {} });
  org = await makeOrg();
  for (const role of roles) who.set(role, await org.confirmed(role));
  who.set("service", org.service());
  const boss = who.get("supervisor") as Ctx;
  const { id } = await openCase(boss, caseForm());
  await addExhibit(boss, id, Buffer.from("A letter"));
  ids = await everyId();
}, 60_000);

afterAll(() => superuser?.end());

/** Ids of this organisation's rows, so that an input gets as far as it can. */
async function everyId(): Promise<{ of: string; id: string }[]> {
  const tables = await superuser<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c where c.table_schema = 'app' and c.column_name = 'id'
      and exists (select 1 from information_schema.columns o where o.table_schema = 'app' and o.table_name = c.table_name
        and o.column_name = 'org_id')`;
  const each = tables.map(
    (table) => `select '${table.name}' as of, id::text from app."${table.name}" where org_id = '${org.id}'`,
  );
  return superuser.unsafe<{ of: string; id: string }[]>(each.join(" union all "));
}

/** `caseId` is mostly the id of a case, and sometimes of anything else. */
function idFor(name: string): fc.Arbitrary<string> {
  const table = `${name.replace(/Ids?$/, "").replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}s`;
  const own = ids.filter((id) => id.of === table).map((id) => id.id);
  const any = fc.constantFrom(...ids.map((id) => id.id));
  return own.length === 0
    ? any
    : fc.oneof({ arbitrary: fc.constantFrom(...own), weight: 9 }, { arbitrary: any, weight: 1 });
}

/** One hash over every row of every table of the application, and over the jobs that wait. */
async function digest(): Promise<string> {
  const tables = await superuser<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname = 'app' or (schemaname = 'pgboss' and tablename = 'job') order by 1`;
  const each = tables.map(
    ({ name: of }) =>
      `select '${of}' as of, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from ${of} t`,
  );
  const rows = await superuser.unsafe<{ of: string; rows: string }[]>(each.join(" union all "));
  return rows
    .map((row) => `${row.of} ${row.rows}`)
    .toSorted()
    .join("\n");
}

function ctxFor(needs: Parameters<typeof may>[1]): Ctx {
  const role = (["supervisor", "admin", "liaison", "caseworker", "service"] as const).find((candidate) =>
    may({ role: candidate }, needs),
  );
  return who.get(role ?? "supervisor") as Ctx;
}

/** Says how it went: done, refused, or the error that nobody expected. */
async function outcome(act: Promise<unknown>): Promise<"done" | "refused" | string> {
  try {
    await act;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return "refused";
    return `${error instanceof Error ? error.name : typeof error}: ${sqlState(error) ?? ""} ${String(error).slice(0, 200)}`;
  }
}

/** What these are given is made by the server itself, and they rightly break when it is not. */
const ours = [
  "lib/operations/imports/commands/start-import.ts",
  "lib/documents/forms/commands/add-form.ts",
  "lib/evidence/timestamps/note-stamp.ts",
];

const counts = { tried: 0, refused: 0, done: 0 };
const unexpected: string[] = [];

async function tryOne({ file, needs, run }: Known, raw: unknown): Promise<void> {
  const message = await outcome(run(ctxFor(needs), raw));
  counts.tried += 1;
  if (message === "done") counts.done += 1;
  else if (message === "refused") counts.refused += 1;
  else unexpected.push(`${file} ${message} ${fc.stringify(raw).slice(0, 600)}`);
}

const half = (commands: readonly Known[]) => Math.ceil(wanted / 2 / commands.length);

test("what is not as it should be changes nothing, at any command", { timeout: 120_000 }, async () => {
  const commands = await everyCommand();
  const before = await digest();
  for (const known of commands) {
    const input = fc.oneof(
      { arbitrary: shaped(known.schema, { idFor }), weight: 4 },
      { arbitrary: badValue, weight: 1 },
    );
    const wrong = fc
      .sample(input, { seed, numRuns: 12 * half(commands) })
      .filter((raw) => !known.schema.safeParse(raw).success);
    for (const raw of wrong.slice(0, half(commands))) await tryOne(known, raw);
  }
  expect(unexpected).toEqual([]);
  expect(counts).toMatchObject({ done: 0, refused: counts.tried });
  expect(await digest()).toBe(before);
});

test("what is nearly right is done or refused in words of ours, at any command", { timeout: 120_000 }, async () => {
  const commands = (await everyCommand()).filter(({ file }) => !ours.includes(file));
  for (const known of commands) {
    const nearly = fc.sample(shaped(known.schema, { idFor, nearly: true }), { seed, numRuns: 40 * half(commands) });
    const right = nearly.filter((raw) => known.schema.safeParse(raw).success);
    for (const raw of (right.length > 0 ? right : nearly).slice(0, half(commands))) await tryOne(known, raw);
  }
  expect(unexpected).toEqual([]);
  expect(counts.tried).toBeGreaterThanOrEqual(wanted);
  expect(counts.done).toBeGreaterThan(100);
  expect(pollutedPrototypes()).toEqual([]);
});

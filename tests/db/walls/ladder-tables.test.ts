import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Ctx, inScope } from "@/lib/access/ctx";
import { sqlState } from "@/lib/access/database-errors";
import { newId } from "@/lib/platform/ids";
import { recordReference } from "@/lib/references/record-reference";
import { owner } from "../../support/db";
import { addExhibit } from "../../support/exhibit";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";
import { plantAccount } from "../../support/plant-matter";

const ofCase = [
  ...["hand_clocks", "preservations", "refusals", "authorities", "documents", "reference_secrets"],
  ...["clock_changes", "document_versions", "reference_changes"],
];
const ofMember = ["reminder_wishes", "calendar_feeds", "mails", "reminders"];
const ofOrg = ["provision_versions", "proclaimed_days"];
const onlyGrowing = ["clock_changes", "document_versions", "reference_changes", "provision_versions"];

let org: Org;
let worker: Person;
let caseId: string;
const readers: Record<string, Ctx> = {};

beforeAll(async () => {
  org = await makeOrg();
  const other = await makeOrg();
  worker = await org.person("caseworker");
  caseId = await plantCase(worker.ctx);
  Object.assign(parents, { org_id: org.id, case_id: caseId, member_id: worker.memberId });
  parents.account_id = await plantAccount(worker.ctx, caseId, null);
  parents.exhibit_id = (await addExhibit(worker.ctx, caseId, Buffer.from("words"))).exhibitId;
  parents.reference_id = (await recordReference(worker.ctx, { caseId, kind: "ncb", state: "not_yet_issued" })).id;
  for (const table of [...ofCase, ...ofMember, ...ofOrg]) await plantRow(table);
  for (const role of ["supervisor", "admin", "liaison"] as const) readers[role] = await org.as(role);
  readers.worker = worker.ctx;
  readers.colleague = (await org.person("caseworker")).ctx;
  readers.service = org.service();
  readers.stranger = await other.as("supervisor");
  readers["strange admin"] = await other.as("admin");
  readers["strange service"] = other.service();
});

/** What rows hang on, by the name of the column. */
const parents: Record<string, string> = {};

/** In whose name a row of the table is written. */
function writer(table: string): string {
  if (table === "mails" || table === "reminders") return "service";
  if (ofOrg.includes(table)) return "admin";
  return "caseworker";
}

/** One row, whose it is and what it hangs on; what it says does not matter to the walls. */
async function plantRow(table: string): Promise<void> {
  const columns = await owner()<{ name: string; type: string }[]>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'app' and table_name = ${table} and (is_nullable = 'NO' or column_name = 'case_id')`;
  const id = newId();
  const known: Record<string, string> = { ...parents, id };
  const cell = (name: string, type: string) => known[name] ?? (name.endsWith("_by") ? worker.memberId : filler(type));
  const values = columns.map(({ name, type }) => cell(name, type));
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const places = values.map((_, no) => `$${no + 1}`).join(", ");
  await owner().begin(async (tx) => {
    await tx`select ctx.put(${org.id}::uuid, ${worker.memberId}::uuid, ${writer(table)})`;
    await tx.unsafe(`insert into app.${table} (${names}) values (${places})`, values);
  });
  if (table === "documents") parents.document_id = id;
}

function filler(type: string): string {
  if (type === "uuid") return newId();
  if (type === "integer") return "1";
  if (type === "boolean") return "false";
  if (type === "date") return "2026-11-24";
  if (type === "jsonb") return "{}";
  if (type === "bytea") return `\\x${newId().replaceAll("-", "")}`;
  return type.startsWith("timestamp") ? "2026-11-24T10:00:00Z" : "words";
}

async function whoSees(table: string): Promise<string[]> {
  const seen: string[] = [];
  for (const [name, ctx] of Object.entries(readers)) {
    const [row] = await inScope(ctx, "read only", ({ db }) =>
      db.execute<{ n: number }>(sql`select count(*)::int as n from app.${sql.identifier(table)}`),
    );
    if (row && row.n > 0) seen.push(name);
  }
  return seen.toSorted();
}

/** How many rows a statement changed; refused and none are the same to who tries. */
async function changed(ctx: Ctx, statement: string): Promise<number> {
  const attempt = inScope(ctx, "read write", ({ db }) => db.execute(sql.raw(`${statement} returning 1`)));
  return attempt.then(
    (rows) => rows.length,
    (error: unknown) => (sqlState(error) === "42501" ? 0 : Promise.reject(error)),
  );
}

describe("the walls of the ladder's tables", () => {
  test.each(ofCase)("%s is seen by who works on the case and by supervisors", async (table) => {
    expect(await whoSees(table)).toEqual(["service", "supervisor", "worker"]);
  });

  test.each(ofMember)("%s is seen by its member", async (table) => {
    expect(await whoSees(table)).toEqual(["service", "worker"]);
  });

  test.each(ofOrg)("%s is seen by everyone inside, and by no officer", async (table) => {
    expect(await whoSees(table)).toEqual(["admin", "colleague", "service", "supervisor", "worker"]);
  });

  test.each([...ofCase, ...ofMember, ...ofOrg])("%s is changed by nobody who does not see it", async (table) => {
    const outside = ["liaison", "stranger", "strange admin", "strange service"];
    const blind = ofOrg.includes(table) ? outside : [...outside, "admin", "colleague"];
    for (const name of blind) {
      const ctx = readers[name] as Ctx;
      expect(await changed(ctx, `update app.${table} set org_id = org_id`), name).toBe(0);
      expect(await changed(ctx, `delete from app.${table}`), name).toBe(0);
    }
  });

  test.each(onlyGrowing)("%s only grows, also for who sees it", async (table) => {
    for (const ctx of Object.values(readers)) {
      expect(await changed(ctx, `update app.${table} set org_id = org_id`)).toBe(0);
      expect(await changed(ctx, `delete from app.${table}`)).toBe(0);
    }
  });

  test("a day that was proclaimed is taken back and never removed", async () => {
    expect(await changed(readers.admin as Ctx, "delete from app.proclaimed_days")).toBe(0);
    expect(await changed(readers.admin as Ctx, "update app.proclaimed_days set withdrawn = withdrawn")).toBe(1);
    expect(await changed(readers.worker as Ctx, "update app.proclaimed_days set withdrawn = true")).toBe(0);
  });

  test("a question about a number leaves the one who asks where they were", async () => {
    for (const name of ["worker", "colleague", "liaison"]) {
      const [before, after] = await inScope(readers[name] as Ctx, "read only", async ({ db }) => {
        const role = () => db.execute<{ role: string }>(sql`select ctx.role() as role`);
        const [first] = await role();
        await db.execute(sql`select app.number_elsewhere('cas', 'x', ${newId()}::uuid)`);
        const broken = db.transaction((tx) =>
          tx.execute(sql`select app.number_elsewhere('cas', 'x', ('no' || 'id')::uuid)`),
        );
        await broken.catch(() => undefined);
        const [second] = await role();
        return [first?.role, second?.role];
      });
      expect(after, name).toBe(before);
    }
  });
});

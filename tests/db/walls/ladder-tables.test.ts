import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "../../support/exhibit";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";
import { plantAccount } from "../../support/plant-matter";
import { changed, plantRow, whoSees } from "../../support/walls";

const ofCase = [
  "hand_clocks",
  "preservations",
  "refusals",
  "authorities",
  "documents",
  "reference_secrets",
  "clock_changes",
  "document_versions",
  "reference_changes",
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
  for (const table of [...ofCase, ...ofMember, ...ofOrg]) await plant(table);
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

async function plant(table: string): Promise<void> {
  const id = await plantRow(table, { orgId: org.id, memberId: worker.memberId, role: writer(table), parents });
  if (table === "documents") parents.document_id = id;
}

describe("the walls of the ladder's tables", () => {
  test.each(ofCase)("%s is seen by who works on the case and by supervisors", async (table) => {
    expect(await whoSees(table, readers)).toEqual(["service", "supervisor", "worker"]);
  });

  test.each(ofMember)("%s is seen by its member", async (table) => {
    expect(await whoSees(table, readers)).toEqual(["service", "worker"]);
  });

  test.each(ofOrg)("%s is seen by everyone inside, and by no officer", async (table) => {
    expect(await whoSees(table, readers)).toEqual(["admin", "colleague", "service", "supervisor", "worker"]);
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
      const [before, after] = await withTransaction(readers[name] as Ctx, "read only", async ({ db }) => {
        const role = () => db.execute<{ role: string }>(sql`select ctx.role() as role`);
        const [first] = await role();
        await db.execute(sql`select * from app.number_hits('cas', 'x')`);
        const broken = db.transaction((tx) => tx.execute(sql`select * from app.number_hits('cas', (1 / 0)::text)`));
        await broken.catch(() => undefined);
        const [second] = await role();
        return [first?.role, second?.role];
      });
      expect(after, name).toBe(before);
    }
  });
});

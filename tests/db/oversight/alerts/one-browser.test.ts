import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { browserHash } from "@/lib/auth/sessions/device-cookie";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { askExport } from "@/lib/operations/exports/ask-export";
import { decideExport } from "@/lib/operations/exports/decide-export";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { newToken } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { prove, sessionBy } from "@/tests/support/sessions";

let org: Org;
let person: Person;
let two: Person;

beforeAll(async () => {
  org = await makeOrg();
  person = await org.person("supervisor", "One Example");
  two = await org.person("supervisor", "Two Example");
  await openCase(person.ctx, caseForm());
  await watchLog(org.service());
});

/** Signed in fully in a browser, as its cookie says. */
async function inBrowser({ loginId }: Person, cookie: Buffer): Promise<Ctx> {
  const token = await sessionBy(loginId, "passkey");
  await prove(token, "passkey");
  await database().execute(sql`select auth.note_browser(${token}, ${browserHash(cookie)})`);
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("The session did not open.");
  return ctx;
}

async function release(first: Buffer, second: Buffer) {
  const { id: exportId } = await askExport(await inBrowser(person, first), { reason: "A copy for the board" });
  await decideExport(await inBrowser(two, second), { exportId, decision: "release" });
  return (await watchLog(org.service())).filter(({ rule }) => rule === "one_browser");
}

test("what two people asked for and released in one browser is told once, about both", async () => {
  const browser = newToken();
  expect(await release(browser, browser)).toMatchObject([{ memberId: two.memberId, byId: person.memberId }]);
  expect((await watchLog(org.service())).map(({ rule }) => rule)).not.toContain("one_browser");
});

test("in two browsers, also of one office, it is not", async () => {
  expect(await release(newToken(), newToken())).toEqual([]);
});

test("only the job may ask, and a session without a second step has no browser", async () => {
  const [row] = await bySql<{ same: boolean }>(person.ctx, sql`select app.one_browser('a', 'a') as same`);
  expect(row?.same).toBe(false);
  await expect(bySql(person.ctx, sql`select 1 from auth.session_browsers`)).rejects.toSatisfy(refusedByPostgres);
});

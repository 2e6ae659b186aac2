import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listSought } from "@/lib/casework/clients/list-sought";
import { noteSought } from "@/lib/casework/clients/note-sought";
import { registerClient } from "@/lib/casework/clients/register-client";
import { searchClients } from "@/lib/casework/clients/search-clients";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import type { JobPayload } from "@/lib/kernel/jobs/names";
import { acknowledgeAlert } from "@/lib/oversight/alerts/acknowledge-alert";
import { countAlerts, listAlerts } from "@/lib/oversight/alerts/queries";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { findAnything } from "@/lib/oversight/search/find-anything";
import { bySql } from "@/tests/support/by-sql";
import { account, caseForm, newClient, openSample } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let keeper: Person;
let other: Person;
let caseId: string;
let clientId: string;

beforeAll(async () => {
  org = await makeOrg();
  keeper = await org.person("caseworker", "Keeper Person");
  other = await org.person("caseworker", "Curious Person");
  const form = caseForm({
    client: newClient("Sandpiper"),
    accounts: [{ ...account, handle: "@sought.example" }],
    subject: { allegedName: "Gerhardus van Aswegen" },
  });
  ({ id: caseId, clientId } = await openSample(keeper.ctx, form));
});

/** What the worker would take, oldest first. */
async function jobs(by: Person): Promise<JobPayload["search.watch"][]> {
  const rows = await owner()`select data from pgboss.job where name = 'search.watch'
    and data->>'searcherId' = ${by.memberId} order by created_on`;
  return rows.map(({ data }) => data);
}

async function work(by: Person): Promise<void> {
  for (const job of await jobs(by)) await noteSought(org.service(), job);
}

const soughtBy = (by: Person) =>
  bySql<{ case_id: string; detail: { of: string; clientId?: string } }>(
    org.service(),
    sql`select case_id, detail from audit.entries where action = 'client.sought' and subject_id = ${by.memberId}::uuid`,
  );

describe("a search that reaches a hidden case", () => {
  test("is asked about by a job of the same kind whether it reached something or not, without what was typed", async () => {
    await searchClients(other.ctx, { phone: "+27 82 555 0999" });
    await searchClients(other.ctx, { phone: "+27 82 555 0101" });
    const [none, hit] = await jobs(other);
    expect(none).toMatchObject({ hits: [], newClientId: null });
    expect(hit?.hits).toEqual([{ kind: "client", id: clientId, field: "phone" }]);
    expect(JSON.stringify(hit)).not.toMatch(/555 ?0101|825550101/);
  });

  test("tells the owner and the supervisors who searched, once a day, and the searcher nothing", async () => {
    await searchClients(other.ctx, { name: "Nomvula Dlamini" });
    await work(other);
    await work(other);
    expect(await soughtBy(other)).toEqual([{ case_id: caseId, detail: { of: "phone", clientId } }]);
    expect(await listSought(keeper.ctx)).toMatchObject([{ by: "Curious Person", caseId }]);
    expect(await listSought(other.ctx)).toEqual([]);
    await watchLog(org.service());
    const told = (await listAlerts(await org.as("supervisor"))).find(({ rule }) => rule === "client_sought");
    expect(told).toMatchObject({ who: "Curious Person", urgent: true });
    expect(told?.records.map(({ id }) => id)).toEqual([clientId, caseId]);
    const seen = (await listAlerts(await org.as("admin"))).find(({ rule }) => rule === "client_sought");
    expect(seen).toMatchObject({ who: "Curious Person", records: [] });
  });

  test("is told for an account too, and not for what the searcher may see", async () => {
    const third = await org.person("caseworker", "Third Person");
    await findAnything(third.ctx, "@sought.example");
    await work(third);
    expect(await soughtBy(third)).toEqual([{ case_id: caseId, detail: { of: "handle" } }]);
    await findAnything(keeper.ctx, "@sought.example");
    await searchClients(keeper.ctx, { name: "Nomvula Dlamini" });
    await work(keeper);
    expect(await soughtBy(keeper)).toEqual([]);
  });

  test("is told for the whole alleged name of a subject, and not for one that sounds alike", async () => {
    const fifth = await org.person("caseworker", "Fifth Person");
    expect((await findAnything(fifth.ctx, "Gerhardis Aswegan")).hits).toEqual([]);
    await work(fifth);
    expect(await soughtBy(fifth)).toEqual([]);
    expect((await findAnything(fifth.ctx, "van Aswegen Gerhardus")).hits).toEqual([]);
    await work(fifth);
    expect(await soughtBy(fifth)).toEqual([{ case_id: caseId, detail: { of: "alleged_name" } }]);
    await findAnything(keeper.ctx, "Gerhardus van Aswegen");
    await work(keeper);
    expect(await soughtBy(keeper)).toEqual([]);
    const all = await jobs(fifth);
    expect(JSON.stringify(all)).not.toMatch(/aswegen/i);
  });

  test("a supervisor who is kept from the client does not learn from the alert that there is one", async () => {
    const kept = await org.person("supervisor", "Kept Person");
    await recordConflict(keeper.ctx, { caseId, memberId: kept.memberId, reason: "A cousin of the subject" });
    await watchLog(org.service());
    const before = await countAlerts(kept.ctx);
    const mails = () =>
      bySql(
        org.service(),
        sql`select 1 from app.mails where member_id = ${kept.memberId}::uuid and occasion like 'alert:client_sought:%'`,
      );
    const mailed = await mails();
    expect(await searchClients(kept.ctx, { identityNumber: "8001015009087" })).toEqual({ matches: [] });
    await work(kept);
    await watchLog(org.service());
    const sought = (alerts: Awaited<ReturnType<typeof listAlerts>>) =>
      alerts.filter(({ rule }) => rule === "client_sought").map(({ who }) => who);
    expect(sought(await listAlerts(await org.as("supervisor")))).toContain("Kept Person");
    expect(sought(await listAlerts(kept.ctx))).not.toContain("Kept Person");
    expect(await countAlerts(kept.ctx)).toBe(before);
    expect(await mails()).toEqual(mailed);
  });
});

describe("registering a client", () => {
  test("shows before it keeps anything whom it may be, and goes on for somebody else", async () => {
    const again = { ...newClient("Second bird"), somebodyElse: undefined };
    await expect(registerClient(keeper.ctx, again)).rejects.toMatchObject({
      code: "conflict",
      fields: { somebodyElse: expect.stringContaining("Sandpiper") },
    });
    await expect(openSample(keeper.ctx, { client: { ...again, identityNumber: "", email: "" } })).rejects.toMatchObject(
      { fields: { "client.somebodyElse": expect.stringContaining("same phone number") } },
    );
    const rows = await bySql(org.service(), sql`select 1 from app.clients where pseudonym = 'Second bird'`);
    expect(rows).toEqual([]);
    const unsaid = registerClient(keeper.ctx, { ...again, somebodyElse: "on", somebodyElseWhy: " " });
    await expect(unsaid).rejects.toMatchObject({ code: "invalid", fields: { somebodyElseWhy: expect.any(String) } });
    const { id } = await registerClient(keeper.ctx, { ...again, somebodyElse: "on" });
    expect(await org.auditOf(id)).toEqual(["client.registered", "client.told_apart"]);
  });

  test("with the number of a hidden client goes on without a word, and a supervisor settles it", async () => {
    const fourth = await org.person("caseworker", "Fourth Person");
    const made = await openSample(fourth.ctx, {
      client: { ...newClient("Third bird"), name: "Nomvula D", somebodyElse: undefined },
    });
    await work(fourth);
    await watchLog(org.service());
    const supervisor = await org.as("supervisor");
    const told = (await listAlerts(supervisor)).filter(
      ({ rule, who }) => rule === "client_twice" && who === "Fourth Person",
    );
    const mine = told.find(({ records }) => records.some(({ id }) => id === clientId));
    expect(mine?.records.map(({ id }) => id)).toEqual([clientId, made.clientId, caseId]);
    const alertId = mine?.id ?? "";
    await expect(acknowledgeAlert(await org.as("admin"), { alertId, result: "same" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(acknowledgeAlert(supervisor, { alertId })).rejects.toMatchObject({ code: "invalid" });
    await acknowledgeAlert(supervisor, { alertId, result: "same" });
    const log = await bySql<{ detail: object }>(
      supervisor,
      sql`select detail from audit.entries where action = 'alert.acknowledged' and subject_id = ${alertId}::uuid`,
    );
    expect(log).toEqual([{ detail: { rule: "client_twice", result: "same" } }]);
    const theirs = await bySql<{ action: string }>(fourth.ctx, sql`select action from audit.entries`);
    expect(theirs.map(({ action }) => action)).not.toContain("client.duplicate_found");
  });
});

import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { clearMessages } from "@/lib/integrations/webhooks/clear-messages";
import { changeWebhook } from "@/lib/integrations/webhooks/commands/change-webhook";
import { removeWebhook } from "@/lib/integrations/webhooks/commands/remove-webhook";
import { renewSecret } from "@/lib/integrations/webhooks/commands/renew-secret";
import { replayMessages } from "@/lib/integrations/webhooks/commands/replay-messages";
import { testWebhook } from "@/lib/integrations/webhooks/commands/test-webhook";
import { turnWebhook } from "@/lib/integrations/webhooks/commands/turn-webhook";
import { listMessages, listWebhooks, readWebhook } from "@/lib/integrations/webhooks/queries";
import { mostAttempts } from "@/lib/integrations/webhooks/rules";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { addHours } from "@/lib/platform/time/clock";
import { bySql } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { hookForm, plantWebhook, sendDue } from "@/tests/support/plant-webhook";
import { type Site, siteHost, startSite } from "@/tests/support/platform-site";

type Got = { headers: Record<string, string>; body: string };
let site: Site;
const got: Got[] = [];

/** The receiver: notes what comes and answers with the next status, at the end 204. */
let statuses: number[] = [];
beforeAll(async () => {
  site = await startSite();
  site.answer = (request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      got.push({ headers, body: Buffer.concat(pieces).toString() });
      response.writeHead(statuses.shift() ?? 204, { location: `https://${siteHost}/elsewhere` }).end("words of theirs");
    });
  };
});
afterAll(() => site.stop());
beforeEach(() => {
  got.length = 0;
  statuses = [];
  site.names = {};
  site.asked.length = 0;
});

async function planted(over: Record<string, unknown> = {}) {
  const org = await makeOrg();
  const hook = await plantWebhook(org, over);
  const messages = async () => listMessages(await org.as("admin"), hook.id);
  return { org, ...hook, messages };
}
const openOne = async (org: Org) => (await openCase(await org.as("caseworker"), caseForm())).id;
const ended = { outcome: "stopped", note: "It ended so.", seen: "on" };
const only = () => {
  expect(got).toHaveLength(1);
  return got[0] as Got;
};

describe("a message", () => {
  test("is verified by the reference library, and says type, time and ids and nothing else", async () => {
    const { org, secret, messages } = await planted();
    const caseId = await openOne(org);
    expect(await sendDue(org, site)).toBe(1);
    const { headers, body } = only();
    const read = new Webhook(secret).verify(body, headers) as Record<string, unknown>;
    expect(read).toEqual({
      type: "case.opened",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      data: { case_id: caseId, kind: "case", id: caseId },
    });
    expect(() => new Webhook(secret).verify(body.replace("opened", "closed"), headers)).toThrow();
    // Nothing of the product, the organisation or the person.
    expect(Object.keys(headers).sort()).toEqual(
      [
        "host",
        "content-type",
        "content-length",
        "connection",
        "webhook-id",
        "webhook-timestamp",
        "webhook-signature",
      ].sort(),
    );
    expect(await messages()).toMatchObject([{ state: "sent", attempts: 1, last: { status: 204, problem: null } }]);
    expect(await sendDue(org, site, 1)).toBe(0);
  });

  test("is made with the change and not without it: what fails tells nobody, and what was not chosen neither", async () => {
    const { org, messages } = await planted({ types: ["case.closed"] });
    const caseId = await openOne(org);
    const worker = await org.as("caseworker");
    const undone = withTransaction(worker, "read write", async (scoped) => {
      await closeCase(scoped, { caseId, ...ended });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await messages()).toEqual([]);
    await closeCase(worker, { caseId, ...ended });
    expect((await messages()).map(({ type }) => type)).toEqual(["case.closed"]);
  });

  test("of a deadline that passed is one, however many people are reminded", async () => {
    const { org, messages } = await planted();
    const caseId = await openOne(org);
    const people = [await org.person("caseworker"), await org.person("supervisor")];
    for (const { memberId } of people)
      await bySql(
        org.service(),
        sql`insert into app.reminders (id, org_id, member_id, case_id, clock_key, due_on, alert, urgency, why, made_at)
          values (gen_random_uuid(), ${org.id}, ${memberId}, ${caseId}, 'T-SAPS-CAS', '2026-01-05', 'overdue', 'digest', '', now())`,
      );
    expect((await messages()).map(({ type }) => type)).toEqual(["deadline.overdue", "case.opened"]);
    await sendDue(org, site);
    expect(got.map(({ body }) => body).join()).not.toContain("SAPS");
  });

  test("goes to the webhook that is tested and to no other", async () => {
    const { org, id, messages } = await planted();
    await plantWebhook(org, { name: "The other" });
    await testWebhook(await org.as("admin"), { webhookId: id });
    expect(await sendDue(org, site)).toBe(1);
    expect(JSON.parse(only().body)).toMatchObject({
      type: "webhook.test",
      data: { case_id: null, kind: "webhook", id },
    });
    expect(await messages()).toHaveLength(1);
  });
});

describe("a case that is closed to other systems", () => {
  const conflict = async (org: Org, caseId: string) => {
    const { memberId } = await org.person("caseworker");
    await recordConflict(await org.as("supervisor"), { caseId, memberId, reason: "A cousin of the subject." });
  };

  test("tells nothing from the moment a colleague is kept from it", async () => {
    const { org, messages } = await planted({ types: ["case.closed"] });
    const caseId = await openOne(org);
    await conflict(org, caseId);
    await closeCase(await org.as("caseworker"), { caseId, ...ended });
    expect(await messages()).toEqual([]);
  });

  test("and what waited is left out", async () => {
    const { org, messages } = await planted();
    await conflict(org, await openOne(org));
    expect(await sendDue(org, site)).toBe(0);
    expect(await messages()).toMatchObject([{ state: "left_out", attempts: 0 }]);
    expect(got).toEqual([]);
  });
});

describe("a receiver that does not take it", () => {
  test("is asked again with growing waits, with the same id, each time signed anew", async () => {
    const { org, secret, messages } = await planted();
    await openOne(org);
    statuses = [500, 302];
    await sendDue(org, site);
    expect(await messages()).toMatchObject([{ state: "waiting", attempts: 1, last: { status: 500 } }]);
    expect(await sendDue(org, site)).toBe(0);
    await sendDue(org, site, 7 / 3600);
    // A redirect is not followed.
    expect(site.asked.map(({ path }) => path)).toEqual(["/in", "/in"]);
    expect(await sendDue(org, site, 200 / 3600)).toBe(0);
    await sendDue(org, site, 400 / 3600);
    expect(await messages()).toMatchObject([{ state: "sent", attempts: 3 }]);
    expect(new Set(got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(got.map(({ headers }) => headers["webhook-signature"])).size).toBe(3);
    expect(() => new Webhook(secret).verify(got[0]?.body ?? "", got[0]?.headers ?? {})).not.toThrow();
  });

  test("for three days gives the message up, with an alert, and turns the webhook off; sent again by hand, it arrives", async () => {
    const { org, id, messages } = await planted();
    const caseId = await openOne(org);
    statuses = Array.from({ length: mostAttempts }, () => 503);
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) await sendDue(org, site, attempt * 30);
    expect(got).toHaveLength(mostAttempts);
    expect(await messages()).toMatchObject([{ state: "given_up", attempts: mostAttempts }]);
    expect(await org.auditOf(id)).toEqual(["webhook.added", "webhook.given_up", "webhook.disabled"]);
    await watchLog(org.service());
    const alerts = await bySql<{ rule: string }>(
      await org.as("admin"),
      sql`select rule from app.audit_alerts where rule = 'webhook_failing'`,
    );
    expect(alerts).toHaveLength(1);
    const admin = await org.confirmed("admin");
    expect(await listWebhooks(admin)).toMatchObject([{ off: "failing", givenUp: 1, waiting: 0 }]);
    await closeCase(await org.as("caseworker"), { caseId, ...ended });
    await expect(replayMessages(admin, { webhookId: id })).rejects.toMatchObject({ code: "conflict" });
    await turnWebhook(admin, { webhookId: id, on: "on" });
    expect(await replayMessages(admin, { webhookId: id })).toEqual({ messages: 1 });
    await sendDue(org, site);
    // What happened while it was off is not told.
    expect(await messages()).toMatchObject([{ type: "case.opened", state: "sent", replayed: true, attempts: 1 }]);
  });

  test("for good says 410, and is not asked again", async () => {
    const { org, id, messages } = await planted();
    await openOne(org);
    statuses = [410];
    await sendDue(org, site);
    expect(await messages()).toMatchObject([{ state: "given_up", attempts: 1 }]);
    expect(await readWebhook(await org.as("admin"), id)).toMatchObject({ off: "gone" });
  });

  test("whose name leads into a private network since it was added gets nothing", async () => {
    const { org, messages } = await planted();
    await openOne(org);
    site.names[siteHost] = ["93.184.215.14", "169.254.169.254"];
    await sendDue(org, site);
    expect(got).toEqual([]);
    expect(await messages()).toMatchObject([{ state: "waiting", last: { status: null, problem: "own_network" } }]);
  });
});

describe("the secret", () => {
  test("is sealed, and after a renewal both are valid for a day", async () => {
    const { org, id, secret } = await planted();
    const admin = await org.confirmed("admin");
    const { secret: fresh } = await renewSecret(admin, { webhookId: id });
    await openOne(org);
    await testWebhook(admin, { webhookId: id });
    await sendDue(org, site);
    for (const { body, headers } of got)
      for (const one of [secret, fresh]) expect(() => new Webhook(one).verify(body, headers)).not.toThrow();
    await testWebhook(admin, { webhookId: id });
    got.length = 0;
    await sendDue(org, site, 25);
    expect(only().headers["webhook-signature"]?.split(" ")).toHaveLength(1);
    const [row] = await bySql<{ all: string }>(admin, sql`select w::text as all from app.webhooks w`);
    for (const one of [secret, fresh, siteHost, "warehouse"]) expect(row?.all).not.toContain(one.replace("whsec_", ""));
  });

  test("and the webhook go with its messages and its key", async () => {
    const { org, id } = await planted();
    await openOne(org);
    await removeWebhook(await org.confirmed("admin"), { webhookId: id });
    const left = await bySql<{ rows: number }>(
      await org.as("admin"),
      sql`select (select count(*) from app.webhook_messages) + (select count(*) from app.data_keys where purpose = 'webhook') as rows`,
    );
    expect(Number(left[0]?.rows)).toBe(0);
    // Nobody listens any more, so an entry makes nothing.
    await openOne(org);
    expect(await sendDue(org, site)).toBe(0);
  });
});

test("what is changed waits for nobody: a message goes to the new address, and old ones are cleared after a month", async () => {
  const { org, id, messages } = await planted();
  await openOne(org);
  const form = hookForm({ webhookId: id, address: `https://${siteHost}/new`, types: ["packet.built"] });
  await changeWebhook(await org.confirmed("admin"), form);
  await sendDue(org, site);
  expect(site.asked.map(({ path }) => path)).toEqual(["/new"]);
  await openOne(org);
  expect(await messages()).toHaveLength(1);
  await clearMessages(jobCtx(org.id, { now: () => addHours(new Date(), 24 * 31) }));
  expect(await messages()).toEqual([]);
});

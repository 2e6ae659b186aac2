import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { readWebhook } from "@/lib/integrations/webhooks/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { bySql } from "@/tests/support/by-sql";
import { closeOne, ended, openOne, plantHooked, startReceiver } from "@/tests/support/hook-receiver";
import type { Org } from "@/tests/support/org";
import { sendDue } from "@/tests/support/plant-webhook";
import { siteHost } from "@/tests/support/platform-site";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

const send = (org: Org, hours = 0) => sendDue(org, receiver.site, hours);
const only = () => {
  expect(receiver.got).toHaveLength(1);
  return receiver.got[0] as { headers: Record<string, string>; body: string };
};

describe("a message", () => {
  test("is verified by the reference library, and says type, time and ids and nothing else", async () => {
    const { org, secret, messages } = await plantHooked();
    const caseId = await openOne(org);
    expect(await send(org)).toBe(1);
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
    expect(await send(org, 1)).toBe(0);
  });

  test("is made with the change and not without it: what fails tells nobody, and what was not chosen neither", async () => {
    const { org, messages } = await plantHooked({ types: ["case.closed"] });
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
    const { org, messages } = await plantHooked();
    const caseId = await openOne(org);
    const people = [await org.person("caseworker"), await org.person("supervisor")];
    for (const { memberId } of people)
      await bySql(
        org.service(),
        sql`insert into app.reminders (id, org_id, member_id, case_id, clock_key, due_on, alert, urgency, why, made_at)
          values (gen_random_uuid(), ${org.id}, ${memberId}, ${caseId}, 'T-SAPS-CAS', '2026-01-05', 'overdue', 'digest', '', now())`,
      );
    expect((await messages()).map(({ type }) => type)).toEqual(["deadline.overdue", "case.opened"]);
    await send(org);
    expect(receiver.got.map(({ body }) => body).join()).not.toContain("SAPS");
  });
});

test("what other systems are told is read by administrators, and by nobody who works on cases", async () => {
  const { org } = await plantHooked();
  await openOne(org);
  const rows = sql`select id from app.webhook_messages union all select id from app.webhooks`;
  for (const role of ["caseworker", "supervisor", "liaison"] as const)
    expect(await bySql(await org.as(role), rows), role).toEqual([]);
  expect(await bySql(await org.as("admin"), rows)).toHaveLength(2);
});

describe("a case that is closed to other systems", () => {
  const conflict = async (org: Org, caseId: string) => {
    const { memberId } = await org.person("caseworker");
    await recordConflict(await org.as("supervisor"), { caseId, memberId, reason: "A cousin of the subject." });
  };

  test("tells nothing from the moment a colleague is kept from it", async () => {
    const { org, messages } = await plantHooked({ types: ["case.closed"] });
    const caseId = await openOne(org);
    await conflict(org, caseId);
    await closeOne(org, caseId);
    expect(await messages()).toEqual([]);
  });

  test("and what waited is left out", async () => {
    const { org, messages } = await plantHooked();
    await conflict(org, await openOne(org));
    expect(await send(org)).toBe(0);
    expect(await messages()).toMatchObject([{ state: "left_out", attempts: 0 }]);
    expect(receiver.got).toEqual([]);
  });
});

describe("a receiver that does not take it", () => {
  test("is asked again with growing waits, with the same id, each time signed anew", async () => {
    const { org, secret, messages } = await plantHooked();
    await openOne(org);
    receiver.statuses = [500, 302];
    await send(org);
    expect(await messages()).toMatchObject([{ state: "waiting", attempts: 1, last: { status: 500 } }]);
    expect(await send(org)).toBe(0);
    await send(org, 7 / 3600);
    // A redirect is not followed.
    expect(receiver.site.asked.map(({ path }) => path)).toEqual(["/in", "/in"]);
    expect(await send(org, 200 / 3600)).toBe(0);
    await send(org, 400 / 3600);
    expect(await messages()).toMatchObject([{ state: "sent", attempts: 3 }]);
    expect(new Set(receiver.got.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(receiver.got.map(({ headers }) => headers["webhook-signature"])).size).toBe(3);
    expect(() => new Webhook(secret).verify(receiver.got[0]?.body ?? "", receiver.got[0]?.headers ?? {})).not.toThrow();
  });

  test("for good says 410, and is not asked again", async () => {
    const { org, id, messages } = await plantHooked();
    await openOne(org);
    receiver.statuses = [410];
    await send(org);
    expect(await messages()).toMatchObject([{ state: "given_up", attempts: 1 }]);
    expect(await readWebhook(await org.as("admin"), id)).toMatchObject({ off: "gone" });
  });

  test("whose name leads into a private network since it was added gets nothing", async () => {
    const { org, messages } = await plantHooked();
    await openOne(org);
    receiver.site.names[siteHost] = ["93.184.215.14", "169.254.169.254"];
    await send(org);
    expect(receiver.got).toEqual([]);
    expect(await messages()).toMatchObject([{ state: "waiting", last: { status: null, problem: "own_network" } }]);
  });
});

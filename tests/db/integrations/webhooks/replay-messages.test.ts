import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replayMessages } from "@/lib/integrations/webhooks/commands/replay-messages";
import { turnWebhook } from "@/lib/integrations/webhooks/commands/turn-webhook";
import { listWebhooks } from "@/lib/integrations/webhooks/queries";
import { mostAttempts } from "@/lib/integrations/webhooks/rules";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { bySql } from "@/tests/support/by-sql";
import { closeOne, openOne, plantHooked, startReceiver } from "@/tests/support/hook-receiver";
import type { Org } from "@/tests/support/org";
import { sendDue } from "@/tests/support/plant-webhook";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

const send = (org: Org, hours = 0) => sendDue(org, receiver.site, hours);

test("a receiver that takes nothing for three days gives the message up, with an alert, and turns the webhook off; sent again by hand, it arrives", async () => {
  const { org, id, messages } = await plantHooked();
  const caseId = await openOne(org);
  receiver.statuses = Array.from({ length: mostAttempts }, () => 503);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) await send(org, attempt * 30);
  expect(receiver.got).toHaveLength(mostAttempts);
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
  await closeOne(org, caseId);
  await expect(replayMessages(admin, { webhookId: id })).rejects.toMatchObject({ code: "conflict" });
  await turnWebhook(admin, { webhookId: id, on: "on" });
  expect(await replayMessages(admin, { webhookId: id })).toEqual({ messages: 1 });
  await send(org);
  // What happened while it was off is not told.
  expect(await messages()).toMatchObject([{ type: "case.opened", state: "sent", replayed: true, attempts: 1 }]);
});

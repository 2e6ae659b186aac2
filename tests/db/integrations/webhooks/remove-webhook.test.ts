import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeWebhook } from "@/lib/integrations/webhooks/commands/remove-webhook";
import { bySql } from "@/tests/support/by-sql";
import { openOne, plantHooked, startReceiver } from "@/tests/support/hook-receiver";
import type { Org } from "@/tests/support/org";
import { sendDue } from "@/tests/support/plant-webhook";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

const send = (org: Org, hours = 0) => sendDue(org, receiver.site, hours);

test("a webhook goes with its messages and its key, and then nobody listens", async () => {
  const { org, id } = await plantHooked();
  await openOne(org);
  await removeWebhook(await org.confirmed("admin"), { webhookId: id });
  const left = await bySql<{ rows: number }>(
    await org.as("admin"),
    sql`select (select count(*) from app.webhook_messages) + (select count(*) from app.data_keys where purpose = 'webhook') as rows`,
  );
  expect(Number(left[0]?.rows)).toBe(0);
  // Nobody listens any more, so an entry makes nothing.
  await openOne(org);
  expect(await send(org)).toBe(0);
});

import { sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renewSecret } from "@/lib/integrations/webhooks/commands/renew-secret";
import { testWebhook } from "@/lib/integrations/webhooks/commands/test-webhook";
import { bySql } from "@/tests/support/by-sql";
import { openOne, plantHooked, startReceiver } from "@/tests/support/hook-receiver";
import type { Org } from "@/tests/support/org";
import { sendDue } from "@/tests/support/plant-webhook";
import { siteHost } from "@/tests/support/platform-site";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

const send = (org: Org, hours = 0) => sendDue(org, receiver.site, hours);

test("the secret is sealed, and after a renewal both are valid for a day", async () => {
  const { org, id, secret } = await plantHooked();
  const admin = await org.confirmed("admin");
  const { secret: fresh } = await renewSecret(admin, { webhookId: id });
  await openOne(org);
  await testWebhook(admin, { webhookId: id });
  await send(org);
  for (const { body, headers } of receiver.got)
    for (const one of [secret, fresh]) expect(() => new Webhook(one).verify(body, headers)).not.toThrow();
  await testWebhook(admin, { webhookId: id });
  receiver.got.length = 0;
  await send(org, 25);
  expect(receiver.got[0]?.headers["webhook-signature"]?.split(" ")).toHaveLength(1);
  const [row] = await bySql<{ all: string }>(admin, sql`select w::text as all from app.webhooks w`);
  for (const one of [secret, fresh, siteHost, "warehouse"]) expect(row?.all).not.toContain(one.replace("whsec_", ""));
});

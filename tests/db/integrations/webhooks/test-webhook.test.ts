import { afterAll, beforeAll, expect, test } from "vitest";
import { testWebhook } from "@/lib/integrations/webhooks/commands/test-webhook";
import { plantHooked, startReceiver } from "@/tests/support/hook-receiver";
import type { Org } from "@/tests/support/org";
import { plantWebhook, sendDue } from "@/tests/support/plant-webhook";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

const send = (org: Org, hours = 0) => sendDue(org, receiver.site, hours);

test("a test goes to the webhook that is tested and to no other", async () => {
  const { org, id, messages } = await plantHooked();
  await plantWebhook(org, { name: "The other" });
  await testWebhook(await org.as("admin"), { webhookId: id });
  expect(await send(org)).toBe(1);
  expect(JSON.parse(receiver.got[0]?.body ?? "")).toMatchObject({
    type: "webhook.test",
    data: { case_id: null, kind: "webhook", id },
  });
  expect(await messages()).toHaveLength(1);
});

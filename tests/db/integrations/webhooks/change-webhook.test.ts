import { afterAll, beforeAll, expect, test } from "vitest";
import { clearMessages } from "@/lib/integrations/webhooks/clear-messages";
import { changeWebhook } from "@/lib/integrations/webhooks/commands/change-webhook";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { addHours } from "@/lib/platform/time/clock";
import { openOne, plantHooked, startReceiver } from "@/tests/support/hook-receiver";
import type { Org } from "@/tests/support/org";
import { hookForm, sendDue } from "@/tests/support/plant-webhook";
import { siteHost } from "@/tests/support/platform-site";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

const send = (org: Org, hours = 0) => sendDue(org, receiver.site, hours);

test("what is changed waits for nobody: a message goes to the new address, and old ones are cleared after a month", async () => {
  const { org, id, messages } = await plantHooked();
  await openOne(org);
  const form = hookForm({ webhookId: id, address: `https://${siteHost}/new`, types: ["packet.built"] });
  await changeWebhook(await org.confirmed("admin"), form);
  await send(org);
  expect(receiver.site.asked.map(({ path }) => path)).toEqual(["/new"]);
  await openOne(org);
  expect(await messages()).toHaveLength(1);
  await clearMessages(jobCtx(org.id, { now: () => addHours(new Date(), 24 * 31) }));
  expect(await messages()).toEqual([]);
});

import { expect, test } from "vitest";
import { addWebhook } from "@/lib/integrations/webhooks/commands/add-webhook";
import { listWebhooks } from "@/lib/integrations/webhooks/queries";
import { env } from "@/lib/platform/env";
import { makeOrg } from "@/tests/support/org";
import { hookForm } from "@/tests/support/plant-webhook";

test("an address of our own, of a private network or without a choice is refused at its field", async () => {
  const admin = await (await makeOrg()).confirmed("admin");
  const add = (over: Record<string, unknown>) => addWebhook(admin, hookForm(over));
  const own = `https://${new URL(env().APP_ORIGIN).hostname}/in`;
  for (const address of [own, "https://169.254.169.254/in", "http://hooks.example.org/in"])
    await expect(add({ address })).rejects.toMatchObject({ fields: { address: expect.any(String) } });
  await expect(add({ types: [] })).rejects.toMatchObject({ fields: { types: expect.any(String) } });
  expect(await listWebhooks(admin)).toEqual([]);
  const { secret } = await add({});
  expect(Buffer.from(secret.replace(/^whsec_/, ""), "base64")).toHaveLength(32);
  // It is in no list afterwards.
  expect(JSON.stringify(await listWebhooks(admin))).not.toContain(secret);
});

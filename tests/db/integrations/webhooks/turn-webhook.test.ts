import { expect, test } from "vitest";
import { turnWebhook } from "@/lib/integrations/webhooks/commands/turn-webhook";
import { closeOne, openOne, plantHooked } from "@/tests/support/hook-receiver";

test("turned off by a person, what waited is given up and what happens then is not told", async () => {
  const { org, id, messages } = await plantHooked();
  const caseId = await openOne(org);
  const admin = await org.confirmed("admin");
  await turnWebhook(admin, { webhookId: id });
  await closeOne(org, caseId);
  expect(await messages()).toMatchObject([{ type: "case.opened", state: "given_up", attempts: 0 }]);
  await turnWebhook(admin, { webhookId: id, on: "on" });
  await openOne(org);
  expect((await messages()).map(({ state }) => state)).toEqual(["waiting", "given_up"]);
});

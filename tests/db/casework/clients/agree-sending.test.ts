import { beforeAll, expect, test } from "vitest";
import { agreeSending } from "@/lib/casework/clients/agree-sending";
import { readSafeContact } from "@/lib/casework/clients/queries";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import { openSample, safeContact } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

test("what the system may send belongs to the protocol that was agreed: a new one ends it", async () => {
  const ctx = await org.as("caseworker");
  const { clientId } = await openSample(ctx);
  const agreed = { clientId, sms: "on", monday: "on", sunday: "on", from: "09:00", until: "15:00" };
  await expect(agreeSending(ctx, { ...agreed, monday: "", sunday: "" })).rejects.toMatchObject({
    fields: { monday: expect.anything() },
  });
  await expect(agreeSending(ctx, { ...agreed, until: "08:00" })).rejects.toMatchObject({
    fields: { until: expect.anything() },
  });
  await agreeSending(ctx, agreed);
  const sending = { sms: true, email: false, days: [1, 7], from: "09:00", until: "15:00" };
  expect(await readSafeContact(ctx, clientId)).toMatchObject({ channel: safeContact.channel, sending });
  const next = { ...safeContact, channel: "Signal text only", voicemail: "no", codeWord: "", never: "" };
  await seeing(setSafeContact, "clientId")(ctx, { clientId, ...next });
  expect((await readSafeContact(ctx, clientId)).sending).toBeUndefined();
});

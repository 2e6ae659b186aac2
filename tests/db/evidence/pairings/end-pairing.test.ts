import { expect, test } from "vitest";
import { ctxFromPairing } from "@/lib/auth/pairings/ctx-from-pairing";
import { endPairing } from "@/lib/evidence/pairings/end-pairing";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantPairing } from "@/tests/support/plant-pairing";

test("whoever works on the case ends it, and so does the extension itself; ended twice it stays ended", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const first = await plantPairing(worker, caseId);
  const second = await plantPairing(worker, caseId);
  await endPairing(first.ctx, { pairingId: first.ctx.pairing?.id });
  expect(await ctxFromPairing(first.token)).toBeNull();
  expect(await ctxFromPairing(second.token)).not.toBeNull();
  for (let times = 0; times < 2; times++)
    await endPairing(await org.as("supervisor"), { pairingId: second.ctx.pairing?.id });
  expect(await ctxFromPairing(second.token)).toBeNull();
  const stranger = await (await makeOrg()).as("caseworker");
  await expect(endPairing(stranger, { pairingId: second.ctx.pairing?.id })).rejects.toHaveProperty("code", "not_found");
});

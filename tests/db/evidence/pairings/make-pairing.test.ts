import { expect, test } from "vitest";
import { endPairing } from "@/lib/evidence/pairings/end-pairing";
import { makePairing } from "@/lib/evidence/pairings/make-pairing";
import { readPairings } from "@/lib/evidence/pairings/queries";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantPairing } from "@/tests/support/plant-pairing";

test("the case shows what waits and what is connected, to whoever reads it, until it is ended", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker", "Sam Example");
  const boss = await org.as("supervisor");
  const caseId = await plantCase(worker.ctx);
  const { ctx } = await plantPairing(worker.ctx, caseId);
  const { id } = await makePairing(worker.ctx, { caseId });
  const live = async () => (await readPairings(boss, caseId)).live.map(({ by, browser }) => [by, browser]);
  expect(await live()).toEqual([
    ["Sam Example", "Chrome 141"],
    ["Sam Example", null],
  ]);
  expect((await readPairings(boss, caseId)).mayConnect).toBe(false);
  expect((await readPairings(worker.ctx, caseId)).mayConnect).toBe(true);
  await endPairing(boss, { pairingId: id });
  await endPairing(ctx, { pairingId: ctx.pairing?.id });
  expect(await live()).toEqual([]);
});

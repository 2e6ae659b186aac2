import { expect, test } from "vitest";
import { takeOwnPaper } from "@/lib/handover/papers/commands/take-own-paper";
import { listOwnPapers } from "@/lib/handover/papers/queries";
import { makeOrg } from "@/tests/support/org";
import { plantCertificate } from "@/tests/support/plant-papers";

test("is for the officer whom it is about, and nobody else's", async () => {
  const org = await makeOrg();
  const officer = await org.person("liaison");
  const { handoverId, paperId } = await plantCertificate({ org, worker: await org.person("caseworker"), officer });
  expect((await listOwnPapers(officer.ctx, handoverId)).map(({ id }) => id)).toEqual([paperId]);
  const { bytes, name } = await takeOwnPaper(officer.ctx, { paperId });
  expect([Buffer.from(bytes).subarray(0, 5).toString(), name.slice(-14)]).toEqual(["%PDF-", "handover-1.pdf"]);
  const stranger = await org.person("liaison");
  await expect(takeOwnPaper(stranger.ctx, { paperId })).rejects.toMatchObject({ code: "not_found" });
  await expect(listOwnPapers(stranger.ctx, handoverId)).rejects.toMatchObject({ code: "not_found" });
});

import { expect, test } from "vitest";
import { takePaper } from "@/lib/handover/papers/commands/take-paper";
import { listPapers } from "@/lib/handover/papers/queries";
import { signPaper } from "@/lib/handover/papers/sign-paper";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { makeOrg } from "@/tests/support/org";
import { plantCertificate } from "@/tests/support/plant-papers";

test("gives PDF and signature as they were signed, also of a withdrawn version; its blank slip is given no more", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const { packetId, handoverId, paperId } = await plantCertificate({
    org,
    worker,
    officer: await org.person("liaison"),
  });
  await signPaper(org.service(), { packetId, paper: "slip" });
  const slip = (await listPapers(worker.ctx, packetId)).find(({ paper }) => paper === "slip");
  const before = await takePaper(worker.ctx, { paperId });
  expect(before.name).toMatch(/-v1-handover-1\.pdf$/);
  expect((await takePaper(worker.ctx, { paperId, file: "p7s" })).name).toBe(`${before.name}.p7s`);
  expect((await takePaper(worker.ctx, { paperId: slip?.id })).name).toMatch(/-v1-receipt-slip\.pdf$/);
  await withdrawPacket(await org.confirmed("supervisor"), { packetId, reason: "The ask was too broad." });
  expect((await takePaper(worker.ctx, { paperId })).bytes).toEqual(before.bytes);
  await expect(takePaper(worker.ctx, { paperId: slip?.id })).rejects.toMatchObject({ code: "conflict" });
  expect((await org.auditOf(handoverId)).filter((action) => action === "handover.paper_taken")).toHaveLength(3);
});

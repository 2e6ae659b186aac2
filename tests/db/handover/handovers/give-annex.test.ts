import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { handovers, packetParts } from "@/db/schema";
import { giveAnnex } from "@/lib/handover/handovers/commands/give-annex";
import { recordDownload } from "@/lib/handover/handovers/commands/record-download";
import { findHandoverFile, getHandover, listDeliveries } from "@/lib/handover/handovers/queries";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { deliveredPacket } from "@/tests/support/built-packet";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantPart } from "@/tests/support/plant-part";
import { naming, signRelease } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

/** A packet in an officer’s hands, with an annex that stayed inside. */
async function given() {
  const officer = await org.person("liaison");
  const made = await deliveredPacket(org, worker, officer);
  const keyId = await plantPart(org, made.id, "annex", "Who and where");
  await plantPart(org, made.id, "withdrawn_copy");
  return { ...made, officer, keyId };
}

/** What the database itself shows to the officer, past every query of ours. */
async function rowsSeen(officer: Person): Promise<string[]> {
  const rows = await withTransaction(officer.ctx, "read only", (scoped) =>
    scoped.db.select({ part: packetParts.part }).from(packetParts),
  );
  return rows.map((row) => row.part);
}

/** What of a dossier goes to whoever receives it. */
const served = ["case_uco", "manifest", "manifest_signature", "request", "served", "verifier"];

/** What the officer’s page says of the annex, and which parts it offers. */
async function shown(officer: Person, handoverId: string) {
  const { annex, parts } = await getHandover(officer.ctx, handoverId);
  return { annex, parts: parts.map(({ part }) => part).sort() };
}

describe("giveAnnex", () => {
  test("opens it to the officer until its release is revoked, and again under a new one", async () => {
    const { officer, handoverId, id, caseId, keyId } = await given();
    const asked = { handoverId, part: "annex" };
    expect(await shown(officer, handoverId)).toEqual({ annex: "none", parts: served });
    await expect(recordDownload(officer.ctx, asked)).rejects.toMatchObject({ code: "not_found" });
    await expect(openFiles(officer.ctx, keyId)).rejects.toMatchObject({ code: "not_found" });
    expect(await rowsSeen(officer)).not.toContain("annex");
    expect(await rowsSeen(officer)).not.toContain("sender");
    const releaseId = await signRelease(worker.ctx, caseId, { identity: "on", ...naming(officer) });
    await giveAnnex(await org.confirmed(worker), { handoverId });
    expect(await rowsSeen(officer)).toContain("annex");
    await recordDownload(officer.ctx, asked);
    const place = await findHandoverFile(officer.ctx, handoverId, "annex");
    const { stream } = await (await openFiles(officer.ctx, place.keyId)).open(place.fileId);
    expect((await bytesOf(stream)).toString()).toBe("Who and where");
    const [delivery] = await listDeliveries(worker.ctx, id);
    expect(delivery).toMatchObject({ annex: "open" });
    expect(delivery?.events).toContainEqual(expect.objectContaining({ event: "downloaded", note: "Sealed annex" }));
    await revokeRelease(worker.ctx, { caseId, releaseId, reason: "The client moved" });
    expect(await shown(officer, handoverId)).toEqual({ annex: "closed", parts: served });
    await expect(recordDownload(officer.ctx, asked)).rejects.toMatchObject({ code: "conflict" });
    await expect(openFiles(officer.ctx, keyId)).rejects.toMatchObject({ code: "not_found" });
    await expect(recordDownload(officer.ctx, { handoverId })).resolves.toBeUndefined();
    expect((await listDeliveries(worker.ctx, id))[0]).toMatchObject({ annex: "closed" });
    await signRelease(worker.ctx, caseId, { identity: "on", purpose: "Signed anew", ...naming(officer) });
    await giveAnnex(await org.confirmed(worker), { handoverId });
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({ annex: "given" });
    expect(await org.auditOf(handoverId)).toContain("handover.annex_given");
  });

  test("closes by itself when the release is over", async () => {
    const { officer, handoverId, caseId, keyId } = await given();
    await signRelease(worker.ctx, caseId, { identity: "on", ...naming(officer) });
    await giveAnnex(await org.confirmed(worker), { handoverId });
    await withTransaction(org.service(), "read write", (scoped) =>
      scoped.db
        .update(handovers)
        .set({ annexUntil: new Date(Date.now() - 1000) })
        .where(eq(handovers.id, handoverId)),
    );
    expect(await shown(officer, handoverId)).toEqual({ annex: "closed", parts: served });
    await expect(openFiles(officer.ctx, keyId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is for the people of the case, after a fresh proof", async () => {
    const { officer, handoverId, caseId } = await given();
    await signRelease(worker.ctx, caseId, { identity: "on", ...naming(officer) });
    await expect(giveAnnex(await org.coded(worker), { handoverId })).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
    for (const ctx of [officer.ctx, await org.confirmed("admin")]) {
      await expect(giveAnnex(ctx, { handoverId })).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await makeOrg();
    for (const who of [await other.confirmed("supervisor"), await org.confirmed(await org.person("caseworker"))]) {
      await expect(giveAnnex(who, { handoverId })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("says what is missing: an id, a release, a packet that still counts", async () => {
    const { officer, handoverId, id, caseId } = await given();
    const boss = await org.confirmed("supervisor");
    await expect(giveAnnex(boss, { handoverId: "1" })).rejects.toMatchObject({ code: "invalid" });
    await expect(giveAnnex(boss, { handoverId })).rejects.toMatchObject({
      code: "invalid",
      fields: { handoverId: expect.stringContaining("who and where the client is") },
    });
    await signRelease(worker.ctx, caseId, { identity: "on", ...naming(officer) });
    await withdrawPacket(worker.ctx, { packetId: id, reason: "A wrong account." });
    await expect(giveAnnex(boss, { handoverId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("two at once give it once", async () => {
    const { officer, handoverId, caseId } = await given();
    await signRelease(worker.ctx, caseId, { identity: "on", ...naming(officer) });
    const both = await Promise.allSettled([
      giveAnnex(await org.confirmed(worker), { handoverId }),
      giveAnnex(await org.confirmed("supervisor"), { handoverId }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });

  test("no officer can give it to themselves: the database refuses", async () => {
    const { officer, handoverId } = await given();
    const attempt = withTransaction(officer.ctx, "read write", (scoped) =>
      scoped.db
        .update(handovers)
        .set({ withAnnex: true, annexUntil: new Date("2099-01-01") })
        .where(eq(handovers.id, handoverId)),
    );
    expect(await attempt.then(() => "done", sqlState)).toBe("42501");
  });
});

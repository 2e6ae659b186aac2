import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { listFirstLinks } from "@/lib/handover/first-contact/queries";
import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { listReleases } from "@/lib/handover/releases/queries";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { now, plantOpenDoor } from "@/tests/support/plant-first-link";
import { naming, signRelease } from "@/tests/support/sign-release";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
});

async function granted(recipient: string): Promise<string> {
  const ctx = await org.as("caseworker");
  const signedOn = civilDate(ctx.now, "Africa/Johannesburg");
  const { id } = await grantRelease(ctx, {
    caseId,
    recipientRole: "ncb",
    recipient,
    purpose: "A request",
    which: "all",
    signedOn,
  });
  return id;
}

describe("revokeRelease and links of first contact", () => {
  test("closes a link that nothing else covers, and says so in its log", async () => {
    const parties = { org, worker: await org.person("caseworker"), officer: await org.person("liaison") };
    const door = await plantOpenDoor(parties);
    const [first] = await listReleases(parties.worker.ctx, door.caseId);
    const second = await signRelease(parties.worker.ctx, door.caseId, {
      recipient: "Another investigating officer",
      ...naming(parties.officer),
    });
    const ctx = now(parties.worker);
    await revokeRelease(ctx, { caseId: door.caseId, releaseId: first?.id, reason: "Signed anew" });
    const still = (await listFirstLinks(ctx, door.packetId))[0];
    expect(still).toMatchObject({ state: "open" });
    expect(still?.events.map(({ event }) => event)).toEqual(["made", "released"]);
    await revokeRelease(ctx, { caseId: door.caseId, releaseId: second, reason: "The client is afraid" });
    const closed = (await listFirstLinks(ctx, door.packetId))[0];
    expect(closed).toMatchObject({ state: "revoked" });
    expect(closed?.events.at(-1)).toMatchObject({ event: "revoked", note: "uncovered" });
    expect(await org.auditOf(door.linkId)).toContain("first_link.revoked");
    expect(await ctxFromFirstLink(door.keys)).toBeNull();
  });

  test("where another release covers it for a shorter time, the link ends with that one", async () => {
    const parties = { org, worker: await org.person("caseworker"), officer: await org.person("liaison") };
    const door = await plantOpenDoor(parties);
    const [long] = await listReleases(parties.worker.ctx, door.caseId);
    const today = civilDate(new Date(), "Africa/Johannesburg");
    await signRelease(parties.worker.ctx, door.caseId, {
      recipient: "Officer for a day",
      ...naming(parties.officer),
      expiresOn: addDays(today, 1),
    });
    const ctx = now(parties.worker);
    await revokeRelease(ctx, { caseId: door.caseId, releaseId: long?.id, reason: "For less" });
    const [link] = await listFirstLinks(ctx, door.packetId);
    expect(link?.expiresAt).toEqual(instantOnWall(`${addDays(today, 2)}T00:00`, "Africa/Johannesburg"));
    expect(link).toMatchObject({ state: "open" });
    expect(link?.events.at(-1)).toMatchObject({ event: "shortened" });
  });
});

describe("revokeRelease", () => {
  test("takes it back from now, with the reason", async () => {
    const releaseId = await granted("First receiver");
    await revokeRelease(await org.as("caseworker"), { caseId, releaseId, reason: "The client is afraid" });
    const [first] = await listReleases(await org.as("caseworker"), caseId);
    expect(first).toMatchObject({ state: "revoked", revokedReason: "The client is afraid" });
    expect(await org.auditOf(releaseId)).toEqual(["release.granted", "release.revoked"]);
  });

  test("asks for the reason", async () => {
    const releaseId = await granted("Fourth receiver");
    await expect(revokeRelease(await org.as("caseworker"), { caseId, releaseId, reason: "" })).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: expect.any(String) },
    });
  });

  test("two who revoke it at once revoke it once", async () => {
    const releaseId = await granted("Fifth receiver");
    const both = await Promise.allSettled([
      revokeRelease(await org.as("caseworker"), { caseId, releaseId, reason: "One" }),
      revokeRelease(await org.as("supervisor"), { caseId, releaseId, reason: "Two" }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});

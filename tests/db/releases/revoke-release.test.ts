import { beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/platform/clock";
import { grantRelease } from "@/lib/releases/grant-release";
import { listReleases } from "@/lib/releases/queries";
import { revokeRelease } from "@/lib/releases/revoke-release";
import { openSample } from "../../support/case-form";
import { makeOrg, type Org } from "../../support/org";

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
    ...{ caseId, recipientRole: "ncb", recipient, purpose: "A request", which: "all", signedOn },
  });
  return id;
}

describe("revokeRelease", () => {
  test("takes it back from now, with the reason", async () => {
    const releaseId = await granted("First receiver");
    await revokeRelease(await org.as("caseworker"), { caseId, releaseId, reason: "The client is afraid" });
    const [first] = await listReleases(await org.as("caseworker"), caseId);
    expect(first).toMatchObject({ state: "revoked", revokedReason: "The client is afraid" });
    expect(await org.auditOf(releaseId)).toEqual(["release.granted", "release.revoked"]);
  });

  test("is for those who keep cases", async () => {
    const releaseId = await granted("Second receiver");
    for (const role of ["admin", "liaison"] as const) {
      await expect(revokeRelease(await org.as(role), { caseId, releaseId, reason: "No" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  test("another organisation, and another case, find no such release", async () => {
    const releaseId = await granted("Third receiver");
    const other = await makeOrg();
    const second = await openSample(await org.as("caseworker"));
    const asked = { caseId, releaseId, reason: "No" };
    await expect(revokeRelease(await other.as("supervisor"), asked)).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeRelease(await org.as("caseworker"), { ...asked, caseId: second.id })).rejects.toMatchObject({
      code: "not_found",
    });
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
    expect(both.filter((one) => one.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});

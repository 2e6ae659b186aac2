import { beforeAll, describe, expect, test } from "vitest";
import { fileScan } from "@/lib/handover/releases/commands/file-scan";
import { listReleases } from "@/lib/handover/releases/queries";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { asService } from "@/tests/support/plant-everywhere";
import { signRelease } from "@/tests/support/sign-release";

let org: Org;
let caseId: string;
let exhibitId: string;
let secondId: string;

const scan = (text: string) => new TextEncoder().encode(`%PDF-1.4 ${text}`);

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  ({ id: caseId } = await openSample(ctx));
  ({ exhibitId } = await addExhibit(ctx, caseId, scan("signed")));
  ({ exhibitId: secondId } = await addExhibit(ctx, caseId, scan("another paper")));
});

describe("fileScan", () => {
  test("adds the scan that came after the release was recorded, once", async () => {
    const ctx = await org.as("caseworker");
    const releaseId = await signRelease(ctx, caseId);
    await fileScan(ctx, { caseId, releaseId, exhibitId });
    expect(await listReleases(ctx, caseId)).toMatchObject([{ exhibitId, exhibit: "E-01" }]);
    expect(await org.auditOf(releaseId)).toEqual(["release.granted", "release.scan_filed"]);
    await expect(fileScan(ctx, { caseId, releaseId, exhibitId: secondId })).rejects.toMatchObject({ code: "conflict" });
    const { memberId } = ctx.actor;
    const change = (to: string | null) =>
      asService(
        org.id,
        memberId ?? "",
        (tx) => tx`update app.releases set exhibit_id = ${to} where id = ${releaseId}`,
        "supervisor",
      );
    await expect(change(secondId)).rejects.toThrow(/stays as it was signed/);
    await expect(change(null)).rejects.toThrow(/stays as it was signed/);
  });

  test("is an exhibit of the case, for a release of the case", async () => {
    const ctx = await org.as("caseworker");
    const { id: elsewhere } = await openSample(ctx);
    const other = await addExhibit(ctx, elsewhere, scan("of another case"));
    const releaseId = await signRelease(ctx, caseId, { purpose: "Another" });
    const input = { caseId, releaseId, exhibitId };
    for (const bad of [other.exhibitId, caseId, ""])
      await expect(fileScan(ctx, { ...input, exhibitId: bad })).rejects.toHaveProperty("fields.exhibitId");
    await expect(fileScan(ctx, { ...input, caseId: elsewhere })).rejects.toMatchObject({ code: "invalid" });
    await expect(fileScan(ctx, { ...input, caseId: elsewhere, exhibitId: other.exhibitId })).rejects.toMatchObject({
      code: "not_found",
    });
    const [kept] = await asService(org.id, "", (tx) => tx`select exhibit_id from app.releases where id = ${releaseId}`);
    expect(kept?.exhibit_id).toBeNull();
  });
});

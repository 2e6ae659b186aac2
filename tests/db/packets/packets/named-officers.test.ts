import { beforeAll, describe, expect, test } from "vitest";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { takeOffOfficer } from "@/lib/handover/releases/commands/take-off-officer";
import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { checkDraft, getPacket } from "@/lib/packets/packets/queries";
import { takeAnnex } from "@/lib/packets/packets/snapshot/annex";
import { withoutEnded } from "@/lib/packets/packets/snapshot/annex-receivers";
import { readNamedOfficers } from "@/lib/packets/packets/snapshot/named-officers";
import { withReleasesNow } from "@/lib/packets/packets/snapshot/releases-now";
import type { AnnexSnapshot } from "@/lib/packets/packets/snapshot/snapshot-annex";
import { sworn } from "@/tests/db/documents/papers/drafting";
import { takeFor } from "@/tests/db/packets/packets/taking";
import { reasonsFor } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { now } from "@/tests/support/plant-first-link";
import { naming, signRelease } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const kind = "docket_pack";
const alone = { prosecutor: "", centralAuthority: "", station: "" };
const docket = { ...draft, kind, ...alone };

/** A case without a release, and what is read of it for a packet to the officer of the docket alone. */
async function made() {
  const of = await makeCaseToPrint(org, worker, { files: ["note.txt"], released: false });
  const { caseId } = of;
  const check = async (id: string) => (await checkDraft(worker.ctx, caseId, docket)).find((line) => line.id === id);
  return { caseId, check, take: () => takeFor(worker, { of, kind, change: alone }) };
}

describe("a packet for an office of which a release names officers", () => {
  test("preflight names them, and neither one of the same name nor one of the same office comes under it", async () => {
    const { caseId, check } = await made();
    const meant = await org.person("liaison", "Lindiwe Example");
    await org.person("liaison", "Lindiwe Example");
    await signRelease(worker.ctx, caseId, { recipient: "Sergeant Lindiwe Example, SAPS Voorbeeldfontein" });
    expect(await check("D-16")).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("REL-1 names no officer yet"),
    });
    await signRelease(worker.ctx, caseId, { ...naming(meant), purpose: "Named" });
    const result = await check("D-16");
    expect(result?.result).toBe("pass");
    expect(result?.reason).toContain(
      "Sergeant Lindiwe Example, SAPS, Voorbeeldfontein (REL-2). Nobody else may have it.",
    );
    expect(result?.reason).not.toContain("2 officers");
    expect(await check("D-17")).toMatchObject({ result: "pass" });
  });

  test("what is printed says rank and unit, and no name", async () => {
    const { caseId, take } = await made();
    await signRelease(worker.ctx, caseId, naming(await org.person("liaison", "Nandi Example")));
    const snapshot = await take();
    expect(snapshot.releases[0]?.officers).toMatchObject([{ office: "Sergeant, SAPS, Voorbeeldfontein" }]);
    expect(JSON.stringify(snapshot)).not.toContain("Nandi");
  });

  test("one who was taken off is not covered any more", async () => {
    const { caseId, check } = await made();
    const off = await org.person("liaison", "Off Example");
    const stays = await org.person("liaison", "Stays Example");
    const releaseId = await signRelease(worker.ctx, caseId, naming(off, stays));
    expect((await check("D-16"))?.reason).toContain("Off Example");
    await takeOffOfficer(now(worker), { caseId, releaseId, memberId: off.memberId, reason: "Left the unit" });
    expect((await check("D-16"))?.reason).toContain("Stays Example");
    expect((await check("D-16"))?.reason).not.toContain("Off Example");
  });
});

describe("a packet that waits for approval while its release ends", () => {
  test("says so in its lines, wants a reason for it, and prints it", async () => {
    const { caseId } = await made();
    const releaseId = await signRelease(worker.ctx, caseId, naming(await org.person("liaison")));
    await sworn(worker.ctx, caseId);
    const { id } = await draftPacket(worker.ctx, { caseId, ...docket });
    await assemblePacket(org.service(), { packetId: id });
    const line = async () => (await getPacket(worker.ctx, id)).preflight.find((preflight) => preflight.id === "D-16");
    expect(await line()).toMatchObject({ result: "pass", reason: expect.stringContaining("(REL-1)") });
    const overrides = await reasonsFor(worker, id);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    expect(await line()).toMatchObject({ result: "fail", reason: expect.stringContaining("REL-1 was revoked on") });
    const approve = async (reasons: Record<string, string>) =>
      approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: reasons });
    await expect(approve(overrides)).rejects.toHaveProperty(["fields", "overrides.D-16"]);
    await approve(await reasonsFor(worker, id));
    await assemblePacket(org.service(), { packetId: id });
    expect(await line()).toMatchObject({ result: "fail", override: { reason: expect.any(String) } });
  });
});

describe("the annex of a packet that is built again for its approval", () => {
  test("does not list who was taken off since, nor anybody after the release was revoked", async () => {
    const { caseId, take } = await made();
    const off = await org.person("liaison", "Off Example");
    const stays = await org.person("liaison", "Stays Example");
    const releaseId = await signRelease(worker.ctx, caseId, { identity: "on", ...naming(off, stays) });
    const snapshot = await take();
    const reading = <T>(act: (ctx: TxCtx) => Promise<T>) => withTransaction(worker.ctx, "read only", act);
    const taken = await reading((ctx) => takeAnnex(ctx, { caseId, snapshot }));
    const listed = ({ openTo }: AnnexSnapshot) => openTo.map(({ name }) => /Off|Stays/.exec(name)?.[0]);
    const again = () =>
      reading(async (ctx) =>
        withoutEnded(taken, await withReleasesNow(ctx, caseId, snapshot), await readNamedOfficers(ctx, caseId)),
      );
    expect(listed(taken).toSorted()).toEqual(["Off", "Stays"]);
    expect(await again()).toEqual(taken);
    await takeOffOfficer(now(worker), { caseId, releaseId, memberId: off.memberId, reason: "Named by mistake" });
    expect(listed(await again())).toEqual(["Stays"]);
    const late = await org.person("liaison", "Late Example");
    await nameOfficers(now(worker), { caseId, releaseId, ...naming(late) });
    expect(listed(await again())).toEqual(["Stays"]);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    expect(await again()).toMatchObject({ openTo: [], closedTo: [{ why: "its release was revoked" }] });
  });
});

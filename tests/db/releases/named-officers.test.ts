import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as getFile } from "@/app/api/handovers/[handoverId]/file/route";
import { GET as getPart } from "@/app/api/handovers/[handoverId]/parts/[part]/route";
import type { Ctx } from "@/lib/access/ctx";
import { ctxFromFirstLink } from "@/lib/auth/ctx-from-first-link";
import { redeemFirstLink } from "@/lib/auth/redeem-first-link";
import { noteDispatch } from "@/lib/dispatches/note-dispatch";
import { makeFirstLink } from "@/lib/first-links/make-first-link";
import { acknowledgeHandover } from "@/lib/handovers/acknowledge-handover";
import { deliverPacket } from "@/lib/handovers/deliver-packet";
import { getHandover, listInbox } from "@/lib/handovers/queries";
import { wallTime } from "@/lib/platform/zone";
import { listReleases } from "@/lib/releases/queries";
import { revokeRelease } from "@/lib/releases/revoke-release";
import { approvedPacket } from "../../support/built-packet";
import { makeOrg, type Org, type Person } from "../../support/org";
import { now, plantOpenDoor } from "../../support/plant-first-link";
import { signRelease } from "../../support/sign-release";

/** Who the route handlers take the request for. */
const acting = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/session", async (original) => ({
  ...(await original<Record<string, unknown>>()),
  readCtx: async () => acting.ctx,
}));

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const naming = (...officers: Person[]) => ({
  officers: Object.fromEntries(officers.map(({ memberId }) => [memberId, "on"])),
});

/** Each file of a handover as the officer's browser asks for it: the status of the answer, and its first words. */
async function asked(officer: Person, handoverId: string) {
  acting.ctx = { ...officer.ctx, now: new Date() };
  const request = new NextRequest(`http://localhost:3000/api/handovers/${handoverId}/file`);
  const answers = [await getFile(request, { params: Promise.resolve({ handoverId }) })];
  for (const part of ["request", "manifest"]) {
    answers.push(await getPart(request, { params: Promise.resolve({ handoverId, part }) }));
  }
  const said = await answers[0]?.text();
  return { statuses: answers.map(({ status }) => status), said };
}

describe("a release names officers by id", () => {
  test("an officer of the same name in another unit, and one of the same office, get nothing", async () => {
    const meant = await org.person("liaison", "Lindiwe Example");
    const namesake = await org.person("liaison", "Lindiwe Example");
    const made = await approvedPacket(org, worker, { released: false });
    const recipient = "Sergeant Lindiwe Example, investigating officer, SAPS Voorbeeldfontein";
    await signRelease(worker.ctx, made.caseId, { recipient, ...naming(meant) });
    const give = (officer: Person) => deliverPacket(worker.ctx, { packetId: made.id, liaisonId: officer.memberId });
    for (const other of [namesake, await org.person("liaison")]) {
      await expect(give(other)).rejects.toMatchObject({
        code: "invalid",
        fields: { liaisonId: expect.stringContaining("No release names this officer") },
      });
      const paper = { packetId: made.id, method: "courier", liaisonId: other.memberId };
      const at = wallTime(new Date(), "Africa/Johannesburg");
      await expect(noteDispatch(now(worker), { ...paper, at, zone: "Africa/Johannesburg" })).rejects.toHaveProperty(
        "fields.liaisonId",
      );
      await expect(makeFirstLink(now(worker), { packetId: made.id, liaisonId: other.memberId })).rejects.toHaveProperty(
        "fields.liaisonId",
      );
    }
    await expect(give(meant)).resolves.toBeTruthy();
  });

  test("revoking closes the served PDF, the request, what the page says and the answers; a new one opens them", async () => {
    const officer = await org.person("liaison");
    const made = await approvedPacket(org, worker, { released: false });
    const releaseId = await signRelease(worker.ctx, made.caseId, naming(officer));
    const given = { packetId: made.id, liaisonId: officer.memberId, message: "Please look at page 2." };
    const { id: handoverId } = await deliverPacket(worker.ctx, given);
    expect((await asked(officer, handoverId)).statuses).toEqual([200, 200, 200]);
    await revokeRelease(worker.ctx, { caseId: made.caseId, releaseId, reason: "The client is afraid" });
    expect(await asked(officer, handoverId)).toMatchObject({ statuses: [410, 410, 410] });
    expect(await getHandover(officer.ctx, handoverId)).toMatchObject({ cover: "revoked", parts: [], message: null });
    expect(await listInbox(officer.ctx)).toMatchObject([{ handoverId, cover: "revoked" }]);
    await expect(acknowledgeHandover(officer.ctx, { handoverId })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("taken back their consent"),
    });
    await signRelease(worker.ctx, made.caseId, { ...naming(officer), purpose: "Signed anew" });
    expect((await asked(officer, handoverId)).statuses).toEqual([200, 200, 200]);
  });

  test("revoking closes a link that is open, and its page says that the client took the consent back", async () => {
    const parties = { org, worker, officer: await org.person("liaison") };
    const door = await plantOpenDoor(parties);
    await redeemFirstLink(door.keys, { code: door.code });
    expect(await ctxFromFirstLink(door.keys)).not.toBeNull();
    const [release] = await listReleases(worker.ctx, door.caseId);
    await revokeRelease(now(worker), { caseId: door.caseId, releaseId: release?.id, reason: "The client is afraid" });
    expect(await ctxFromFirstLink(door.keys)).toBeNull();
    expect(await redeemFirstLink(door.keys, { code: door.code })).toMatchObject({ outcome: "uncovered" });
  });
});

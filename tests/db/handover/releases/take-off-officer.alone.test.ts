import { and, eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as getFile } from "@/app/api/handovers/[handoverId]/file/route";
import { GET as getPart } from "@/app/api/handovers/[handoverId]/parts/[part]/route";
import { mails, releaseRecipients } from "@/db/schema";
import { ctxFromFirstLink } from "@/lib/auth/first-contact/ctx-from-first-link";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { findCase } from "@/lib/casework/cases/access";
import { noteDispatch } from "@/lib/handover/dispatches/note-dispatch";
import { deliverPacket } from "@/lib/handover/handovers/commands/deliver-packet";
import { getHandover, listInbox } from "@/lib/handover/handovers/queries";
import { printRecall } from "@/lib/handover/recalls/print-recall";
import { listCaseRecalls } from "@/lib/handover/recalls/queries";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { takeOffOfficer } from "@/lib/handover/releases/commands/take-off-officer";
import { tellOfficers } from "@/lib/handover/releases/commands/tell-officers";
import { listReleases } from "@/lib/handover/releases/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { readHolders } from "@/lib/packets/packets/read-holders";
import { wallTime } from "@/lib/platform/time/zone";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { plantCopies } from "@/tests/support/plant-copies";
import { now, plantOpenDoor } from "@/tests/support/plant-first-link";
import { plantPart } from "@/tests/support/plant-part";
import { plantServed } from "@/tests/support/plant-served";
import { naming, signRelease } from "@/tests/support/sign-release";

/** Who the route handlers take the request for. */
const acting = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<Record<string, unknown>>()),
  readCtx: async () => acting.ctx,
}));

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const reason = "Named by mistake";

/** The status of each file of a handover, as the officer's browser asks for it. */
async function asked(officer: Person, handoverId: string): Promise<number[]> {
  acting.ctx = { ...officer.ctx, now: new Date() };
  const request = new NextRequest(`http://localhost:3000/api/handovers/${handoverId}/file`);
  const answers = [await getFile(request, { params: Promise.resolve({ handoverId }) })];
  for (const part of ["request", "annex", "originals"]) {
    answers.push(await getPart(request, { params: Promise.resolve({ handoverId, part }) }));
  }
  for (const answer of answers) await answer.body?.cancel();
  return answers.map(({ status }) => status);
}

/** Who holds a version, as the pages of its case list it. */
const holdersOf = (caseId: string, packetId: string) =>
  withTransaction(worker.ctx, "read only", async (ctx) => {
    const { keyId } = await findCase(ctx, caseId);
    return (await readHolders(ctx, [packetId], keyId)).get(packetId) ?? [];
  });

describe("takeOffOfficer", () => {
  test("closes the served part, the annex, originals and what the page says for that officer, and nothing for the other", async () => {
    const off = await org.person("liaison");
    const stays = await org.person("liaison");
    const { caseId, packetId } = await plantServed(org, worker);
    await plantPart(org, packetId, "annex", "Who and where");
    const releaseId = await signRelease(worker.ctx, caseId, { identity: "on", ...naming(off, stays) });
    const give = async ({ memberId: liaisonId }: Person) =>
      deliverPacket(await org.confirmed(worker), { packetId, liaisonId, withAnnex: "on", message: "See page 2." });
    const { id: hers } = await give(off);
    const { id: theirs } = await give(stays);
    expect(await asked(off, hers)).toEqual([200, 200, 200, 200]);
    await takeOffOfficer(now(worker), { caseId, releaseId, memberId: off.memberId, reason });
    expect(await asked(off, hers)).toEqual([410, 410, 410, 410]);
    expect(await getHandover(off.ctx, hers)).toMatchObject({ cover: "taken_off", parts: [], message: null });
    expect(await listInbox(off.ctx)).toMatchObject([{ cover: "taken_off" }]);
    expect(await asked(stays, theirs)).toEqual([200, 200, 200, 200]);
    const [release] = await listReleases(worker.ctx, caseId);
    expect(release).toMatchObject({
      state: "in_force",
      officers: [{ id: stays.memberId }],
      takenOff: [{ id: off.memberId, takenOff: { by: "caseworker person", reason } }],
    });
    expect(await org.auditOf(releaseId)).toContain("release.officer_taken_off");
    const paper = { packetId, method: "courier", liaisonId: off.memberId, zone: "Africa/Johannesburg" };
    const at = wallTime(new Date(), paper.zone);
    await expect(noteDispatch(now(worker), { ...paper, at })).rejects.toMatchObject({
      fields: { liaisonId: expect.stringContaining("REL-1 stopped naming this officer") },
    });
    await signRelease(worker.ctx, caseId, { ...naming(off), purpose: "Signed anew" });
    expect((await asked(off, hers)).slice(0, 2)).toEqual([200, 200]);
  });

  test("closes nothing that another release lets them have", async () => {
    const { caseId, packetId, releaseId, handoverId, reads } = await plantCopies(org, worker);
    await signRelease(worker.ctx, caseId, { ...naming(reads), purpose: "Another paper" });
    await takeOffOfficer(now(worker), { caseId, releaseId, memberId: reads.memberId, reason });
    expect(await getHandover(reads.ctx, handoverId)).toMatchObject({ cover: "covered" });
    expect(await listCaseRecalls(worker.ctx, caseId)).toEqual([]);
    expect(await holdersOf(caseId, packetId)).toMatchObject([{ recall: null }, { recall: null }, { recall: null }]);
  });

  test("closes their link, and says so in its log", async () => {
    const parties = { org, worker, officer: await org.person("liaison") };
    const door = await plantOpenDoor(parties);
    await redeemFirstLink(door.keys, { code: door.code });
    const [release] = await listReleases(worker.ctx, door.caseId);
    const { caseId } = door;
    const releaseId = release?.id ?? "";
    await nameOfficers(worker.ctx, { caseId, releaseId, ...naming(await org.person("liaison")) });
    await takeOffOfficer(now(worker), { caseId, releaseId, memberId: parties.officer.memberId, reason });
    expect(await ctxFromFirstLink(door.keys)).toBeNull();
    expect(await redeemFirstLink(door.keys, { code: door.code })).toMatchObject({ outcome: "uncovered" });
    expect(await org.auditOf(door.linkId)).toContain("first_link.revoked");
  });

  test("recalls each copy of that officer, once, with a letter that says so; the last one stays", async () => {
    const { caseId, packetId, releaseId, reads, closed, paper } = await plantCopies(org, worker);
    const off = ({ memberId }: Person) => takeOffOfficer(now(worker), { caseId, releaseId, memberId, reason });
    await off(paper);
    const [first, ...none] = await listCaseRecalls(worker.ctx, caseId);
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      how: "paper",
      who: expect.stringContaining("Paper"),
      cause: "taken_off",
      release: "REL-1",
    });
    const { bytes } = await printRecall(worker.ctx, { recallId: first?.id });
    const text = (await flatPagesOf(bytes)).join(" ");
    expect(text).toContain("no longer names you");
    expect(text).not.toContain(reason);
    await off(reads);
    const holders = await holdersOf(caseId, packetId);
    const due = holders.filter(({ recall }) => recall === "due");
    expect(due.map(({ who }) => /Reads|Paper/.exec(who)?.[0]).toSorted()).toEqual(["Paper", "Reads"]);
    expect(holders).toHaveLength(3);
    await expect(off(closed)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Revoke the release instead"),
    });
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    expect(await listCaseRecalls(worker.ctx, caseId)).toHaveLength(2);
    await expect(off(closed)).rejects.toMatchObject({ code: "conflict" });
  });

  test("tells that officer by one mail, and not again when the release is revoked", async () => {
    const { caseId, releaseId, reads, closed } = await plantCopies(org, worker);
    await takeOffOfficer(now(worker), { caseId, releaseId, memberId: reads.memberId, reason });
    const told = async () => {
      const rows = await withTransaction(org.service(), "read only", ({ db }) =>
        db
          .select()
          .from(mails)
          .where(eq(mails.occasion, `release ${releaseId}`)),
      );
      return rows.map((row) => row.memberId);
    };
    for (let i = 0; i < 2; i += 1) await tellOfficers(org.service(), { releaseId, memberId: reads.memberId });
    expect(await told()).toEqual([reads.memberId]);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    await tellOfficers(org.service(), { releaseId });
    expect((await told()).toSorted()).toEqual([reads.memberId, closed.memberId].toSorted());
  });

  test("wants a reason, happens once, also while the case is restricted", async () => {
    const { caseId, releaseId, reads, closed } = await plantCopies(org, worker);
    const input = { caseId, releaseId, memberId: reads.memberId, reason };
    await expect(takeOffOfficer(worker.ctx, { ...input, reason: "" })).rejects.toHaveProperty("fields.reason");
    const unnamed = await org.person("liaison");
    await expect(takeOffOfficer(worker.ctx, { ...input, memberId: unnamed.memberId })).rejects.toMatchObject({
      code: "not_found",
    });
    await placeRestriction(await org.as("supervisor"), { caseId, reason: "The client contests the dates" });
    await takeOffOfficer(now(worker), input);
    await expect(takeOffOfficer(now(worker), input)).rejects.toMatchObject({ code: "conflict" });
    const again = { caseId, releaseId, ...naming(reads) };
    await expect(nameOfficers(worker.ctx, again)).rejects.toMatchObject({ code: "conflict" });
    await takeOffOfficer(now(worker), { ...input, memberId: closed.memberId });
  });

  test("two who take off the last two at once take off one", async () => {
    const { caseId } = await plantServed(org, worker);
    const officers = [await org.person("liaison"), await org.person("liaison")];
    const releaseId = await signRelease(worker.ctx, caseId, naming(...officers));
    const both = await Promise.allSettled(
      officers.map(({ memberId }) => takeOffOfficer(now(worker), { caseId, releaseId, memberId, reason })),
    );
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });

  test("the database says the same: in one's own name, for good, and never the last", async () => {
    const { caseId } = await plantServed(org, worker);
    const off = await org.person("liaison");
    const stays = await org.person("liaison");
    const releaseId = await signRelease(worker.ctx, caseId, naming(off, stays));
    const set = (officer: Person, over: Partial<typeof releaseRecipients.$inferInsert>) =>
      withTransaction(worker.ctx, "read write", ({ db }) =>
        db
          .update(releaseRecipients)
          .set({ takenOffAt: new Date(), takenOffBy: worker.memberId, takenOffReason: reason, ...over })
          .where(and(eq(releaseRecipients.releaseId, releaseId), eq(releaseRecipients.memberId, officer.memberId))),
      ).then(() => "done", sqlState);
    const boss = (await org.as("supervisor")).actor.memberId;
    expect(await set(off, { takenOffBy: boss })).toBe("42501");
    expect(await set(off, { takenOffReason: null })).toBe("42501");
    expect(await set(off, { endsAt: new Date() })).toBe("42501");
    expect(await set(off, {})).toBe("done");
    expect(await set(off, { takenOffAt: null, takenOffBy: null, takenOffReason: null })).toBe("42501");
    expect(await set(stays, {})).toBe("42501");
  });
});

import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { clients, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { listReleases } from "@/lib/handover/releases/queries";
import { type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { assembleAnnex } from "@/lib/packets/packets/sections/annex/assemble-annex";
import { takeAnnex } from "@/lib/packets/packets/snapshot/annex";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import type { PacketKindKey } from "@/lib/packets/packets/types";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { addDays } from "@/lib/platform/time/calendar";
import { takeFor } from "@/tests/db/packets/packets/taking";
import { type CaseToPrint, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { homeToday } from "@/tests/support/plant-clock";
import { plantRefusal, refused } from "@/tests/support/refusal";
import { naming } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;
let made: CaseToPrint;
let today: string;
let refusalId: string;
let memberCode: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Casper Werker");
  made = await makeCaseToPrint(org, worker);
  today = homeToday(worker.ctx);
  refusalId = await plantRefusal(worker.ctx, made.caseId, { proofExhibitId: made.exhibitIds[0] });
  await reading(async (ctx) => {
    const [row] = await ctx.db.select().from(members).where(eq(members.id, worker.memberId));
    memberCode = row?.code ?? "";
  });
});

const reading = <T>(act: (ctx: TxCtx) => Promise<T>): Promise<T> => withTransaction(worker.ctx, "read only", act);

const take = (kind: PacketKindKey, change: Record<string, unknown> = {}, of: CaseToPrint = made) =>
  takeFor(worker, { of, kind, change });

describe("taking the sealed annex", () => {
  const annexOf = (snapshot: PacketSnapshot, caseId = made.caseId) =>
    reading((ctx) => takeAnnex(ctx, { caseId, snapshot }));

  test("gives the codes their names, and nothing of it is in the served part", async () => {
    const snapshot = await take("refusal_complaint", { refusal: refusalId });
    const annex = await annexOf(snapshot);
    expect(annex.client).toMatchObject({ code: snapshot.case.clientCode, ...secrets, identityNumber: null });
    expect(annex.people).toMatchObject([
      { code: memberCode, name: "Casper Werker", does: expect.stringContaining("prepared") },
    ]);
    expect(annex.witnesses).toContainEqual({ code: "RF-1", who: refused.witnesses, canSay: expect.any(String) });
    const served = JSON.stringify(snapshot);
    for (const value of [...Object.values(secrets), "Casper Werker", refused.witnesses])
      expect(served).not.toContain(value);
    const text = (await flatPagesOf((await collectBytes(assembleAnnex(annex))).bytes)).join(" ");
    for (const value of Object.values(secrets)) expect(text).toContain(value);
  });

  test("opens for the officers whom a release that covers identity names, for nobody else, and says why", async () => {
    const snapshot = await take("docket_pack");
    expect(await annexOf(snapshot)).toMatchObject({
      openTo: [],
      closedTo: snapshot.receivers.map((receiver) => ({
        ...receiver,
        why: expect.stringContaining("does not cover"),
        release: expect.stringMatching(/^REL-\d$/),
      })),
    });
    const widened = ({ releases }: PacketSnapshot) => releases.map((release) => ({ ...release, identity: true }));
    const unnamed = await annexOf({ ...snapshot, releases: widened(snapshot) });
    expect(unnamed.openTo).toEqual([]);
    expect(unnamed.closedTo[0]?.why).toBe("its release names no officer yet");
    const officer = await org.person("liaison", "Lindiwe Example");
    for (const { id: releaseId } of await listReleases(worker.ctx, made.caseId)) {
      await nameOfficers(worker.ctx, { caseId: made.caseId, releaseId, ...naming(officer) });
    }
    const wide = widened(await take("docket_pack"));
    const { openTo } = await annexOf({ ...snapshot, releases: wide });
    expect(openTo).toHaveLength(snapshot.receivers.length);
    expect(openTo[0]?.name).toBe("Sergeant Lindiwe Example, SAPS, Voorbeeldfontein");
    const ended = wide.map((release) => ({ ...release, expiresOn: addDays(today, -1) }));
    expect(await annexOf({ ...snapshot, releases: ended })).toMatchObject({
      openTo: [],
      closedTo: expect.arrayContaining([expect.objectContaining({ why: "its release is not valid on this day" })]),
    });
    const revoked = wide.map((release) => ({ ...release, revokedOn: today }));
    expect((await annexOf({ ...snapshot, releases: revoked })).closedTo[0]?.why).toBe("its release was revoked");
    expect((await annexOf({ ...snapshot, releases: [] })).closedTo[0]?.why).toBe("no release is for this receiver");
  });

  test("prints the safe way as agreed, without the code word", async () => {
    const mine = await makeCaseToPrint(org, worker, { files: [] });
    const contact = { channel: "WhatsApp text only", hours: "weekdays", zone: "Africa/Johannesburg", voicemail: false };
    await agree(mine.caseId, {
      ...contact,
      deviceSeenBy: "nobody",
      codeWord: "protea",
      never: ["no call"],
      subjectLine: "Books",
    });
    const annex = await annexOf(await take("docket_pack", {}, mine), mine.caseId);
    expect(annex.safeContact).toMatchObject({ ...contact, hasCodeWord: true, never: ["no call"] });
    expect(JSON.stringify(annex)).not.toContain("protea");
    expect((await annexOf(await take("docket_pack"))).safeContact).toBeNull();
  });

  test("is blind to a case of another organisation", async () => {
    const snapshot = await take("docket_pack");
    const stranger = await (await makeOrg()).as("supervisor");
    const looking = withTransaction(stranger, "read only", (ctx) => takeAnnex(ctx, { caseId: made.caseId, snapshot }));
    await expect(looking).rejects.toMatchObject({ code: "not_found" });
  });
});

async function agree(caseId: string, contact: Record<string, unknown>): Promise<void> {
  await withTransaction(org.service(), "read write", async (ctx) => {
    const { clientId } = await findCase(ctx, caseId);
    const [client] = await ctx.db.select().from(clients).where(eq(clients.id, clientId));
    if (!client) throw new Error("the case has a client");
    const vault = await openVault(ctx, client.keyId);
    const place = { table: "clients", column: "safe_contact", row: clientId };
    await ctx.db
      .update(clients)
      .set({ safeContact: vault.seal(place, JSON.stringify(contact)) })
      .where(eq(clients.id, clientId));
  });
}

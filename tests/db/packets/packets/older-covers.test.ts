import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { incidentExhibits, packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { liftWordCover } from "@/lib/evidence/redactions/lift-word-cover";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { findPacket } from "@/lib/packets/packets/access";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { checkPacket } from "@/lib/packets/packets/parts/verifier/check-packet.mjs";
import { getPacket } from "@/lib/packets/packets/queries";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { addText } from "@/tests/support/add-text";
import { reasonsFor } from "@/tests/support/built-packet";
import { bySql } from "@/tests/support/by-sql";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const message = "I know where Thandi goes to school.";
const child = { words: "Thandi", kind: "child" };

/** A case whose first act quotes the text that is its only exhibit. */
async function makeCase() {
  const { caseId, incidentIds } = await makeCaseToPrint(org, worker, { files: [], words: message, what: "He wrote." });
  const exhibitId = await addText(org, worker, { caseId, content: `Hello\n${message}` });
  const link = { orgId: org.id, caseId, incidentId: incidentIds[0] ?? "", exhibitId };
  await withTransaction(org.service(), "read write", ({ db }) => db.insert(incidentExhibits).values(link));
  return { caseId, exhibitId };
}

async function built(caseId: string, change: object = {}): Promise<string> {
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft, ...change });
  await assemblePacket(org.service(), { packetId: id });
  expect((await getPacket(worker.ctx, id)).progress.error).toBeNull();
  return id;
}

const approve = async (id: string, change: Record<string, string> = {}) =>
  approvePacket(await org.confirmed("supervisor"), {
    packetId: id,
    overrides: { ...(await reasonsFor(worker, id)), ...change },
  });

async function buildAgain(id: string): Promise<void> {
  await bySql(org.service(), sql`update app.packets set status = 'building' where id = ${id}::uuid`);
  await assemblePacket(org.service(), { packetId: id });
  expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "approved", progress: { error: null } });
}

/** The packet as a release took it that knew of no covers: neither its case nor its transcripts say a word of them. */
async function forgetCovers(id: string): Promise<void> {
  await rewrite(id, ({ covers, ...rest }) => {
    expect(covers).toBeInstanceOf(Array);
    return { ...rest, exhibits: rest.exhibits.map(older) };
  });
}

async function rewrite(id: string, change: (snapshot: PacketSnapshot) => object): Promise<void> {
  await withTransaction(org.service(), "read write", async (ctx) => {
    const packet = await findPacket(ctx, id);
    const vault = await openVault(ctx, (await findCase(ctx, packet.caseId)).keyId);
    const place = { table: "packets", column: "snapshot", row: id };
    const before = JSON.parse(vault.openMaybe(place, packet.snapshot) ?? "{}") as PacketSnapshot;
    const snapshot = vault.seal(place, JSON.stringify(change(before)));
    await ctx.db.update(packets).set({ snapshot }).where(eq(packets.id, id));
  });
}

function older({ transcript, ...exhibit }: PacketSnapshot["exhibits"][number]): object {
  if (!transcript) return { ...exhibit, transcript };
  const { masked: _, covers: __, rows, ...rest } = transcript;
  return { ...exhibit, transcript: { ...rest, rows: rows.map(({ hidden: ___, ...row }) => row) } };
}

const textOf = async (id: string, part = "served") =>
  (await flatPagesOf(onePart(await keptParts(worker.ctx, id), part).bytes)).join("\n").replaceAll(/\s+/g, " ");

/** What the page that travels with a packet says of it, line by line. */
async function checked(id: string) {
  const files = (await keptParts(worker.ctx, id)).map(({ name, bytes }) => new File([new Uint8Array(bytes)], name));
  const { lines } = await checkPacket(files);
  return lines.map(({ state, what }) => `${what}: ${state}`);
}

describe("a version that was built before packets knew of covers", () => {
  test("is read, approved and printed, and what it is made of matches its list", async () => {
    const { caseId } = await makeCase();
    const id = await built(caseId);
    await forgetCovers(id);
    await approve(id);
    await assemblePacket(org.service(), { packetId: id });
    expect(await getPacket(worker.ctx, id)).toMatchObject({ status: "approved", progress: { error: null } });
    expect(await textOf(id)).toContain(message);
    const lines = await checked(id);
    expect(lines).toContain("Signature of the list: ok");
    expect(lines.filter((line) => /^Packet\b/.test(line))).toEqual([expect.stringMatching(/: ok$/)]);
    expect(lines.filter((line) => line.endsWith(": bad"))).toEqual([]);
  });

  test("is not approved once words of its exhibit are covered", async () => {
    const { caseId, exhibitId } = await makeCase();
    const id = await built(caseId);
    await forgetCovers(id);
    await coverWords(worker.ctx, { exhibitId, ...child });
    await expect(approve(id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Words of E-01 were covered after this version was built"),
    });
    expect(await textOf(await built(caseId))).not.toContain("Thandi");
    // Nor while nothing says how it was laid out.
    await rewrite(id, ({ layout: _, ...rest }) => rest);
    await expect(approve(id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("An earlier release of the software built this version"),
    });
  });

  test("keeps what it shows when it was approved, also on the copy that says it is withdrawn", async () => {
    const { caseId, exhibitId } = await makeCase();
    const id = await built(caseId);
    await approve(id);
    await forgetCovers(id);
    await coverWords(worker.ctx, { exhibitId, ...child });
    await buildAgain(id);
    expect(await textOf(id)).toContain(message);
    await withdrawPacket(worker.ctx, { packetId: id, reason: "It names Thandi" });
    await stampPacket(org.service(), { packetId: id });
    const copy = await textOf(id, "withdrawn_copy");
    expect(copy).toContain(message);
    expect(copy).toContain("The reason is kept with the case.");
  });
});

describe("what somebody let through with a reason", () => {
  const aside = { exhibits: { offered: "on" }, purpose: "Find who wrote of Thandi" };
  const failOf = async (id: string) => {
    const { preflight } = await getPacket(worker.ctx, id);
    const fail = preflight.find(({ reason }) => reason.includes("holds what is covered in E-01"));
    if (!fail) throw new Error("the purpose holds what is covered");
    return fail;
  };

  test("stays a fail with that reason in print, also where the build after approval would find nothing any more", async () => {
    const { caseId, exhibitId } = await makeCase();
    const { id: coverId } = await coverWords(worker.ctx, { exhibitId, ...child });
    const id = await built(caseId, aside);
    const fail = await failOf(id);
    await approve(id, { [fail.id]: "The prosecutor asked for it." });
    await forgetCovers(id);
    await liftWordCover(worker.ctx, { coverId });
    await assemblePacket(org.service(), { packetId: id });
    const { preflight, status } = await getPacket(worker.ctx, id);
    expect(status).toBe("approved");
    expect(preflight.find((line) => line.id === fail.id)).toMatchObject({
      result: "fail",
      override: { reason: "The prosecutor asked for it." },
    });
    expect(await textOf(id, "sender")).toContain("Reason as written: “The prosecutor asked for it.”");
  });

  test("is asked about again in the next version: the reason of the one before is neither taken over nor printed", async () => {
    const { caseId, exhibitId } = await makeCase();
    await coverWords(worker.ctx, { exhibitId, ...child });
    const first = await built(caseId, aside);
    const { id: line } = await failOf(first);
    await approve(first, { [line]: "The prosecutor asked for it." });
    await assemblePacket(org.service(), { packetId: first });
    const next = await built(caseId, aside);
    expect(await getPacket(worker.ctx, next)).toMatchObject({ version: 2 });
    expect(await failOf(next)).not.toHaveProperty("override");
    await expect(approve(next, { [line]: "" })).rejects.toMatchObject({
      fields: { [`overrides.${line}`]: expect.stringContaining("give the reason") },
    });
    await approve(next, { [line]: "The court wants the whole question." });
    await assemblePacket(org.service(), { packetId: next });
    const text = await textOf(next, "sender");
    expect(text).toContain("The court wants the whole question.");
    expect(text).not.toContain("The prosecutor asked for it.");
  });
});

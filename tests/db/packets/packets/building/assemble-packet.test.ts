import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { custodyEvents, exhibits } from "@/db/schema";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { retryAssembly } from "@/lib/packets/packets/commands/retry-assembly";
import { checklistOf } from "@/lib/packets/packets/preflight/checklist-of";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { draftedPacket, readyPacket, reasonsFor } from "@/tests/support/built-packet";
import { secrets } from "@/tests/support/case-to-print";
import { owner } from "@/tests/support/db";
import { bytesOf } from "@/tests/support/files";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function fileOf(packetId: string): Promise<Buffer> {
  const { stream } = await openPacket(worker.ctx, packetId);
  return bytesOf(stream);
}

describe("assemblePacket", () => {
  test("builds the file, keeps what it says and notes each exhibit that went in", async () => {
    const { id, exhibitIds } = await readyPacket(org, worker, { files: ["photo.jpg", "letter.pdf"] });
    const packet = await getPacket(worker.ctx, id);
    expect(packet.progress.error).toBeNull();
    expect(packet).toMatchObject({ status: "ready", version: 1, progress: { stage: "done" } });
    const file = await fileOf(id);
    expect(file.byteLength).toBe(packet.fileSize);
    const pages = await flatPagesOf(file);
    expect(pages).toHaveLength(packet.pages ?? 0);
    const text = pages.join("\n");
    expect(text).toContain("Voorbeeldfontein CAS");
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(packet.preflight.map((line) => line.id)).toEqual(
      checklistOf("mla_dossier", "ZA-US").lines.map(({ id }) => id),
    );
    const ledger = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select()
        .from(custodyEvents)
        .where(eq(custodyEvents.exhibitId, exhibitIds[0] ?? "")),
    );
    expect(ledger.map((event) => event.action).sort()).toEqual(["exported", "hashed", "received"]);
    expect(await org.auditOf(id)).toEqual(["packet.drafted", "packet.key_made", "packet.key_made", "packet.assembled"]);
  });

  test("takes every file that a person may send, and says how each is shown", { timeout: 60_000 }, async () => {
    const files = [
      "empty.bin",
      "photo-truncated.jpg",
      "letter-password.pdf",
      "garbage.pdf",
      "message.eml",
      "scan.tiff",
    ];
    const { id } = await readyPacket(org, worker, { files });
    const packet = await getPacket(worker.ctx, id);
    expect(packet.progress.error).toBeNull();
    const text = (await flatPagesOf(await fileOf(id))).join("\n");
    for (const [i] of files.entries()) expect(text).toContain(`E-0${i + 1}`);
    expect(text).toContain("This file has no bytes");
    expect(text).toContain("locked with a password");
  });

  test("stops at an address that somebody typed into an incident, and names the field", async () => {
    const what = `He wrote that he stood outside 14 Nergens street.`;
    const { id } = await readyPacket(org, worker, { what });
    const packet = await getPacket(worker.ctx, id);
    expect(packet.status).toBe("failed");
    expect(packet.progress.error).toContain("I-1, what happened: contains the client’s address");
    expect(packet.progress.error).not.toContain("Nergens");
    expect(packet.fileSha256).toBeNull();
    expect(await org.auditOf(id)).toEqual(["packet.drafted", "packet.assembly_failed"]);
  });

  test("stops at a file that is not the one that was received", async () => {
    const { id, exhibitIds } = await draftedPacket(org, worker, { files: ["note.txt"] });
    const missing = "0".repeat(64);
    await owner()`alter table app.exhibits disable trigger keep_original`;
    await owner()`alter table app.exhibits no force row level security`;
    await owner()`update app.exhibits set sha256 = ${missing} where id = ${exhibitIds[0] ?? ""}`;
    await owner()`alter table app.exhibits force row level security`;
    await owner()`alter table app.exhibits enable trigger keep_original`;
    await assemblePacket(org.service(), { packetId: id });
    expect((await getPacket(worker.ctx, id)).progress.error).toContain(
      "E-01: the stored file no longer matches its hash",
    );
  });

  test("of what nobody approved every page is a draft and nothing is signed; approved, it is signed", async () => {
    const { id } = await readyPacket(org, worker, { files: ["photo.jpg"] });
    const partsOf = async () => (await listParts(worker.ctx, id)).map(({ part }) => part);
    const unmarked = async () =>
      (await flatPagesOf(await fileOf(id))).filter((page) => !page.includes("DRAFT - not approved")).length;
    expect(await unmarked()).toBe(0);
    expect((await fileOf(id)).includes("/ByteRange")).toBe(false);
    expect(await partsOf()).not.toContain("manifest_signature");
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: await reasonsFor(worker, id) });
    await assemblePacket(org.service(), { packetId: id });
    expect(await unmarked()).toBe((await getPacket(worker.ctx, id)).pages);
    expect((await fileOf(id)).includes("/ByteRange")).toBe(true);
    expect(await partsOf()).toContain("manifest_signature");
    const annex = (await flatPagesOf(onePart(await keptParts(org.service(), id), "annex").bytes)).join(" ");
    expect(annex).toContain("approved the packet");
    expect(annex).not.toContain("not approved");
  });

  test("what it says was hashed again is an event of that very moment", async () => {
    const { id, exhibitIds } = await readyPacket(org, worker, { files: ["photo.jpg"] });
    const text = (await flatPagesOf(await fileOf(id))).join("\n");
    const [event] = await withTransaction(org.service(), "read only", ({ db }) =>
      db
        .select()
        .from(custodyEvents)
        .where(and(eq(custodyEvents.exhibitId, exhibitIds[0] ?? ""), eq(custodyEvents.action, "hashed"))),
    );
    expect(event).toMatchObject({ verified: true, by: null });
    expect(text.replace(/\s+/g, "")).toContain(`computedagainat${event?.at.toISOString().slice(0, 19)}Z`);
  });

  test("stops at an exhibit that was masked before it was received, and names both places", async () => {
    const { id, exhibitIds } = await draftedPacket(org, worker, { files: ["photo.jpg"] });
    await withTransaction(org.service(), "read write", async (ctx) => {
      const [row] = await ctx.db
        .select()
        .from(exhibits)
        .where(eq(exhibits.id, exhibitIds[0] ?? ""));
      if (!row) throw new Error("no exhibit");
      const purpose = "Masked copy made";
      await noteCustody(ctx, row, { action: "redacted", purpose, at: new Date("2026-10-01T08:00:00Z") });
    });
    await assemblePacket(org.service(), { packetId: id });
    const { error } = (await getPacket(worker.ctx, id)).progress;
    expect(error).toContain("E-01 was received at 2026-10-15T10:06:00Z (event 1 of its ledger)");
    expect(error).toContain("masked at 2026-10-01T08:00:00Z (event 2 of its ledger)");
  });

  test("a repeat of the job leaves a built packet alone", async () => {
    const { id } = await readyPacket(org, worker);
    const first = await getPacket(worker.ctx, id);
    await assemblePacket(org.service(), { packetId: id });
    expect(await getPacket(worker.ctx, id)).toEqual(first);
    expect(await org.auditOf(id)).toEqual(["packet.drafted", "packet.key_made", "packet.key_made", "packet.assembled"]);
  });

  test("what was approved is what is built again, byte for byte", async () => {
    const { id } = await readyPacket(org, worker, { files: ["photo.jpg"] });
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: await reasonsFor(worker, id) });
    await assemblePacket(org.service(), { packetId: id });
    const packet = await getPacket(worker.ctx, id);
    expect(packet.status).toBe("approved");
    const text = (await flatPagesOf(await fileOf(id))).join("\n");
    expect(text).toContain("approved by");
    const kept = onePart(await keptParts(worker.ctx, id), "sender");
    expect((await flatPagesOf(kept.bytes)).join(" ")).toContain("Known, and the officer is told.");
    expect(packet.preflight.find((line) => line.id === "M-37")).toMatchObject({ result: "pass" });
  });

  test("tries again after a failure, and only the job may build", async () => {
    const { id } = await readyPacket(org, worker, { what: `Call me on ${secrets.phone}` });
    expect((await getPacket(worker.ctx, id)).progress.error).toContain("phone number");
    await retryAssembly(worker.ctx, { packetId: id });
    expect((await getPacket(worker.ctx, id)).status).toBe("building");
    await expect(assemblePacket(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

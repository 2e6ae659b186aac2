import { beforeAll, describe, expect, test } from "vitest";
import { findHandoverFile, getHandover } from "@/lib/handover/handovers/queries";
import { takePaper } from "@/lib/handover/papers/commands/take-paper";
import { listPapers } from "@/lib/handover/papers/queries";
import { signPaper } from "@/lib/handover/papers/sign-paper";
import { openFiles } from "@/lib/kernel/access/case-files";
import { readCaseFolder } from "@/lib/operations/exports/read-case-folder";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { checkPacketNumber } from "@/lib/packets/packets/check-packet-number";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { downloadFolder } from "@/lib/packets/packets/commands/download-folder";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { findPacketFile, getPacket, listParts } from "@/lib/packets/packets/queries";
import { readFolder } from "@/lib/packets/packets/read-folder";
import { deliveredPacket, reasonsFor } from "@/tests/support/built-packet";
import { draft } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;
let officer: Person;
const reason = "A wrong account is named in it.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison");
});

/** The next version of a packet, approved and built, while no worker made a copy yet. */
async function replace(caseId: string): Promise<string> {
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
  await assemblePacket(org.service(), { packetId: id });
  await lookAtPictures(worker.ctx, id);
  await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides: await reasonsFor(worker, id) });
  await assemblePacket(org.service(), { packetId: id });
  return id;
}

async function pagesOf({ keyId, fileId }: { keyId: string; fileId: string }): Promise<string[]> {
  const { stream } = await (await openFiles(worker.ctx, keyId)).open(fileId);
  return flatPagesOf(await bytesOf(stream));
}

const served = (packetId: string) => downloadPacket(worker.ctx, { packetId, part: "served" });
const stamp = (packetId: string) => stampPacket(org.service(), { packetId });
const letters = (word: string) => new RegExp([...word].join(" ?"));

describe("a version that a newer one replaced", () => {
  test("is given out by every way as the copy that says so on every page, and what was served stays", async () => {
    const { id, caseId, handoverId } = await deliveredPacket(org, worker, officer, { files: ["photo.jpg"] });
    const before = await served(id);
    const { fileSha256 } = await getPacket(worker.ctx, id);
    const parts = (await listParts(worker.ctx, id)).map(({ part, sha256 }) => [part, sha256]);
    await signPaper(org.service(), { packetId: id, paper: "slip" });
    const [slip] = await listPapers(worker.ctx, id);
    await replace(caseId);

    // Approved, and the copy is still being made: nothing unstamped leaves meanwhile.
    const ways = [
      () => served(id),
      () => findPacketFile(worker.ctx, id),
      () => downloadFolder(worker.ctx, { packetId: id }),
      () => takePaper(worker.ctx, { paperId: slip?.id }),
      () => findHandoverFile(officer.ctx, handoverId, "served"),
    ];
    for (const way of ways) await expect(way()).rejects.toMatchObject({ code: "conflict" });
    expect((await listParts(worker.ctx, id)).map(({ part, sha256 }) => [part, sha256])).toEqual(parts);

    await stamp(id);
    const copy = await served(id);
    expect(copy.fileId).not.toBe(before.fileId);
    expect(copy.name).toMatch(/-v1-superseded-by-v2\.pdf$/);
    const pages = await pagesOf(copy);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page).toMatch(/version 1, SUPERSEDED by version 2 on \d+ \w+ \d{4}/);
    for (const page of pages) expect(page.replaceAll("SUPERSEDED by", "")).toMatch(letters("SUPERSEDED"));
    expect(pages.join("").replaceAll(/\s/g, "")).toContain(`SHA-256${fileSha256}`);

    expect(await findPacketFile(worker.ctx, id)).toMatchObject({ fileId: copy.fileId });
    expect(await findHandoverFile(officer.ctx, handoverId, "served")).toMatchObject({ fileId: copy.fileId });
    const seen = await getHandover(officer.ctx, handoverId);
    expect(seen).toMatchObject({ superseded: true, newer: null });
    expect(seen.parts.map(({ part }) => part)).not.toContain("request");
    await expect(findHandoverFile(officer.ctx, handoverId, "request")).rejects.toMatchObject({ code: "conflict" });
    const names: string[] = [];
    for await (const { name } of readFolder(worker.ctx, { packetId: id })) names.push(name);
    expect(names.slice(0, 2)).toEqual(["SUPERSEDED.txt", copy.name]);
    expect(names).not.toContain(before.name);

    // What was served is kept, and whoever holds it checks it by its hash.
    expect((await getPacket(worker.ctx, id)).fileSha256).toBe(fileSha256);
    expect((await listParts(worker.ctx, id)).filter(({ part }) => part !== "superseded_copy")).toHaveLength(
      parts.length,
    );
    const { code } = await getPacket(worker.ctx, id);
    const known = await checkPacketNumber({ number: code, word: fileSha256?.slice(0, 16) });
    expect(known.versions.find(({ version }) => version === 1)).toMatchObject({ sha256: fileSha256, replacedBy: 2 });
    const exported = new Map<string, { size: number | undefined }>();
    for await (const { name, size } of readCaseFolder(worker.ctx, caseId)) exported.set(name, { size });
    const folder = `packets/${code} version 1`;
    const { size } = (await listParts(worker.ctx, id)).find(({ part }) => part === "superseded_copy") ?? {};
    expect(exported.get(`${folder}/packet.pdf`)).toEqual({ size });
    expect([...exported.keys()]).toContain(`${folder}/as it was served, no longer counts/${before.name}`);
    expect((await org.auditOf(id)).filter((action) => action === "packet.stamped")).toHaveLength(1);
  });

  test("and that was withdrawn as well says that it was withdrawn", async () => {
    const { id, caseId } = await deliveredPacket(org, worker, officer);
    await replace(caseId);
    await stamp(id);
    await withdrawPacket(worker.ctx, { packetId: id, reason });
    await expect(served(id)).rejects.toMatchObject({ code: "conflict" });
    await stamp(id);
    const copy = await served(id);
    expect(copy.name).toMatch(/-v1-withdrawn\.pdf$/);
    const [first] = await pagesOf(copy);
    expect(first).toContain("WITHDRAWN on");
    expect(first).not.toContain("SUPERSEDED");
    expect((await listParts(worker.ctx, id)).map(({ part }) => part)).not.toContain("superseded_copy");
  });

  test("counts again when the newer one is withdrawn, and tells the one after it", async () => {
    const { id, caseId, handoverId } = await deliveredPacket(org, worker, officer);
    const before = await served(id);
    const second = await replace(caseId);
    await stamp(id);
    await withdrawPacket(worker.ctx, { packetId: second, reason });
    await stamp(id);
    expect(await served(id)).toEqual(before);
    expect(await findHandoverFile(officer.ctx, handoverId, "served")).toMatchObject({ fileId: before.fileId });
    expect((await org.auditOf(id)).at(-2)).toBe("packet.counts_again");
    await replace(caseId);
    await stamp(id);
    const [first] = await pagesOf(await served(id));
    expect(first).toContain("SUPERSEDED by version 3");
  });
});

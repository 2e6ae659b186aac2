import { beforeAll, describe, expect, test } from "vitest";
import { recordDownload } from "@/lib/handover/handovers/commands/record-download";
import { findHandoverFile, getHandover } from "@/lib/handover/handovers/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { listParts } from "@/lib/packets/packets/queries";
import { readFolder } from "@/lib/packets/packets/read-folder";
import { approvedPacket, deliveredPacket, readyPacket } from "@/tests/support/built-packet";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { unzip } from "@/tests/support/zip";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function read(ctx: Ctx, { keyId, fileId }: { keyId: string; fileId: string }): Promise<Buffer> {
  return Buffer.from(await bytesOf((await (await openFiles(ctx, keyId)).open(fileId)).stream));
}

describe("keepOriginals", () => {
  test("gives an officer the originals that travel beside, under the packet's key, and the manifest does not list it", async () => {
    const officer = await org.person("liaison");
    const files = ["screenshot.png", "note.txt", "letter.pdf"];
    const made = await deliveredPacket(org, worker, officer, { files });
    const { handoverId } = made;
    const part = "originals" as const;
    const handover = await getHandover(officer.ctx, handoverId);
    expect(handover.parts.at(-1)).toMatchObject({ part, name: `${made.code}-P1-v1-originals.zip` });
    const zip = unzip(await read(officer.ctx, await findHandoverFile(officer.ctx, handoverId, part)));
    await recordDownload(officer.ctx, { handoverId, part });

    const folder = new Map<string, string>();
    for await (const file of readFolder(worker.ctx, { packetId: made.id })) {
      folder.set(file.name, (await bytesOf(await file.open())).toString());
    }
    const beside = [...folder].filter(([name]) => name.startsWith("originals/"));
    expect(beside.length).toBeGreaterThan(0);
    expect([...zip]).toEqual(beside);
    expect([...folder.keys()].filter((name) => name.endsWith(".zip"))).toEqual([]);
    expect(folder.get("manifest.json")).not.toContain("originals.zip");

    await withdrawPacket(worker.ctx, { packetId: made.id, reason: "A wrong account is named in it." });
    await expect(findHandoverFile(officer.ctx, handoverId, part)).rejects.toMatchObject({ code: "conflict" });
  });

  test("waits for approval", async () => {
    const { id } = await readyPacket(org, worker, { files: ["screenshot.png"] });
    expect((await listParts(worker.ctx, id)).map(({ part }) => part)).not.toContain("originals");
  });

  test("there is none when no original travels beside", async () => {
    const { id } = await approvedPacket(org, worker, { files: ["note.txt"] });
    const parts = (await listParts(worker.ctx, id)).map(({ part }) => part);
    expect(parts).toContain("manifest");
    expect(parts).not.toContain("originals");
  });
});

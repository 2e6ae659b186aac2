import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeOutPacket } from "@/lib/packets/packets/building/write-out-packet";
import { noteWrittenOut } from "@/lib/packets/packets/commands/note-written-out";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { pagesOf } from "@/tests/support/pdf";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-out-"));
  try {
    return await use(join(folder, "packet"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a packet that an operator writes into a folder", () => {
  test("is what the job builds, is not approved, and the log says that it was written", async () => {
    const { caseId, code } = await makeCaseToPrint(org, worker, { files: ["letter.pdf", "note.txt"] });
    await inFolder(async (folder) => {
      const { parts, originals } = await writeOutPacket(org.service(), { caseId, kind: "mla_dossier", folder });
      expect(parts.map(({ part }) => part)).toContain("manifest");
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(parts.map(({ name }) => name)));
      expect(originals).toBe(1);
      expect(readdirSync(join(folder, "originals"))).toEqual(["E-01.pdf"]);
      const pages = await pagesOf(readFileSync(join(folder, `${code}-draft-v1.pdf`)));
      expect(pages[0]).toContain("not yet approved");
    });
    expect((await org.auditOf(caseId)).at(-1)).toBe("packet.written_out");
  });

  test.each(packetKindKeys)("%s, from what a first draft starts with", async (kind) => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: ["photo.jpg"] });
    await inFolder(async (folder) => {
      const { parts } = await writeOutPacket(org.service(), { caseId, kind, folder });
      expect(parts.find(({ part }) => part === "served")?.pages).toBeGreaterThan(2);
    });
  });

  test("overwrites nothing", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    await inFolder(async (folder) => {
      const asked = { caseId, kind: "docket_pack", folder } as const;
      const { parts } = await writeOutPacket(org.service(), asked);
      await expect(writeOutPacket(org.service(), asked)).rejects.toMatchObject({ code: "EEXIST" });
      expect(readdirSync(folder)).toHaveLength(parts.length);
    });
  });
});

describe("noteWrittenOut", () => {
  test("is for a job of the organisation, on a case and a kind that there are", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const note = { caseId, kind: "mla_dossier" };
    await expect(noteWrittenOut(worker.ctx, note)).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeOrg();
    await expect(noteWrittenOut(other.service(), note)).rejects.toMatchObject({ code: "not_found" });
    await expect(noteWrittenOut(org.service(), { caseId, kind: "poem" })).rejects.toMatchObject({
      code: "invalid",
      fields: { kind: expect.any(String) },
    });
  });
});

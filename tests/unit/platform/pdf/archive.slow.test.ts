import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { hasJhove, hasPreflight, jhove, preflight } from "@/tests/support/archive-check";
import { writeBlocks } from "@/tests/support/plain-document";
import { samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";

// Nothing in Debian checks part 3. Apache Preflight checks part 1, which is stricter in all that the two share; a file
// written for part 1 differs in its cross-reference, its header, a list of codes per face and the attached files.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function packet(part: 1 | 3): Promise<string> {
  const snapshot = sampleSnapshot();
  const { bytes } = await collectBytes(assemblePacket(snapshot, await samplePrepared(snapshot), { part }));
  const path = join(folder, `part-${part}.pdf`);
  writeFileSync(path, bytes);
  return path;
}

const signature = { reserve: 100, sign: async () => new Uint8Array(9), name: "A", reason: "B", at: new Date(0) };

describe.skipIf(!hasPreflight)("Apache Preflight (not installed: skipped)", () => {
  it("finds no fault in a whole packet written for part 1", async () => {
    expect(preflight(await packet(1))).toContain("is a valid PDF/A-1b file");
  });

  it("finds none in scripts of every kind, and in the field of a signature", async () => {
    const words = "Łukasz 中文 한국어 😀 नमस्ते محمد عبد الله עולם office e\u0301 q\u0308 \uE000 \u202E";
    const blocks = [{ b: "para", text: words, aside: "source" }] as const;
    const { bytes } = await writeBlocks(blocks, { part: 1, signature });
    const path = join(folder, "scripts.pdf");
    writeFileSync(path, bytes);
    expect(preflight(path)).toContain("is a valid PDF/A-1b file");
  });

  it("would say so if there were one", async () => {
    const message = preflight(await packet(3));
    expect(message).toContain("is not a valid PDF/A-1b file");
    // Only what part 3 allows and part 1 does not; nothing of colours, faces as such, annotations or actions.
    const faults = message.match(/^\d[\d.]* : .*$/gm) ?? [];
    const known = /cross reference streams|EmbeddedFile entry|part must be 1|CIDSet entry is missing/;
    expect(faults.filter((fault) => !known.test(fault))).toEqual([]);
  });
});

describe.skipIf(!hasJhove)("JHOVE (not installed: skipped)", () => {
  it("calls a whole packet well-formed, valid and tagged", async () => {
    const message = jhove(await packet(3));
    expect(message).toContain("Status: Well-Formed and valid");
    expect(message).toContain("Tagged PDF");
  });
});

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSignedFile } from "@/lib/platform/cms/check-signed-file";
import { roomFor, signDigest } from "@/lib/platform/cms/sign-digest";
import { readTrusted, type Trusted } from "@/lib/platform/tsa/path";
import { qpdfComplaints } from "@/tests/support/pdf";
import { writeBlocks } from "@/tests/support/plain-document";
import { type Issued, keyKinds, openWorkshop, selfSigned, type Workshop } from "@/tests/support/signing-certificates";
import { tokenOf } from "@/tests/support/stamps";
import { startTimeAuthority, type TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

const year = 365 * 24 * 3600 * 1000;

describe.skipIf(!hasTool("openssl"))("A document that was signed while it was written", () => {
  let folder: string;
  let authority: TimeAuthority;
  let workshop: Workshop;
  let trusted: Trusted;
  let signer: Issued;
  let bytes: Buffer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "signed-"));
    [authority, workshop] = await Promise.all([startTimeAuthority(), openWorkshop()]);
    trusted = readTrusted(readFileSync(authority.caFile, "utf8"));
    signer = selfSigned(new Date(Date.now() - 1000), new Date(Date.now() + year));
    bytes = await written(signer);
  }, 60_000);
  afterAll(async () => {
    await authority?.close();
    workshop?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function written({ chain, key }: Issued, stamped = true): Promise<Buffer> {
    const timestamp = stamped ? (sha256: string) => tokenOf(authority, { sha256, trusted }) : undefined;
    const sign = async (digest: Uint8Array) => (await signDigest({ digest, key, chain, timestamp })).bytes;
    const signature = { reserve: roomFor(chain), sign, name: "Kestrel", reason: "Packet as served", at: new Date() };
    const document = await writeBlocks([{ b: "para", text: "Signed words.", aside: "source" }], { signature });
    return Buffer.from(document.bytes);
  }

  const fingerprintOf = ({ chain }: Issued) => createHash("sha256").update(chain[0].bytes).digest("hex");

  function keep(content: Uint8Array): string {
    const path = join(folder, "packet.pdf");
    writeFileSync(path, content);
    return path;
  }
  const check = (content: Uint8Array) =>
    checkSignedFile(keep(content), { trusted, fingerprint: fingerprintOf(signer), at: new Date() });
  const pdfsig = (content: Uint8Array) => spawnSync("pdfsig", ["-nocert", keep(content)], { encoding: "utf8" }).stdout;

  test("holds, with its stamp, here and for pdfsig and qpdf", async () => {
    expect(await check(bytes)).toMatchObject({ holds: true, stamp: "held", subject: "Kestrel Desk" });
    expect(qpdfComplaints(bytes) ?? []).toEqual([]);
    if (!hasTool("pdfsig")) return;
    const message = pdfsig(bytes);
    expect(message).toContain("Signature is Valid.");
    expect(message).toContain("Total document signed");
    expect(message).toContain("Kestrel Desk");
  });

  test.each(["rsa2048", "p256", "p384"] as const)("by a chain with a key of the kind %s holds too", async (kind) => {
    const issued = await workshop.issue(kind, { key: keyKinds[kind] });
    const signed = await written(issued);
    const expected = { trusted, fingerprint: fingerprintOf(issued) };
    expect(await checkSignedFile(keep(signed), expected)).toMatchObject({ holds: true, stamp: "held" });
    if (!hasTool("pdfsig")) return;
    expect(pdfsig(signed)).toContain("Signature is Valid.");
  });

  test("with bytes behind its end, or cut short, is reported by both", async () => {
    const longer = Buffer.concat([bytes, Buffer.from("\n% more\n")]);
    expect((await check(longer)).problems).toEqual(["added"]);
    expect((await check(bytes.subarray(0, -1))).holds).toBe(false);
    expect((await check(Buffer.from("%PDF-1.7\n%%EOF\n"))).problems).toEqual(["unsigned"]);
    expect((await check(Buffer.alloc(0))).problems).toEqual(["unsigned"]);
    if (hasTool("pdfsig")) expect(pdfsig(longer)).toContain("Not total document signed");
  });

  test("with any of many bytes changed is reported, and by pdfsig for those that it sees", async () => {
    const accepted: number[] = [];
    const step = Math.max(1, Math.floor(bytes.length / 600));
    let tried = 0;
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (tried % 8));
      tried += 1;
      if ((await check(changed)).holds) accepted.push(at);
    }
    expect(tried).toBeGreaterThan(500);
    expect(accepted).toEqual([]);
    const changed = Buffer.from(bytes);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect((await check(changed)).problems).toEqual(["changed"]);
    if (hasTool("pdfsig")) expect(pdfsig(changed)).toContain("Digest Mismatch");
  }, 60_000);

  test("with another signature put in its place is told by the fingerprint", async () => {
    const other = selfSigned(new Date(Date.now() - 1000), new Date(Date.now() + year));
    expect((await check(await written(other))).problems).toEqual(["other_signer"]);
    const without = await written(signer, false);
    expect(await check(without)).toMatchObject({ holds: true, stamp: "none" });
  });

  test("with capitals in its hex, or something behind the value in its room, is not believed", async () => {
    const text = bytes.toString("latin1");
    const open = text.lastIndexOf("/Contents <") + "/Contents ".length;
    const close = text.indexOf(">", open);
    const capital = open + text.slice(open).search(/[a-f]/);
    for (const [at, byte] of [
      [capital, (bytes[capital] ?? 0) ^ 0x20],
      [close - 1, 0x31],
    ] as const) {
      const changed = Buffer.from(bytes);
      changed[at] = byte;
      expect((await check(changed)).holds).toBe(false);
    }
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { qpdfComplaints } from "@/tests/support/pdf";
import { writeBlocks } from "@/tests/support/plain-document";

const hasPdfsig = !spawnSync("pdfsig", ["-v"]).error;
const reserve = 4096;
const signer = { reserve, name: "Nomvula (“desk”)", reason: "Packet \\ built", at: new Date("2026-11-24T09:40:00Z") };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sign-"));
  const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Throw away"];
  execFileSync("openssl", [...request, "-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")], {
    stdio: "ignore",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both ranges of a signed file, by what its own ByteRange says. */
function rangesOf(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes);
  const [, ...found] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(file.toString("latin1")) ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = found.map(Number);
  expect([a, c + d]).toEqual([0, file.length]);
  expect([file[b], file[c - 1]].map((byte) => String.fromCharCode(byte ?? 0)).join("")).toBe("<>");
  return Buffer.concat([file.subarray(a, a + b), file.subarray(c, c + d)]);
}

const write = (sign: (digest: Uint8Array) => Promise<Uint8Array>) =>
  writeBlocks([{ b: "para", text: "Signed words.", aside: "source" }], { signature: { ...signer, sign } });

/** Signs as a person would by hand: the ranges of a first writing, which a second one repeats to the byte. */
async function signed(): Promise<Uint8Array> {
  const first = await write(async () => new Uint8Array(8));
  writeFileSync(join(folder, "ranges"), rangesOf(first.bytes));
  const how = ["cms", "-sign", "-binary", "-outform", "DER", "-md", "sha256", "-cades", "-in", join(folder, "ranges")];
  const keys = ["-signer", join(folder, "cert.pem"), "-inkey", join(folder, "key.pem"), "-out", join(folder, "cms")];
  execFileSync("openssl", [...how, ...keys], { stdio: "ignore" });
  return (await write(async () => readFileSync(join(folder, "cms")))).bytes;
}

function pdfsig(bytes: Uint8Array): string {
  const path = join(folder, "file.pdf");
  writeFileSync(path, bytes);
  return spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" }).stdout;
}

describe("the room for a signature", () => {
  it("gives the digest of both ranges, in the pass that writes", async () => {
    let given = "";
    const { bytes, sha256, size } = await write(async (digest) => {
      given = Buffer.from(digest).toString("hex");
      return Buffer.from("3003020101", "hex");
    });
    expect(given).toBe(createHash("sha256").update(rangesOf(bytes)).digest("hex"));
    expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(size).toBe(bytes.length);
    expect(qpdfComplaints(bytes) ?? []).toEqual([]);
  });

  it("takes a value that fills it, and refuses one that is a byte larger", async () => {
    await expect(write(async () => new Uint8Array(reserve))).resolves.toBeDefined();
    await expect(write(async () => new Uint8Array(reserve + 1))).rejects.toThrow("larger than the room");
  });

  it("passes on why nothing was signed", async () => {
    await expect(write(async () => Promise.reject(new Error("no key")))).rejects.toThrow("no key");
  });
});

describe.skipIf(!hasPdfsig)("pdfsig (not installed: skipped)", () => {
  it("calls the signature valid over the whole document, and names who signed and why", async () => {
    const message = pdfsig(await signed());
    expect(message).toContain("Signature is Valid.");
    expect(message).toContain("Total document signed");
    expect(message).toContain("ETSI.CAdES.detached");
  });

  it("reports a byte that was changed", async () => {
    const bytes = Buffer.from(await signed());
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    expect(pdfsig(bytes)).toContain("Digest Mismatch");
  });

  it("reports what was added behind", async () => {
    const message = pdfsig(Buffer.concat([await signed(), Buffer.from("\n% more\n")]));
    expect(message).toContain("Not total document signed");
  });
});

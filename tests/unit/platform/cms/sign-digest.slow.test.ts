import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSignature } from "@/lib/platform/cms/check-signature";
import { roomFor, signDigest } from "@/lib/platform/cms/sign-digest";
import { readTrusted, type Trusted } from "@/lib/platform/tsa/path";
import { type Issued, keyKinds, openWorkshop, selfSigned, type Workshop } from "@/tests/support/signing-certificates";
import { tokenOf } from "@/tests/support/stamps";
import { startTimeAuthority, type TimeAuthority } from "@/tests/support/time-authority";
import { opensslVerifies } from "@/tests/support/time-authority-files";
import { hasTool } from "@/tests/support/tools";

const manifest = Buffer.from('{"exhibits":["0b7c"]}\n');
const digest = createHash("sha256").update(manifest).digest();
const year = 365 * 24 * 3600 * 1000;
const now = new Date();

describe.skipIf(!hasTool("openssl"))("A signature", () => {
  let authority: TimeAuthority;
  let workshop: Workshop;
  let trusted: Trusted;
  const kinds = new Map<string, Issued>();

  beforeAll(async () => {
    [authority, workshop] = await Promise.all([startTimeAuthority(), openWorkshop()]);
    trusted = readTrusted(readFileSync(authority.caFile, "utf8"));
    kinds.set("self", selfSigned(new Date(now.getTime() - 1000), new Date(now.getTime() + year)));
    for (const kind of ["rsa2048", "p256", "p384"] as const) {
      kinds.set(kind, await workshop.issue(kind, { key: keyKinds[kind] }));
    }
  }, 90_000);
  afterAll(async () => {
    await authority?.close();
    workshop?.close();
  });

  const of = (kind: string) => kinds.get(kind) as Issued;

  const timestamp = (sha256: string) => tokenOf(authority, { sha256, trusted });

  /** What `openssl cms -verify` says of a detached signature over the manifest. */
  function opensslAgrees(cms: Uint8Array, content: Uint8Array = manifest, more: string[] = ["-noverify"]): boolean {
    const file = join(workshop.folder, "manifest.json.p7s");
    const over = join(workshop.folder, "manifest.json");
    writeFileSync(file, cms);
    writeFileSync(over, content);
    const args = ["cms", "-verify", "-binary", "-inform", "DER", "-content", over, "-in", file, ...more];
    try {
      return execFileSync("openssl", args, { stdio: ["ignore", "pipe", "pipe"] }).equals(content);
    } catch {
      return false;
    }
  }

  test.each(["self", "rsa2048", "p256", "p384"])("by a key of the kind %s holds here and for OpenSSL", async (kind) => {
    const { key, chain } = of(kind);
    for (const stamp of [undefined, timestamp]) {
      const { bytes, level } = await signDigest({ digest, key, chain, timestamp: stamp });
      expect(level).toBe(stamp ? "B-T" : "B-B");
      const checked = checkSignature(bytes, { digest, trusted, at: new Date() });
      const fingerprint = createHash("sha256").update(chain[0].bytes).digest("hex");
      expect(checked).toMatchObject({ holds: true, problems: [], fingerprint, subject: chain[0].name });
      expect(checked.stamp).toBe(stamp ? "held" : "none");
      expect(opensslAgrees(bytes)).toBe(true);
      expect(opensslAgrees(bytes, Buffer.from("something else"))).toBe(false);
      expect(bytes.length).toBeLessThan(roomFor(chain));
    }
  });

  test("leads to its root for OpenSSL", async () => {
    const { bytes } = await signDigest({ digest, ...of("p256") });
    const root = ["-CAfile", join(workshop.folder, "root.pem"), "-purpose", "any", "-cades"];
    expect(opensslAgrees(bytes, manifest, root)).toBe(true);
    const foreign = ["-CAfile", authority.caFile, "-purpose", "any", "-cades"];
    expect(opensslAgrees(bytes, manifest, foreign)).toBe(false);
  });

  test("by an RSA key has the same bytes each time, and states no signing time", async () => {
    const [signedDigest, two] = await Promise.all([1, 2].map(() => signDigest({ digest, ...of("rsa2048") })));
    expect(signedDigest?.bytes.equals(two?.bytes as Buffer)).toBe(true);
    const signingTime = Buffer.from("06092a864886f70d010905", "hex");
    expect(signedDigest?.bytes.includes(signingTime)).toBe(false);
  });

  test("holds a stamp over its own value, as OpenSSL sees it too", async () => {
    let token: Buffer | undefined;
    let over = "";
    const keep = async (sha256: string) => {
      over = sha256;
      token = await timestamp(sha256);
      return token;
    };
    const { bytes } = await signDigest({ digest, ...of("rsa2048"), timestamp: keep });
    expect(bytes.includes(token as Buffer)).toBe(true);
    const file = join(workshop.folder, "token.tst");
    writeFileSync(file, token as Buffer);
    expect(await opensslVerifies(authority.caFile, { file, sha256: over })).toBe(true);
  });

  test("with a stamp of another signature is not believed", async () => {
    const other = await timestamp("0".repeat(64));
    const { bytes } = await signDigest({ digest, ...of("self"), timestamp: async () => other });
    expect(checkSignature(bytes, { digest, trusted }).problems).toEqual(["stamp_refused"]);
    expect(checkSignature(bytes, { digest })).toMatchObject({ holds: true, stamp: "unchecked", stampedAt: null });
  });

  test("without a token, or with one that is too large, is made all the same", async () => {
    for (const token of [null, Buffer.alloc(13_000, 0x30)]) {
      const { bytes, level } = await signDigest({ digest, ...of("self"), timestamp: async () => token });
      expect(level).toBe("B-B");
      expect(checkSignature(bytes, { digest, trusted })).toMatchObject({ holds: true, stamp: "none" });
    }
  });

  // Every byte of what is usual; of the others so many that each part is met.
  test.each([
    ["self", 1],
    ["rsa2048", 5],
    ["p256", 7],
  ])(
    "of the kind %s with a byte changed is not accepted (every %i.)",
    async (kind, step) => {
      const { key, chain } = of(kind);
      const { bytes } = await signDigest({ digest, key, chain, timestamp });
      const accepted: number[] = [];
      for (let at = 0; at < bytes.length; at += step) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        if (checkSignature(changed, { digest, trusted }).holds) accepted.push(at);
      }
      expect(bytes.length).toBeGreaterThan(2000);
      expect(accepted).toEqual([]);
    },
    120_000,
  );

  test("does not hold over a digest with any bit changed, cut short or made longer", async () => {
    const { bytes } = await signDigest({ digest, ...of("self") });
    for (let bit = 0; bit < 256; bit += 1) {
      const other = Buffer.from(digest);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(checkSignature(bytes, { digest: other }).problems).toEqual(["changed"]);
    }
    for (const odd of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)]), Buffer.alloc(0)]) {
      expect(checkSignature(odd, { digest }).holds).toBe(false);
    }
  });

  test("is believed by the fingerprint, with all certificates above its own or with none of them", async () => {
    const { key, chain } = await workshop.issue("short", { withRoot: false });
    const alone = await signDigest({ digest, key, chain: [chain[0]] });
    const fingerprint = createHash("sha256").update(chain[0].bytes).digest("hex");
    expect(checkSignature(alone.bytes, { digest, fingerprint }).holds).toBe(true);
    const other = checkSignature(alone.bytes, { digest, fingerprint: "0".repeat(64) });
    expect(other.problems).toEqual(["other_signer"]);
    const half = await signDigest({ digest, key, chain });
    expect(checkSignature(half.bytes, { digest }).problems).toEqual(["broken_chain"]);
  });

  test("by a certificate that had run out, or that comes from elsewhere, says so", async () => {
    const past = selfSigned(new Date("2020-01-01T00:00:00Z"), new Date("2023-01-01T00:00:00Z"));
    const { bytes } = await signDigest({ digest, ...past });
    expect(checkSignature(bytes, { digest, at: now }).problems).toEqual(["outside_validity"]);
    expect(checkSignature(bytes, { digest, at: new Date("2022-01-01T00:00:00Z") }).holds).toBe(true);
    const stamped = await signDigest({ digest, ...past, timestamp });
    // A stamp is believed before what somebody says of the time.
    const expected = { digest, trusted, at: new Date("2022-01-01T00:00:00Z") };
    expect(checkSignature(stamped.bytes, expected).problems).toEqual(["outside_validity"]);
    const { key, chain } = of("rsa2048");
    const mixed = await signDigest({ digest, key, chain: [chain[0], ...of("self").chain] });
    expect(checkSignature(mixed.bytes, { digest }).problems).toContain("broken_chain");
  });

  test("is not made with a key of another certificate, or one that is too weak", async () => {
    const { chain } = of("self");
    await expect(signDigest({ digest, chain, key: of("rsa2048").key })).rejects.toThrow("not of this certificate");
    for (const kind of ["rsa1024", "p521"] as const) {
      const weak = await workshop.issue(kind, { key: keyKinds[kind] });
      await expect(signDigest({ digest, ...weak })).rejects.toThrow("No kind of key");
    }
    const { key } = of("self");
    await expect(signDigest({ digest: Buffer.alloc(20), chain, key })).rejects.toThrow("Not a SHA-256");
  });

  test("that another program made, with the same key and over the same file, is not taken for ours", () => {
    const file = join(workshop.folder, "other.p7s");
    const over = join(workshop.folder, "over.json");
    writeFileSync(over, manifest);
    const who = ["-signer", join(workshop.folder, "p256.pem"), "-inkey", join(workshop.folder, "p256.key")];
    execFileSync("openssl", [
      "cms",
      "-sign",
      "-binary",
      "-cades",
      "-in",
      over,
      "-outform",
      "DER",
      "-out",
      file,
      ...who,
    ]);
    expect(checkSignature(readFileSync(file), { digest }).problems).toContain("not_ours");
  });
});

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkSignature } from "@/lib/packets/packets/parts/verifier/cms.mjs";
import { readFile, signedParts, signedRange } from "@/lib/packets/packets/parts/verifier/read-file.mjs";
import { Sha256 } from "@/lib/packets/packets/parts/verifier/sha256.mjs";
import { ownWork } from "@/tests/support/own-work";
import { makeKey, signDetached, signPdf } from "@/tests/support/packet-folder";
import { sha256 } from "@/tests/support/sample-parts";
import { hasTool } from "@/tests/support/tools";

const some = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 5)) & 255);

describe("the hash", () => {
  test("is SHA-256, however the bytes are cut", () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 128, 1000, 70_000]) {
      const bytes = some(length);
      for (const step of [1, 7, 64, 100, 70_000]) {
        if (step === 1 && length > 1000) continue;
        const hash = new Sha256();
        for (let at = 0; at < length; at += step) hash.update(bytes.subarray(at, at + step));
        expect(hash.hex(), `${length} by ${step}`).toBe(sha256(bytes));
      }
    }
  });

  test("of many megabytes is quick", () => {
    const bytes = some(32 * 1024 * 1024);
    const spent = ownWork();
    expect(new Sha256().update(bytes).hex()).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(spent()).toBeLessThan(4000);
  });
});

describe("a file", () => {
  test("is read once for its hash and its pages, over the edges of slices", async () => {
    const bytes = some(5 * 1024 * 1024 + 13);
    const cuts = [0, 10, 2 * 1024 * 1024, 4 * 1024 * 1024 + 5, bytes.length];
    const stretches = cuts.slice(1).map((to, i) => {
      const from = cuts[i] ?? 0;
      return { page: i + 1, from, to, sha256: sha256(bytes.subarray(from, to)) };
    });
    const read = await readFile(new Blob([bytes]), { stretches });
    expect(read.sha256).toBe(sha256(bytes));
    expect(read.pages.map((page) => page.same)).toEqual([true, true, true, true]);
    bytes.set([(bytes[2 * 1024 * 1024] ?? 0) ^ 1], 2 * 1024 * 1024);
    const again = await readFile(new Blob([bytes]), { stretches });
    expect(again.pages.map((page) => page.same)).toEqual([true, true, false, true]);
  });
});

describe.skipIf(!hasTool("openssl"))("a signature (made by openssl; skipped where it is not installed)", () => {
  const content = Buffer.from("what is signed");
  const ways: [string, string, string[]][] = [
    ["RSA", "rsa:2048", []],
    ["RSA-PSS", "rsa:2048", ["-keyopt", "rsa_padding_mode:pss"]],
    ["P-256", "P-256", []],
    ["P-384", "P-384", []],
    ["P-521", "P-521", []],
  ];

  test.each(ways)("by %s is good, and over other bytes is not", async (_, kind, options) => {
    const key = makeKey(kind);
    const cms = signDetached(key, content, ...options);
    expect(await checkSignature(cms, sha256(content))).toMatchObject({ state: "good", fingerprint: key.fingerprint });
    expect((await checkSignature(cms, sha256("other"))).state).toBe("changed");
    const broken = Uint8Array.from(cms);
    broken.set([(broken.at(-3) ?? 0) ^ 1], broken.length - 3);
    expect((await checkSignature(broken, sha256(content))).state).toBe("bad");
    expect((await checkSignature(cms.subarray(0, 200), sha256(content))).state).toBe("unreadable");
  });

  test("names who signed by what the certificate says", async () => {
    const { subject, stamped } = await checkSignature(signDetached(makeKey(), content), sha256(content));
    expect(subject).toBe("Marula Digital Safety Advice Centre, Packets");
    expect(stamped).toBe(false);
  });

  test("in a PDF is found though another file inside has one of its own", async () => {
    const key = makeKey();
    const attached = signPdf(Buffer.from("%PDF-1.7 a small one"), key);
    const outer = signPdf(Buffer.concat([Buffer.from("%PDF-1.7 around\n"), attached, Buffer.from("\nend")]), key);
    const file = new Blob([Uint8Array.from(outer)]);
    const { ranges } = await readFile(file, { stretches: [{ page: 1, from: 0, to: 9, sha256: "" }] });
    expect(ranges).toHaveLength(2);
    const range = await signedRange(file, ranges);
    expect((range?.[2] ?? 0) + (range?.[3] ?? 0)).toBe(outer.length);
    const { sha256: covered, cms } = await signedParts(file, range);
    expect((await checkSignature(cms, covered)).state).toBe("good");
  });
});

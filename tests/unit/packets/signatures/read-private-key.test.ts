import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readPrivateKey } from "@/lib/packets/signatures/read-private-key";
import { AppError } from "@/lib/platform/errors";
import { openssl } from "@/tests/support/time-authority-files";
import { hasTool } from "@/tests/support/tools";

const { privateKey: key } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const plain = key.export({ type: "pkcs8", format: "pem" }) as string;
const passphrase = " four words, with spaces ";
const locked = key.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase }) as string;

function problemsOf(pem: string, phrase: string | null = null): Record<string, string> {
  try {
    readPrivateKey(pem, phrase);
    return {};
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return error.fields;
    throw error;
  }
}

test("a private key is read as it is, and unlocked by its passphrase", () => {
  for (const read of [readPrivateKey(plain, null), readPrivateKey(plain, "none is needed")]) {
    expect(read.equals(key)).toBe(true);
  }
  expect(readPrivateKey(`Bag Attributes\r\n${locked.replaceAll("\n", "\r\n")}`, passphrase).equals(key)).toBe(true);
  const ec = key.export({ type: "sec1", format: "pem" }) as string;
  expect(readPrivateKey(ec, null).equals(key)).toBe(true);
});

test("each fault stands at its own field, and what was pasted in none of them", () => {
  expect(problemsOf("nothing")).toEqual({ privateKey: expect.stringContaining("begins with") });
  expect(problemsOf(locked)).toEqual({ passphrase: "This key is locked. Type its passphrase." });
  expect(problemsOf(locked, passphrase.trim())).toEqual({ passphrase: expect.stringContaining("does not unlock") });
  const damaged = plain.replace(/\n(.{10})/, "\nAAAAAAAAAA");
  expect(problemsOf(damaged)).toEqual({ privateKey: expect.stringContaining("cannot be read") });
  expect(JSON.stringify([problemsOf(damaged), problemsOf(locked, "wrong words")])).not.toMatch(/AAAAAA|wrong words/);
});

test.skipIf(!hasTool("openssl"))(
  "a key that takes too long to unlock, or is locked in an old way, is not tried",
  async () => {
    const tries = [
      ["pkcs8", "-topk8", "-iter", "2000001"],
      ["pkcs8", "-topk8", "-scrypt"],
      ["ec", "-aes128"],
    ];
    const { mkdtempSync, readFileSync, rmSync, writeFileSync } = await import("node:fs");
    const folder = mkdtempSync("/tmp/locked-");
    writeFileSync(`${folder}/plain.pem`, plain);
    for (const how of tries) {
      await openssl(folder, ...how, "-in", "plain.pem", "-out", "locked.pem", "-passout", "pass:four words");
      const fields = problemsOf(readFileSync(`${folder}/locked.pem`, "utf8"), "four words");
      expect(fields, how.join(" ")).toEqual({ privateKey: expect.stringContaining("openssl pkcs8 -topk8") });
    }
    await openssl(folder, "pkcs8", "-topk8", "-in", "plain.pem", "-out", "locked.pem", "-passout", "pass:four words");
    expect(problemsOf(readFileSync(`${folder}/locked.pem`, "utf8"), "four words")).toEqual({});
    rmSync(folder, { recursive: true });
  },
);

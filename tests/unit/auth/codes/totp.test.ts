import { describe, expect, test } from "vitest";
import { base32, codeOf, looksLikeCode, matchStep, otpauthUri, stepOf } from "@/lib/auth/codes/totp";
import { qrCode } from "@/lib/platform/qr";

const digits = "1234567890";
/** RFC 6238, appendix B: the seeds are as long as the hash, and the codes have eight digits. */
const seeds = {
  sha1: Buffer.from(digits.repeat(2)),
  sha256: Buffer.from(digits.repeat(4).slice(0, 32)),
  sha512: Buffer.from(digits.repeat(7).slice(0, 64)),
} as const;
const vectors = [
  [59, "94287082", "46119246", "90693936"],
  [1111111109, "07081804", "68084774", "25091201"],
  [1111111111, "14050471", "67062674", "99943326"],
  [1234567890, "89005924", "91819424", "93441116"],
  [2000000000, "69279037", "90698825", "38618901"],
  [20000000000, "65353130", "77737706", "47863826"],
] as const;

describe("codes of an authenticator app", () => {
  test.each(vectors)("RFC 6238: %i seconds", (seconds, sha1, sha256, sha512) => {
    const step = stepOf(new Date(seconds * 1000));
    expect(codeOf(seeds.sha1, step, "sha1", 8)).toBe(sha1);
    expect(codeOf(seeds.sha256, step, "sha256", 8)).toBe(sha256);
    expect(codeOf(seeds.sha512, step, "sha512", 8)).toBe(sha512);
  });

  test("RFC 4226: the first ten codes of six digits", () => {
    const codes = Array.from({ length: 10 }, (_, step) => codeOf(seeds.sha1, step));
    expect(codes).toEqual("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split(" "));
  });

  test("the one now and its neighbours count, with spaces too; two away, another seed and other text do not", () => {
    const now = new Date("2026-11-26T10:00:10Z");
    const at = stepOf(now);
    for (const step of [at - 1, at, at + 1]) expect(matchStep(seeds.sha1, codeOf(seeds.sha1, step), now)).toBe(step);
    for (const step of [at - 2, at + 2]) expect(matchStep(seeds.sha1, codeOf(seeds.sha1, step), now)).toBeNull();
    const code = codeOf(seeds.sha1, at);
    expect(matchStep(seeds.sha1, ` ${code.slice(0, 3)} ${code.slice(3)} `, now)).toBe(at);
    expect(matchStep(seeds.sha512, code, now)).toBeNull();
    for (const text of ["", "1", `${code}0`, "abcdef", "१२३४५६"]) expect(matchStep(seeds.sha1, text, now)).toBeNull();
  });

  test("RFC 4648: the key as text", () => {
    const texts = ["f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => base32(Buffer.from(text)));
    expect(texts).toEqual(["MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]);
  });

  test("the QR code holds what an app reads, and no name and no address", () => {
    const uri = otpauthUri(seeds.sha1, "S-01");
    expect(uri).toBe("otpauth://totp/Crossdocket:S-01?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Crossdocket");
    expect(qrCode(otpauthUri(seeds.sha1, "S-1000"))).not.toBeNull();
  });

  test("six digits are a code, and no password can be", () => {
    for (const code of ["123456", " 123 456 "]) expect(looksLikeCode(code)).toBe(true);
    for (const other of ["12345", "1234567", "four plain words 123456", ""]) expect(looksLikeCode(other)).toBe(false);
  });
});

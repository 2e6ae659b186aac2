import { createCipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import { decodeOurs, isOurWay } from "@/lib/auth/sessions/session-cookie";

const secret = "a secret of a test that is long enough";
const claims = { sub: "somebody", st: "token", dv: "Firefox on Linux" };

const part = (bytes: Buffer | object) =>
  (Buffer.isBuffer(bytes) ? bytes : Buffer.from(JSON.stringify(bytes))).toString("base64url");

/** The key of next-auth, which also fits other ways of sealing. */
const key = () => Buffer.from(hkdfSync("sha256", secret, "", "NextAuth.js Generated Encryption Key", 32));

/** Sealed by whoever knows the secret, with AES-128 in CBC and an HMAC (RFC 7518, 5.2.3). */
function sealedOtherwise(): string {
  const header = part({ alg: "dir", enc: "A128CBC-HS256" });
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-128-cbc", key().subarray(16), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(claims)), cipher.final()]);
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64BE(BigInt(header.length * 8));
  const mac = createHmac("sha256", key().subarray(0, 16)).update(header).update(iv).update(sealed).update(bits);
  return [header, "", part(iv), part(sealed), part(mac.digest().subarray(0, 16))].join(".");
}

/** A token of ours whose header says something else. */
async function saying(header: object): Promise<string> {
  const [, ...rest] = (await encode({ token: claims, secret })).split(".");
  return [part(header), ...rest].join(".");
}

describe("the one way in which a session cookie is sealed", () => {
  test("is what next-auth writes, and it is read", async () => {
    const token = await encode({ token: claims, secret });
    expect(isOurWay(token)).toBe(true);
    expect(await decodeOurs({ token, secret })).toMatchObject(claims);
  });

  test("another that the library opens with the same key is not read", async () => {
    const token = sealedOtherwise();
    expect(await decode({ token, secret })).toMatchObject(claims);
    expect(await decodeOurs({ token, secret })).toBeNull();
  });

  test.each([
    [{ alg: "none" }],
    [{ alg: "HS256" }],
    [{ alg: "dir", enc: "A128CBC-HS256" }],
    [{ alg: "A256KW", enc: "A256GCM" }],
    [{ alg: "dir", enc: "A256GCM", zip: "DEF" }],
    [{ enc: "A256GCM" }],
    [{ alg: ["dir"], enc: "A256GCM" }],
    [null as never],
  ])("a header that says %j is refused before a key is tried", async (header) => {
    expect(isOurWay(await saying(header))).toBe(false);
  });

  test.each(["", "x", "a.b.c", "....", "e30.e30.e30.e30.e30", "\u0000.."])("neither is %j", async (token) => {
    expect(isOurWay(token)).toBe(false);
    expect(await decodeOurs({ token, secret })).toBeNull();
  });

  test("one with a wrapped key between is not ours", async () => {
    const [head, , ...rest] = (await encode({ token: claims, secret })).split(".");
    expect(isOurWay([head, "AAAA", ...rest].join("."))).toBe(false);
  });
});

import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decrypt, deriveKey, encrypt, keyedToken, pad, unpad } from "@/lib/platform/crypto/crypto";

const key = randomBytes(32);
const place = "clients|name|row|org|key";

describe("sealing", () => {
  test("opens what it sealed, whatever the characters", () => {
    for (const text of ["", "Nomvula", "Ωmega", "عائشة", "李小龙", "🦊".repeat(50), "x".repeat(10_000)]) {
      expect(unpad(decrypt(key, encrypt(key, pad(text), place), place))).toBe(text);
    }
  });

  test("refuses every changed byte", () => {
    const sealed = encrypt(key, pad("12 Example Road"), place);
    const parts = sealed.split(".");
    const body = Buffer.from(parts[2] ?? "", "base64url");
    for (let at = 0; at < body.length; at++) {
      const changed = Buffer.from(body);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => decrypt(key, [parts[0], parts[1], changed.toString("base64url")].join("."), place)).toThrow();
    }
  });

  test("refuses 200 values with any one of their bytes changed, nonce and tag too", () => {
    let refused = 0;
    let tried = 0;
    for (let no = 0; no < 200; no += 1) {
      const [version, nonce, body] = encrypt(key, pad("x".repeat(no % 60)), place).split(".");
      const all = Buffer.concat([Buffer.from(nonce ?? "", "base64url"), Buffer.from(body ?? "", "base64url")]);
      for (let at = 0; at < all.length; at += 1) {
        const bent = Buffer.from(all);
        bent[at] = (bent[at] ?? 0) ^ (1 << ((at + no) % 8));
        tried += 1;
        refused += opens([version, bent.subarray(0, 12).toString("base64url"), bent.subarray(12).toString("base64url")])
          ? 0
          : 1;
      }
    }
    expect(tried).toBeGreaterThan(18_000);
    expect(refused).toBe(tried);
  });

  test("with any one sign of its text changed it is refused, or it is the same value written otherwise", () => {
    const sealed = encrypt(key, pad("12 Example Road"), place);
    let same = 0;
    for (let at = 0; at < sealed.length; at += 1) {
      const bent = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      if (!opens(bent.split("."))) continue;
      expect(unpad(decrypt(key, bent, place))).toBe("12 Example Road");
      same += 1;
    }
    expect(same).toBeLessThanOrEqual(1);
  });

  test("takes no tag that is shorter than it makes, though it be the right one's beginning", () => {
    const [version, nonce, tag] = encrypt(key, Buffer.alloc(0), place).split(".");
    const whole = Buffer.from(tag ?? "", "base64url");
    expect(decrypt(key, [version, nonce, tag].join("."), place)).toHaveLength(0);
    for (const length of [4, 8, 12, 13, 14, 15]) {
      expect(opens([version, nonce, whole.subarray(0, length).toString("base64url")]), String(length)).toBe(false);
    }
  });

  test("never takes a nonce twice in 50,000", () => {
    const nonces = new Set<string>();
    for (let no = 0; no < 50_000; no += 1) nonces.add(encrypt(key, Buffer.of(1), place).slice(3, 19));
    expect(nonces.size).toBe(50_000);
  });

  test("does not open in another row, or under another key", () => {
    const sealed = encrypt(key, pad("12 Example Road"), place);
    expect(() => decrypt(key, sealed, "clients|name|other|org|key")).toThrow();
    expect(() => decrypt(randomBytes(32), sealed, place)).toThrow();
  });

  test("hides the length within 64 bytes", () => {
    expect(pad("a").length).toBe(pad("a".repeat(60)).length);
    expect(pad("a".repeat(61)).length).toBe(128);
  });
});

/** True when it opens. */
function opens(parts: (string | undefined)[]): boolean {
  try {
    decrypt(key, parts.join("."), place);
    return true;
  } catch {
    return false;
  }
}

/** Vectors that others published, so that a fault shared by both directions is seen. */
describe("known answers", () => {
  const hex = (text: string) => Buffer.from(text, "hex");
  const feff = hex("feffe9928665731c6d6a8f9467308308".repeat(2));
  const long =
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
  const longSealed =
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";
  const vectors = [
    ["13", Buffer.alloc(32), "00".repeat(12), "", "", "530f8afbc74536b9a963b4f1c4cb738b"],
    [
      "14",
      Buffer.alloc(32),
      "00".repeat(12),
      "00".repeat(16),
      "cea7403d4d606b6e074ec5d3baf39d18",
      "d0d1c8a799996bf0265b98b5d48ab919",
    ],
    ["15", feff, "cafebabefacedbaddecaf888", long, longSealed, "b094dac5d93471bdec1a502270e3cc6c"],
  ] as const;

  test.each(vectors)("AES-256-GCM, test case %s submitted to NIST", (_, vectorKey, nonce, plain, cipher, tag) => {
    const text = (end: string) => `v1.${hex(nonce).toString("base64url")}.${hex(cipher + end).toString("base64url")}`;
    expect(decrypt(vectorKey, text(tag), "").toString("hex")).toBe(plain);
    expect(() => decrypt(vectorKey, text(`00${tag.slice(2)}`), "")).toThrow();
    expect(() => decrypt(vectorKey, text(tag), "elsewhere")).toThrow();
  });

  test("HKDF-SHA-256, test case 3 of RFC 5869", () => {
    const okm = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d";
    expect(deriveKey(Buffer.alloc(22, 0x0b), "").toString("hex")).toBe(okm);
  });

  test("HMAC-SHA-256, test case 2 of RFC 4231, cut to 16 bytes", () => {
    const token = keyedToken(Buffer.from("Jefe"), "what do ya want for nothing?");
    expect(token.toString("hex")).toBe("5bdcc146bf60754e6a042426089575c7");
  });
});

describe("keyed tokens", () => {
  test("are equal for equal values and say nothing across keys", () => {
    expect(keyedToken(key, "a")).toEqual(keyedToken(key, "a"));
    expect(keyedToken(key, "a")).not.toEqual(keyedToken(randomBytes(32), "a"));
    expect(deriveKey(key, "one")).not.toEqual(deriveKey(key, "two"));
  });
});

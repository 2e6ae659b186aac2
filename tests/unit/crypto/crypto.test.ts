import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decrypt, deriveKey, encrypt, keyedToken, pad, unpad } from "@/lib/platform/crypto";

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

describe("keyed tokens", () => {
  test("are equal for equal values and say nothing across keys", () => {
    expect(keyedToken(key, "a")).toEqual(keyedToken(key, "a"));
    expect(keyedToken(key, "a")).not.toEqual(keyedToken(randomBytes(32), "a"));
    expect(deriveKey(key, "one")).not.toEqual(deriveKey(key, "two"));
  });
});

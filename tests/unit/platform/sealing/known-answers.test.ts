import { describe, expect, test } from "vitest";
import { decrypt, deriveKey, encrypt, isSealed, keyedToken, pad, unpad } from "@/lib/platform/crypto/crypto";
import {
  fileKey,
  headerBytes,
  openSegment,
  plainSize,
  readHeader,
  SealBroken,
  sealedSegmentBytes,
  sealSegment,
  segmentBytes,
  segmentCount,
  tagBytes,
  writeHeader,
} from "@/lib/platform/sealing/format";

/** Files and values of earlier releases must open for ever: these are what the format gives, written down. */
const key = Buffer.alloc(32, 3);
const header = { salt: Buffer.alloc(32, 1), prefix: Buffer.alloc(7, 2) };
const own = Buffer.from("e1f38288fcbedea5e4f47ac6adcb9c7f60ef3c381cdf43a5d906cf99c186e52e", "hex");
const plain = Buffer.from("plain");

describe("the format of a sealed file", () => {
  test("its header, its key and the sizes in it", () => {
    const written = writeHeader(header);
    expect(written.toString("hex")).toBe(`43444631${"01".repeat(32)}${"02".repeat(7)}`);
    expect(readHeader(written)).toEqual(header);
    expect(fileKey({ key, name: "org/key/file" }, header).equals(own)).toBe(true);
    expect([segmentBytes, tagBytes, headerBytes, sealedSegmentBytes]).toEqual([1_048_576, 16, 43, 1_048_592]);
  });

  test.each([
    [0, false, "7e92ab0ac0fa9716d2d93af4aac4da53224cdb018e"],
    [0, true, "23f796f2fda8158c384da494500d8e853d8cc46ee5"],
    [258, true, "c83e90be9556f1c9444ab536975b377fb0ac64920b"],
  ])("segment %s, last %s", (index, last, sealed) => {
    const found = sealSegment(own, header, { index, last }, plain, Buffer.alloc(64));
    expect(found.toString("hex")).toBe(sealed);
    expect(openSegment(own, header, index, last, found).equals(plain)).toBe(true);
  });

  test("how many plain bytes and segments a size holds", () => {
    const sizes = [43 + 16, 43 + 17, 43 + 1_048_576 + 16, 43 + 1_048_576 + 16 + 17];
    expect(sizes.map(plainSize)).toEqual([0, 1, 1_048_576, 1_048_577]);
    expect([0, 1, 1_048_576, 1_048_577].map(segmentCount)).toEqual([1, 1, 1, 2]);
    expect(() => plainSize(43 + 15)).toThrow(SealBroken);
  });

  test("what is too short or another kind is said to be broken, by a name of its own", () => {
    const wrong = [Buffer.alloc(42), Buffer.alloc(43), Buffer.concat([Buffer.from("CDF2"), Buffer.alloc(39)])];
    for (const bytes of wrong) expect(() => readHeader(bytes)).toThrow(SealBroken);
    expect(() => openSegment(own, header, 0, true, Buffer.alloc(15))).toThrow("segment 0");
    expect(new SealBroken("header")).toMatchObject({
      name: "SealBroken",
      message: "A sealed file does not open: header.",
    });
  });
});

describe("the format of a sealed value", () => {
  test("keys and tokens are derived as they always were", () => {
    expect(deriveKey(key, "field|a").toString("hex")).toBe(
      "9ce88c1837723e7062b1bdde472f8edb75b0de13c3deb0a0fe0fe45e3a0486c2",
    );
    expect(keyedToken(key, "value").toString("hex")).toBe("1fd44a6e4b51498069b4c4eb10076b1f");
  });

  test("a text is padded to the next 64 bytes, behind its length", () => {
    expect(["", "ab", "x".repeat(60), "x".repeat(61)].map((text) => pad(text).length)).toEqual([64, 64, 64, 128]);
    expect(pad("ab").subarray(0, 6).toString("hex")).toBe("000000026162");
    expect(unpad(pad("ab"))).toBe("ab");
  });

  test("another version, a nonce of another length and a part that is missing are not tried at all", () => {
    const [, nonce = "", body = ""] = encrypt(key, plain, "a").split(".");
    const short = Buffer.from(nonce, "base64url").subarray(1).toString("base64url");
    const wrong = [
      `v2.${nonce}.${body}`,
      `.${nonce}.${body}`,
      `v1.${short}.${body}`,
      `v1..${body}`,
      `v1.${nonce}`,
      "v1",
      "",
    ];
    for (const text of wrong) expect(() => decrypt(key, text, "a"), text).toThrow("Not a sealed value.");
    expect([`v1.${nonce}.${body}`, ...wrong].map(isSealed)).toEqual([true, ...wrong.map(() => false)]);
  });
});

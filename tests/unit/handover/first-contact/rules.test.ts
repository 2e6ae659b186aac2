import { describe, expect, test } from "vitest";
import { codeFrom, isCode, readCode, secretIn, spokenCode } from "@/lib/auth/first-contact/rules";
import { endOf, stateOf, whyNotRelease } from "@/lib/handover/first-contact/rules";

const at = (hours: number) => new Date(Date.UTC(2026, 10, 25, hours));

describe("a code", () => {
  test("has twelve signs that no ear confuses, of the five lowest bits of each byte", () => {
    expect(codeFrom(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe("0123456789AB");
    const all = Array.from({ length: 3 }, (_, k) =>
      codeFrom(Uint8Array.from({ length: 12 }, (_, i) => 224 + k * 12 + i)),
    );
    for (const code of all) expect(code).toMatch(/^[^ILOU]{12}$/);
    expect(spokenCode("7Q4KD0XMB2TA")).toBe("7Q4K D0XM B2TA");
  });

  test("is read however it was heard and typed", () => {
    for (const typed of ["7q4k d0xm b2ta", "7Q4K-DOXM-B2TA", " 7Q4KD0XMB2TA "])
      expect(readCode(typed)).toBe("7Q4KD0XMB2TA");
    expect(readCode("il")).toBe("11");
    for (const wrong of ["", "7Q4K", "7Q4KD0XMB2TU", "7Q4KD0XMB2TA0"])
      expect(isCode(readCode(wrong)), wrong).toBe(false);
  });

  test("goes with a secret of 32 bytes, and nothing else is one", () => {
    expect(secretIn("A".repeat(43))).toHaveLength(32);
    for (const text of ["", "A".repeat(42), "A".repeat(44), `${"A".repeat(42)}/`, "../first"])
      expect(secretIn(text)).toBeNull();
  });
});

describe("a link", () => {
  const none = { releasedAt: null, revokedAt: null, expiresAt: null, lockedAt: null, redeemedAt: null };
  const released = { ...none, releasedAt: at(0), expiresAt: at(72) };

  test("stands as the last of what happened to it says", () => {
    expect(stateOf(none, at(1))).toBe("waiting");
    expect(stateOf(released, at(1))).toBe("open");
    expect(stateOf({ ...released, lockedAt: at(1) }, at(2))).toBe("locked");
    expect(stateOf({ ...released, redeemedAt: at(1), lockedAt: at(2) }, at(3))).toBe("redeemed");
    expect(stateOf({ ...released, redeemedAt: at(1) }, at(72))).toBe("expired");
    expect(stateOf({ ...released, revokedAt: at(1) }, at(99))).toBe("revoked");
  });

  test("ends after 72 hours, or with what the client signed", () => {
    expect(endOf(at(0), at(999))).toEqual(at(72));
    expect(endOf(at(0), at(30))).toEqual(at(30));
  });

  test("is released by anybody but its maker", () => {
    expect(whyNotRelease({ madeBy: "a" }, "b")).toBeNull();
    expect(whyNotRelease({ madeBy: "a" }, "a")).toContain("Another supervisor");
    expect(whyNotRelease({ madeBy: "a" }, null)).not.toBeNull();
  });
});

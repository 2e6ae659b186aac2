import { describe, expect, test } from "vitest";
import { hostOf, isOtherHost, offsetOf, plainAddress, plainWords, typedTime } from "@/lib/evidence/captures/rules";

describe("what a captured page says", () => {
  test.each([
    ["https://www.social.example/p/1", "https://m.social.example/p/1", false],
    ["https://social.example/p/1", "https://social.example:8443/p/1", true],
    ["https://social.example/p/1", "javascript:alert(1)", true],
    ["https://social.example/p/1", "no address", true],
    ["https://social.example/p/1", null, false],
  ])("at %s the lasting address %s is of another host: %s", (address, canonical, is) => {
    expect(isOtherHost(address, canonical)).toBe(is);
  });

  test("hosts are compared without what only phones put before them", () => {
    expect(hostOf("https://MOBILE.Social.example/")).toBe("social.example");
    expect(hostOf("data:text/html,x")).toBeNull();
  });

  test("marks that turn or hide what stands beside them are left out of our own lines, and long words are cut", () => {
    expect(plainWords("a\u202eb\u0000c\u2066 \n d", 20)).toBe("a b c d");
    expect(plainWords("x".repeat(50), 10)).toBe(`${"x".repeat(9)}…`);
  });

  test.each([
    ["https://social.example/p/1", "https://social.example/p/1"],
    ["javascript:alert(1)", undefined],
    ["https://social.example/a b", undefined],
    [`https://social.example/${"x".repeat(3000)}`, undefined],
    [null, undefined],
  ])("%s goes into the details as %s", (address, kept) => {
    expect(plainAddress(address)).toBe(kept);
  });
});

describe("when a page was captured", () => {
  const at = new Date("2026-11-30T10:20:31.400Z");

  test("by the wall of the device, with what its clock was off by", () => {
    expect(typedTime(at, "Africa/Johannesburg", 90)).toEqual({
      capturedAt: "2026-11-30T12:20:31",
      capturedZone: "Africa/Johannesburg",
      timeSource: "device_clock",
      clockOffset: 90,
    });
  });

  test("in the hour that comes twice, by UTC", () => {
    const second = new Date("2026-11-01T06:30:00Z");
    expect(typedTime(second, "America/New_York", 0)).toMatchObject({
      capturedAt: "2026-11-01T06:30:00",
      capturedZone: "UTC",
    });
  });

  test("not at all by a clock that is days off", () => {
    expect(typedTime(at, "UTC", 200_000)).toEqual({});
  });

  test("the way here is no fault of the clock", () => {
    expect(offsetOf(at.getTime() - 1_800, at)).toBe(0);
    expect(offsetOf(at.getTime() + 60_000, at)).toBe(60);
  });
});

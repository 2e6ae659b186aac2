import { describe, expect, test } from "vitest";
import { type CertifiedFacts, certificateGaps } from "@/lib/documents/certificates/rules";

const whole: CertifiedFacts = {
  method: "screenshot",
  device: "Client's phone",
  capturedAt: new Date("2026-11-24T09:40:00Z"),
  capturedZone: "Africa/Johannesburg",
  timeSource: "device_clock",
  hashCheckedAt: new Date("2026-11-24T10:00:00Z"),
  hashFailedAt: null,
};

describe("certificateGaps", () => {
  test("are none when method, device, time with its source and a checked hash are there", () => {
    expect(certificateGaps(whole, true)).toEqual([]);
  });

  test.each([
    ["method", { method: "other" as const }, "details"],
    ["device", { device: null }, "details"],
    ["time", { capturedAt: null }, "details"],
    ["time", { capturedZone: null }, "details"],
    ["time_source", { timeSource: null }, "clock"],
    ["time_source", { timeSource: "not_known" as const }, "clock"],
    ["hash", { hashCheckedAt: null }, "custody"],
    ["hash_same", { hashFailedAt: new Date("2026-11-25T00:00:00Z") }, "custody"],
  ])("name %s and lead to what corrects it (%#)", (need, change, at) => {
    expect(certificateGaps({ ...whole, ...change }, true)).toEqual([{ need, at }]);
  });

  test("name a ledger that does not hold", () => {
    expect(certificateGaps(whole, false)).toEqual([{ need: "ledger", at: "custody" }]);
  });
});

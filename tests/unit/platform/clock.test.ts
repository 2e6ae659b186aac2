import { describe, expect, test } from "vitest";
import { instantAt } from "@/lib/platform/clock";

const at = (local: string, zone: string) => instantAt(local, zone)?.toISOString();

describe("instantAt", () => {
  test("reads a wall clock in its zone, whatever zone the machine is in", () => {
    expect(at("2026-11-24T09:40", "Africa/Johannesburg")).toBe("2026-11-24T07:40:00.000Z");
    expect(at("2026-11-24T09:40:30", "America/New_York")).toBe("2026-11-24T14:40:30.000Z");
    expect(at("2026-07-01T00:00", "America/New_York")).toBe("2026-07-01T04:00:00.000Z");
    expect(at("2026-01-01T00:15", "Asia/Kathmandu")).toBe("2025-12-31T18:30:00.000Z");
  });

  test("moves a skipped hour forward, and takes the earlier of a doubled one", () => {
    expect(at("2026-03-08T02:30", "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
    expect(at("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  test("refuses what is no time", () => {
    for (const text of ["", "tomorrow", "2026-13-01T10:00", "2026-11-24", "2026-11-24T25:00"]) {
      expect(instantAt(text, "Africa/Johannesburg"), text).toBeNull();
    }
  });
});

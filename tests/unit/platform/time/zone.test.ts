import { describe, expect, test } from "vitest";
import { endOfDay, instantOnWall, isZone, startOfDay, wallTime, zonesOfRegion } from "@/lib/platform/time/zone";

const iso = (wall: string, zone: string) => instantOnWall(wall, zone)?.toISOString() ?? null;

describe("instantOnWall", () => {
  test("reads a time on the wall of its zone, wherever this machine stands", () => {
    expect(iso("2026-11-24T11:40", "Africa/Johannesburg")).toBe("2026-11-24T09:40:00.000Z");
    expect(iso("2026-11-24T11:40", "America/New_York")).toBe("2026-11-24T16:40:00.000Z");
    expect(iso("2026-07-24T11:40:59", "America/New_York")).toBe("2026-07-24T15:40:59.000Z");
    expect(iso("2026-11-24T11:40", "Asia/Kathmandu")).toBe("2026-11-24T05:55:00.000Z");
    expect(iso("2026-11-24T11:40", "UTC")).toBe("2026-11-24T11:40:00.000Z");
  });

  test("the hour that the clocks jumped over never was", () => {
    expect(iso("2026-03-08T01:59", "America/New_York")).toBe("2026-03-08T06:59:00.000Z");
    expect(iso("2026-03-08T02:30", "America/New_York")).toBeNull();
    expect(iso("2026-03-08T03:00", "America/New_York")).toBe("2026-03-08T07:00:00.000Z");
  });

  test("of an hour that came twice, the first is meant", () => {
    expect(iso("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  test("what is no time, or no zone, is null", () => {
    for (const wall of ["", "soon", "2026-13-01T10:00", "2026-02-30T10:00", "2026-11-24"]) {
      expect(iso(wall, "Africa/Johannesburg"), wall).toBeNull();
    }
    expect(iso("2026-11-24T11:40", "Moon/Base")).toBeNull();
  });

  test("goes there and back", () => {
    for (const zone of ["Africa/Johannesburg", "America/Chicago", "Pacific/Honolulu"]) {
      const instant = instantOnWall("2026-06-01T00:05", zone);
      expect(instant && wallTime(instant, zone)).toBe("2026-06-01T00:05");
    }
  });
});

test("a day begins and ends at midnight on the wall of its zone, whoever was told before and whatever they did with it", () => {
  const short = () => [startOfDay("2026-03-08", "America/New_York"), endOfDay("2026-03-08", "America/New_York")];
  const first = short();
  for (const instant of first) instant.setUTCHours(0);
  expect(short().map((instant) => instant.toISOString())).toEqual([
    "2026-03-08T05:00:00.000Z",
    "2026-03-09T04:00:00.000Z",
  ]);
  expect(startOfDay("2026-03-08", "Africa/Johannesburg").toISOString()).toBe("2026-03-07T22:00:00.000Z");
});

test("zones are those that this machine knows", () => {
  expect(isZone("America/New_York")).toBe(true);
  for (const text of ["Moon/Base", "", "America/New York", "+02:00"]) expect(isZone(text), text).toBe(false);
  expect(zonesOfRegion("ZA")).toEqual(["Africa/Johannesburg"]);
  expect(zonesOfRegion("US")).toContain("America/Chicago");
});

import { describe, expect, test } from "vitest";
import { claimsOf, isPlace, offeredTime, takenOver } from "@/lib/evidence/exhibits/claims/rules";
import type { MetadataEntry } from "@/lib/platform/sandbox/types";

const zone = "Africa/Johannesburg";
const received = new Date("2026-11-30T10:00:00Z");
const exif = (name: string, value: string): MetadataEntry => ({ group: "EXIF", name, value });
const timeIn = (name: string) => claimsOf([], name).time;

describe("the time in the name of a file", () => {
  test.each([
    ["Screenshot_20260412-101530.png", "2026-04-12T10:15:30"],
    ["Screenshot_20260412_101530_WhatsApp.jpg", "2026-04-12T10:15:30"],
    ["Screenshot 2026-04-12 at 10.15.30.png", "2026-04-12T10:15:30"],
    ["Screenshot 2026-04-12 at 1.15.30\u202fPM.png", "2026-04-12T13:15:30"],
    ["Screenshot_2026-04-12-10-15-30-123_com.whatsapp.jpg", "2026-04-12T10:15:30"],
    ["IMG_20260412_101530.jpg", "2026-04-12T10:15:30"],
    ["20260412_101530.jpg", "2026-04-12T10:15:30"],
    ["photo_2026-04-12_10-15-30.jpg", "2026-04-12T10:15:30"],
    ["signal-2026-04-12-101530.jpg", "2026-04-12T10:15:30"],
    ["WhatsApp Image 2026-04-12 at 10.15.30.jpeg", "2026-04-12T10:15:30"],
    ["IMG-20260412-WA0003.jpg", "2026-04-12"],
  ])("%s", (name, wall) => {
    expect(timeIn(name)).toMatchObject({ from: "name", wall, offset: null });
  });

  test("the camera of Google writes the time of Greenwich", () => {
    expect(timeIn("PXL_20260412_081530123.jpg")).toMatchObject({ wall: "2026-04-12T08:15:30", offset: "+00:00" });
  });

  test.each(["IMG 2231.png", "1776160530123.jpg", "20261345_101530.jpg", "case 20260412999.png", ""])(
    "%s says none",
    (name) => expect(timeIn(name)).toBeNull(),
  );
});

describe("what is inside a file", () => {
  test("comes before its name, with the zone only where the file names one", () => {
    const taken = exif("Taken at", "2026:04:12 09:00:01");
    const name = "Screenshot_20260412-101530.png";
    expect(claimsOf([taken], name).time).toMatchObject({ from: "inside", wall: "2026-04-12T09:00:01", offset: null });
    expect(claimsOf([taken, exif("Offset of taking", "+02:00")], name).time?.offset).toBe("+02:00");
    const created: MetadataEntry = { group: "XMP", name: "xmp:CreateDate", value: "2026-04-12T09:00:01-05:00" };
    expect(claimsOf([created], name).time).toMatchObject({ wall: "2026-04-12T09:00:01", offset: "-05:00" });
  });

  test("a time that is none is shown as it is, and the name is read instead", () => {
    for (const odd of ["0000:00:00 00:00:00", "yesterday", "2026:02:31 10:00:00", "    :  :     :  :  "]) {
      const { time, oddTime } = claimsOf([exif("Taken at", odd)], "IMG_20260412_101530.jpg");
      expect([time?.from, oddTime]).toEqual(["name", odd]);
    }
  });

  test("make and model are one device, the make said once", () => {
    const device = (make: string, model: string) => claimsOf([exif("Make", make), exif("Model", model)], "").device;
    expect(device("Samsung", "SM-A556B")).toBe("Samsung SM-A556B");
    expect(device("HUAWEI", "HUAWEI P30")).toBe("HUAWEI P30");
    expect(claimsOf([], "").device).toBeNull();
  });

  test("a place is known wherever it is said, and is never among the claims", () => {
    const places: MetadataEntry[] = [
      { group: "GPS", name: "Latitude", value: "-26.2" },
      { group: "XMP", name: "exif:GPSLongitude", value: "28,2.7E" },
      { group: "IPTC", name: "City", value: "Soweto" },
      { group: "XMP", name: "photoshop:State", value: "Gauteng" },
    ];
    for (const place of places) {
      expect(isPlace(place)).toBe(true);
      const claims = claimsOf([place], "");
      expect(claims.hasPlace).toBe(true);
      expect(JSON.stringify(claims)).not.toContain(place.value);
    }
    expect(claimsOf([exif("Make", "Samsung")], "").hasPlace).toBe(false);
  });
});

describe("what is offered", () => {
  const time = (wall: string, offset: string | null = null) => ({ from: "inside" as const, wall, offset, raw: wall });

  test("a time without zone is read on the wall that is named; one with a zone is moved to it", () => {
    expect(offeredTime(time("2026-04-12T10:15:30"), zone, received)).toEqual({ wall: "2026-04-12T10:15:30" });
    expect(offeredTime(time("2026-04-12T10:15:30", "-05:00"), zone, received)).toEqual({ wall: "2026-04-12T17:15:30" });
  });

  test("not a day without an hour, a clock that was never set, or a time after it arrived", () => {
    expect(offeredTime(time("2026-04-12"), zone, received)).toEqual({ doubt: "no_hour" });
    expect(offeredTime(time("1970-01-01T00:00:00"), zone, received)).toEqual({ doubt: "too_old" });
    expect(offeredTime(time("2031-01-01T00:00:00"), zone, received)).toEqual({ doubt: "later" });
  });

  test("only what nobody recorded, each with its own line for the ledger", () => {
    const claims = {
      time: time("2026-04-12T10:15:30"),
      oddTime: null,
      device: "A phone",
      software: "Camera 4",
      hasPlace: true,
    };
    const nothing = {
      capturedAt: null,
      capturedZone: null,
      timeSource: null,
      device: null,
      tool: null,
      receivedAt: received,
    };
    const all = takenOver(nothing, claims, zone);
    expect(all.details).toEqual({
      capturedAt: "2026-04-12T10:15:30",
      capturedZone: zone,
      timeSource: "file_metadata",
      device: "A phone",
      tool: "Camera 4",
    });
    expect(all.sentences).toHaveLength(3);
    const typed = { ...nothing, capturedAt: received, capturedZone: zone, device: "Hers", tool: "Firefox" };
    expect(takenOver(typed, claims, zone)).toEqual({ details: {}, sentences: [] });
  });
});

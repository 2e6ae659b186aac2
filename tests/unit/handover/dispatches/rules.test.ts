import { describe, expect, test } from "vitest";
import { releaseCheckOn, whyNotThen } from "@/lib/handover/dispatches/rules";
import type { ReleaseCheck } from "@/lib/handover/handovers/types";

const release = {
  id: "1",
  code: "REL-1",
  officers: [],
  takenOff: [{ id: "gone", on: "2026-11-20" }],
  exhibits: [],
  identity: false,
  signedOn: "2026-11-01",
  expiresOn: "2026-12-01",
  revokedOn: "2026-11-20",
  ends: new Date("2026-12-02"),
};
const door: ReleaseCheck = { exhibits: [], hasAnnex: false, day: "2026-11-25", releases: [release] };

describe("the releases of the day when it left", () => {
  test("a release that was revoked later stood then, and not on the day itself", () => {
    expect(releaseCheckOn(door, "2026-11-19")).toMatchObject({ day: "2026-11-19", releases: [{ revokedOn: null }] });
    expect(releaseCheckOn(door, "2026-11-20").releases[0]?.revokedOn).toBe("2026-11-20");
  });

  test("an officer who was taken off later was named then, and not on the day itself", () => {
    expect(releaseCheckOn(door, "2026-11-19").releases[0]?.takenOff).toEqual([]);
    expect(releaseCheckOn(door, "2026-11-20").releases[0]?.takenOff).toHaveLength(1);
  });

  test("it left after the approval and not in the future; forms know minutes", () => {
    const approved = new Date("2026-11-25T10:00:40Z");
    const now = new Date("2026-11-25T12:00:00Z");
    expect(whyNotThen(new Date("2026-11-25T10:00:00Z"), approved, now)).toBeNull();
    expect(whyNotThen(new Date("2026-11-25T09:59:00Z"), approved, now)).toContain("not approved yet");
    expect(whyNotThen(new Date("2026-11-25T09:59:00Z"), null, now)).toContain("not approved yet");
    expect(whyNotThen(new Date("2026-11-25T12:01:00Z"), approved, now)).toContain("in the future");
  });
});

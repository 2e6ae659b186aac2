import { describe, expect, test } from "vitest";
import { takedownStates } from "@/lib/escalation/steps/types";
import { platformOfAddress, standingOf, takedownFilters } from "@/lib/escalation/takedowns/rules";
import type { Entry, EntryKind } from "@/lib/escalation/takedowns/types";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { sameAddress } from "@/lib/platform/text/same-address";

const entry = (event: EntryKind, happenedOn: string, more: Partial<Entry> = {}): Entry => ({
  event,
  route: event === "reported" ? "in_product" : null,
  happenedOn,
  happenedAt: null,
  appealBy: null,
  referenceId: null,
  ...more,
});

describe("what the entries of an item come to", () => {
  test("the order of the days counts, whenever each was recorded", () => {
    const looked = entry("seen_up", "2026-11-05");
    const late = entry("reported", "2026-11-02");
    expect(standingOf([looked, late])).toMatchObject({
      state: "reported",
      reportedOn: "2026-11-02",
      lastOn: "2026-11-05",
    });
  });

  test("a report ID changes neither the state nor the day of the next look", () => {
    const standing = standingOf([
      entry("reported", "2026-11-02"),
      entry("numbered", "2026-11-09", { referenceId: "r" }),
    ]);
    expect(standing).toMatchObject({ state: "reported", lastOn: "2026-11-02", referenceIds: ["r"] });
  });

  test("what was removed and is up again is to be reported again; what was closed stays closed", () => {
    const gone = [entry("reported", "2026-11-02"), entry("removed", "2026-11-03"), entry("seen_gone", "2026-11-04")];
    expect(standingOf(gone)).toMatchObject({ state: "removed", endedOn: "2026-11-03" });
    const back = standingOf([...gone, entry("seen_up", "2026-11-08")]);
    expect(back).toMatchObject({ state: "to_report", endedOn: null, seen: { up: true, on: "2026-11-08" } });
    const closed = [entry("reported", "2026-11-02"), entry("closed", "2026-11-03"), entry("seen_up", "2026-11-04")];
    expect(standingOf(closed)).toMatchObject({ state: "closed", endedOn: "2026-11-03" });
  });

  test("the hour of a notice is kept beside later reports in the product", () => {
    const at = new Date("2026-11-02T08:00:00Z");
    const notice = entry("reported", "2026-11-02", { route: "take_it_down", happenedAt: at });
    const standing = standingOf([notice, entry("reported", "2026-11-06")]);
    expect(standing).toMatchObject({
      noticeOn: "2026-11-02",
      noticeAt: at,
      reportedOn: "2026-11-06",
      reportedAt: null,
    });
  });
});

test("every state is in one view of the list", () => {
  expect(takedownFilters.flatMap(({ states }) => states).toSorted()).toEqual([...takedownStates].toSorted());
});

test.each([
  ["https://www.instagram.com/p/1/", "instagram.com/p/1"],
  ["http://m.facebook.com/story.php?id=2#top", "facebook.com/story.php?id=2"],
  ["X.com/a/status/3", "X.com/a/status/3"],
])("%s is the address %s", (written, address) => {
  expect(sameAddress(written)).toBe(address);
});

test.each([
  ["https://www.instagram.com/p/1", "instagram"],
  ["https://x.com/a/status/3", "x"],
  // The name of a platform in a path, or as the whole ending, names nobody.
  ["https://pictures.example/instagram", null],
  ["https://example.x/1", null],
])("%s is on %s", (address, platform) => {
  expect(platformOfAddress(address, houseLaw)).toBe(platform);
});

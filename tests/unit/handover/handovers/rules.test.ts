import { describe, expect, test } from "vitest";
import {
  annexProblem,
  annexRelease,
  checkReleases,
  coveredUntil,
  releaseProblem,
} from "@/lib/handover/handovers/rules";
import type { ReleaseCheck } from "@/lib/handover/handovers/types";
import { mayMean } from "@/lib/handover/releases/rules";
import { coverageOf } from "@/lib/packets/packets/snapshot/releases";

const officer = "019f0000-0000-7000-8000-000000000001";
const release = (over: Partial<ReleaseCheck["releases"][number]> = {}): ReleaseCheck["releases"][number] => ({
  id: "r",
  code: "REL-1",
  officers: [officer],
  takenOff: [],
  exhibits: ["E-01"],
  identity: false,
  signedOn: "2026-11-01",
  expiresOn: "2026-11-30",
  revokedOn: null,
  ends: new Date("2026-11-30T22:00:00Z"),
  ...over,
});
const door = (...releases: ReleaseCheck["releases"]): ReleaseCheck => ({
  exhibits: ["E-01"],
  hasAnnex: true,
  day: "2026-11-24",
  releases,
});

describe("what the words of a release are good for", () => {
  test("an older release is for no office, and never lets anybody know the client", () => {
    const words = { recipient: "Prosecutor", recipientRole: null, items: "E-01 and her address", covers: null };
    expect(coverageOf(words, ["E-01", "E-02"])).toEqual({ roles: [], exhibits: ["E-01"], identity: false });
    const covers = { allExhibits: false, exhibits: [2], identity: true };
    expect(coverageOf({ ...words, recipientRole: "ncb", covers }, ["E-01", "E-02"])).toEqual({
      roles: ["ncb"],
      exhibits: ["E-02"],
      identity: true,
    });
  });

  test("they put likely officers first in a list, by name or unit, and nothing else", () => {
    const paper = "Detective Sergeant Example, Fynbos Road";
    expect(mayMean(paper, { name: "Example", unit: "Nowhere" })).toBe(true);
    expect(mayMean(paper, { name: "Somebody Else", unit: "Fynbos Road" })).toBe(true);
    expect(mayMean(paper, { name: "Sgt", unit: "" })).toBe(false);
  });
});

describe("coveredUntil", () => {
  const ends = (day: string) => new Date(`${day}T22:00:00Z`);
  const until = (expiresOn: string, over = {}) => release({ expiresOn, ends: ends(expiresOn), ...over });

  test("lasts as long as the last release that covers everything", () => {
    expect(coveredUntil(door(until("2026-11-26"), until("2026-11-30")), officer)).toEqual(ends("2026-11-30"));
    const revoked = until("2026-12-30", { revokedOn: "2026-11-24" });
    expect(coveredUntil(door(until("2026-11-26"), revoked), officer)).toEqual(ends("2026-11-26"));
  });

  test("ends with the first release that alone covers an exhibit", () => {
    const two = {
      ...door(until("2026-11-26"), until("2026-11-30", { exhibits: ["E-02"] })),
      exhibits: ["E-01", "E-02"],
    };
    expect(coveredUntil(two, officer)).toEqual(ends("2026-11-26"));
  });

  test("is null for what is not covered today", () => {
    expect(coveredUntil(door(), officer)).toBeNull();
    expect(coveredUntil(door(until("2026-11-20")), officer)).toBeNull();
    expect(coveredUntil(door(until("2026-11-30", { signedOn: "2026-11-25" })), officer)).toBeNull();
  });
});

describe("checkReleases", () => {
  test("says in plain words what has to come out, and why", () => {
    expect(releaseProblem(checkReleases(door(release()), officer, false))).toBeNull();
    const narrow = release({ exhibits: [] });
    expect(releaseProblem(checkReleases(door(narrow), officer, false))).toBe(
      "No release lets this officer have E-01. Take them out in the next version, or record a release first.",
    );
    const over = release({ expiresOn: "2026-11-03" });
    expect(releaseProblem(checkReleases(door(over), officer, false))).toBe(
      "No release is valid for this officer today, so nothing of it may leave. REL-1 ended on 3 Nov 2026.",
    );
  });

  test("an officer who was taken off is refused with the release and the day", () => {
    const off = release({ takenOff: [{ id: officer, on: "2026-11-20" }] });
    expect(releaseProblem(checkReleases(door(off), officer, false))).toBe(
      "No release is valid for this officer today, so nothing of it may leave. REL-1 stopped naming this officer on 20 Nov 2026.",
    );
  });

  test("the annex goes under the standing release that lasts longest", () => {
    const known = release({ code: "REL-2", identity: true });
    const longer = release({ code: "REL-3", identity: true, ends: new Date("2027-01-01T00:00:00Z") });
    const revoked = release({ code: "REL-4", identity: true, revokedOn: "2026-11-10", ends: new Date("2028-01-01") });
    const all = door(release(), known, longer, revoked);
    expect(annexRelease(all, checkReleases(all, officer, true))?.code).toBe("REL-3");
    const none = door(release());
    const at = checkReleases(none, officer, true);
    expect(annexRelease(none, at)).toBeNull();
    expect(annexProblem(at)).toBe("No release lets this officer know who and where the client is.");
  });

  test("an officer whom no release names is told who has to be named, whatever else stands", () => {
    const other = release({ officers: ["019f0000-0000-7000-8000-000000000002"], identity: true });
    expect(releaseProblem(checkReleases(door(other), officer, false))).toBe(
      "No release names this officer. Name them on the release that the client signed for them, under Releases.",
    );
    expect(annexRelease(door(other), checkReleases(door(other), officer, true))).toBeNull();
    expect(coveredUntil(door(other), officer)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { type Leaving, uncovered } from "@/lib/packets/checklists/releases";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";

const release: Leaving["releases"][number] = {
  code: "REL-1",
  roles: ["investigating_officer"],
  exhibits: ["E-01", "E-02"],
  signedOn: "2026-11-01",
  expiresOn: "2026-11-30",
  revokedOn: null,
  identity: true,
  crossBorderBasis: null,
};
const officer = { role: "investigating_officer", name: "Officer" };
const leaving = (change: Partial<Leaving>): Leaving => ({
  releases: [release],
  exhibits: [{ code: "E-01" }, { code: "E-02" }],
  receivers: [officer],
  day: "2026-11-24",
  ...change,
});
const all = ["E-01", "E-02"];
const base = { receiver: "Officer", role: "investigating_officer" };

describe("uncovered", () => {
  it.each([
    ["everything is covered", {}, []],
    ["the last day counts", { day: "2026-11-30" }, []],
    ["the day of signing counts", { day: "2026-11-01" }, []],
    [
      "it ran out",
      { day: "2026-12-01" },
      [{ ...base, exhibits: all, identity: true, without: "REL-1 ran out on 2026-11-30" }],
    ],
    [
      "it is not signed yet",
      { day: "2026-10-31" },
      [{ ...base, exhibits: all, identity: true, without: "REL-1 is signed on 2026-11-01, later than this day" }],
    ],
    [
      "it was revoked on that day",
      { releases: [{ ...release, revokedOn: "2026-11-24" }] },
      [{ ...base, exhibits: all, identity: true, without: "REL-1 was revoked on 2026-11-24" }],
    ],
    [
      "it is narrower",
      { releases: [{ ...release, exhibits: ["E-02"] }] },
      [{ ...base, exhibits: ["E-01"], identity: false, without: null }],
    ],
    [
      "it keeps back who and where the client is",
      { releases: [{ ...release, identity: false }] },
      [{ ...base, exhibits: [], identity: true, without: null }],
    ],
    [
      "it is for somebody else",
      { releases: [{ ...release, roles: ["prosecutor"] }] },
      [{ ...base, exhibits: all, identity: true, without: "no release names this receiver" }],
    ],
    [
      "two releases together cover it",
      {
        releases: [
          { ...release, exhibits: ["E-01"], identity: false },
          { ...release, code: "REL-2", exhibits: ["E-02"] },
        ],
      },
      [],
    ],
    ["there is no receiver", { receivers: [] }, []],
  ] as [string, Partial<Leaving>, unknown][])("%s", (_, change, expected) => {
    expect(uncovered(leaving(change))).toEqual(expected);
  });

  it("reads a snapshot on the day where the client is, not in UTC", () => {
    const golden = goldenSnapshot("docket_pack", "ZA-US");
    const releases = golden.releases.map((one) => ({ ...one, expiresOn: "2026-11-24" }));
    const at = (builtAt: string) => ({ ...golden, releases, packet: { ...golden.packet, builtAt } });
    expect(uncovered(at("2026-11-24T21:59:00Z"))).toEqual([]);
    expect(uncovered(at("2026-11-24T22:01:00Z"))).toHaveLength(2);
  });
});

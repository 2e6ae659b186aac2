import { describe, expect, test } from "vitest";
import { ledgerFaults } from "@/lib/packets/packets/preflight/ledger-order";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { sampleSnapshot } from "@/tests/support/sample-snapshot";

const sample = sampleSnapshot();
type Exhibit = PacketSnapshot["exhibits"][number];
const faults = (change: (exhibit: Exhibit) => Partial<Exhibit>) =>
  ledgerFaults({
    ...sample,
    exhibits: sample.exhibits.slice(0, 1).map((exhibit) => ({ ...exhibit, ...change(exhibit) })),
  });
const withLine = (line: Partial<Exhibit["custody"][number]>) =>
  faults((exhibit) => ({
    custody: [
      ...exhibit.custody,
      { no: 7, action: "redacted", at: "2026-09-09T10:00:00Z", by: "S-07", hash: null, byHand: false, ...line },
    ],
  }));

describe("the times of an exhibit", () => {
  test("hold together in the sample", () => {
    expect(ledgerFaults(sample)).toEqual([]);
  });

  test("captured after it was received: both places are named", () => {
    expect(faults(() => ({ capturedAt: "2026-09-09T10:00:00Z" }))).toEqual([
      "E-01 was captured at 2026-09-09T10:00:00Z (its capture details), after it was received at 2026-09-08T08:12:05Z (event 2 of its ledger)",
    ]);
  });

  test("a clock that is known to be ahead is counted", () => {
    expect(faults(() => ({ capturedAt: "2026-09-08T08:13:00Z", clockOffset: 60 }))).toEqual([]);
  });

  test("masked before it was received, and hashed after this version was packed", () => {
    expect(withLine({ at: "2026-09-01T10:00:00Z" })).toEqual([
      "E-01 was received at 2026-09-08T08:12:05Z (event 2 of its ledger), after it was masked at 2026-09-01T10:00:00Z (event 7 of its ledger)",
    ]);
    expect(withLine({ action: "hashed", at: "2026-11-28T00:11:56Z" })).toEqual([
      "E-01 was hashed again at 2026-11-28T00:11:56Z (event 7 of its ledger), after it was packed for this version at 2026-11-24T09:40:00Z (the cover)",
    ]);
  });

  test("masked before its first hash, where the ledger has no receipt of ours", () => {
    const line = { by: "S-07", hash: null, byHand: false };
    const masked = { ...line, no: 2, action: "redacted", at: "2026-09-09T09:00:00Z" };
    const hashed = { ...line, no: 3, action: "hashed", at: "2026-09-09T10:00:00Z" };
    expect(faults(() => ({ custody: [masked, hashed] }))).toEqual([
      "E-01 was first hashed at 2026-09-09T10:00:00Z (event 3 of its ledger), after it was masked at 2026-09-09T09:00:00Z (event 2 of its ledger)",
    ]);
    expect(
      faults(() => ({
        custody: [
          { ...hashed, at: masked.at },
          { ...masked, at: hashed.at },
        ],
      })),
    ).toEqual([]);
  });

  test("what a person wrote down afterwards may be of any day, but not of one to come", () => {
    const line = { action: "viewed", byHand: true };
    expect(withLine({ ...line, at: "2026-08-01T10:00:00Z" })).toEqual([]);
    expect(withLine({ ...line, at: "2026-12-01T10:00:00Z" })).toHaveLength(1);
  });
});

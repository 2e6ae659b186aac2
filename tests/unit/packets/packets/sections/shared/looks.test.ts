import { describe, expect, test } from "vitest";
import type { LookFact } from "@/lib/escalation/takedowns/types";
import { looksText } from "@/lib/packets/packets/sections/shared/looks";
import { addressParts } from "@/lib/packets/packets/snapshot/addresses";
import type { CaseRecord } from "@/lib/packets/packets/snapshot/read-case";
import { snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";

const look = (found: LookFact["found"], on: string, more: Partial<LookFact> = {}): LookFact => ({
  id: on,
  found,
  on,
  at: null,
  seenBy: "us",
  byId: "m",
  proofExhibitId: null,
  answered: null,
  ...more,
});

const sha256 = "ab".repeat(32);
const answered = { status: 410, headers: {}, bytes: 9, sha256, redirects: 0, rule: "x" };
const checker = { seenBy: "checker" as const, byId: null, answered, at: new Date("2026-11-30T08:02:00Z") };

const addressesOf = (looks: LookFact[], chosen = ["e1", "e2"]) => {
  const record = {
    exhibits: [1, 2, 3].map((number) => ({ id: `e${number}`, number })),
    codeOf: new Map([["m", "S-02"]]),
    addresses: [{ id: "t", code: "TD-1", exhibitIds: ["e1", "e2", "e3"], looks }],
  };
  const { addresses } = addressParts(record as unknown as CaseRecord, new Set(chosen));
  return snapshotSchema.shape.addresses.parse(addresses);
};
const said = (looks: LookFact[]) => looksText(addressesOf(looks), "E-01", "Africa/Johannesburg");

describe("looks at the address of an exhibit", () => {
  test("stand with who looked, when, what was answered and what shows it; in a row that found the same as one", () => {
    const looks = [
      look("seen_up", "2026-11-01", { seenBy: "client" }),
      look("seen_up", "2026-11-03"),
      look("seen_unclear", "2026-11-04", checker),
      look("seen_gone", "2026-11-30", { ...checker, proofExhibitId: "e2" }),
    ];
    expect(said(looks)).toBe(
      [
        "Still up: two looks from 1 Nov 2026 to 3 Nov 2026, by Client, as told to S-02; S-02.",
        "Gone: 30 Nov 2026, 10:02 SAST (2026-11-30T08:02:00Z), by our address checker;",
        "it was answered 410, SHA-256 of the answer abababababab…; shown by E-02. One look found nothing certain.",
      ].join(" "),
    );
  });

  test("are printed for every exhibit that travels, and for none that does not, or where nobody looked", () => {
    const addresses = addressesOf([look("seen_gone", "2026-11-03")], ["e2", "e3"]);
    expect(addresses[0]?.exhibits).toEqual(["E-02", "E-03"]);
    expect(looksText(addresses, "E-01", "UTC")).toBeNull();
    expect(addressesOf([])).toEqual([]);
    expect(addressesOf([look("seen_gone", "2026-11-03")], [])).toEqual([]);
  });
});

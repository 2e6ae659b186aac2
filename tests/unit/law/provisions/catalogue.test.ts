import { describe, expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { computeForce } from "@/lib/law/provisions/compute-force";
import { findUses } from "@/lib/law/provisions/find-uses";
import { listEntries } from "@/lib/law/provisions/list-entries";
import { narrowEntries } from "@/lib/law/provisions/narrow-entries";
import { layOver } from "@/lib/law/provisions/rules";
import { catalogParts, type LawEntry } from "@/lib/law/provisions/types";

const today = "2026-11-24";
const none: ReadonlySet<string> = new Set();
const all = catalogParts.flatMap((part) => listEntries(part, houseLaw, today, none));
const entry = (part: string, key: string, among: readonly LawEntry[] = all): LawEntry => {
  const found = among.find((law) => law.part === part && law.key === key);
  if (!found) throw new Error(`no entry ${part} ${key}`);
  return found;
};

describe("the catalogue", () => {
  test("has every offence, remedy, pairing, agency, platform, clock, number and body of facts of the law", () => {
    const counts = Object.fromEntries(
      catalogParts.map((part) => [part, all.filter((law) => law.part === part).length]),
    );
    expect(counts).toEqual({
      offences: houseLaw.offences.length,
      remedies: houseLaw.remedies.length,
      pairings: Object.values(houseLaw.dualCriminality).flat().length,
      agencies: houseLaw.agencies.length,
      platforms: houseLaw.platforms.length,
      clocks: houseLaw.clocks.length,
      numbers: houseLaw.referenceKinds.length,
      facts: houseLaw.notes.length + houseLaw.processes.length,
    });
  });

  test("has one address for each entry", () => {
    const addresses = all.map((law) => `${law.part}/${law.key}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => encodeURI(address) !== address)).toEqual([]);
  });

  test("says of everything where it was read and when", () => {
    for (const law of all) {
      const sources = [...law.sources, ...law.says.flatMap((line) => line.sources)];
      expect(sources.length, law.key).toBeGreaterThan(0);
      expect(law.checkedOn, law.key).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  // The rows of the domain reference by words that only they say.
  test.each([
    ["1.1", "Head Office Silverton"],
    ["1.3", "complaint step 4 civilian secretariat consent"],
    ["1.4", "eservices portal form 5"],
    ["1.5", "enforcement committee"],
    ["2.2 ZA-CCA-14", "s 14"],
    ["2.2 ZA-FPA-18F", "18F"],
    ["2.2 ZA-INTIM", "intimidation act moyo"],
    ["2.2 criminal defamation", "criminal defamation"],
    ["2.2 watch list", "hate speech act"],
    ["2.4 PHA", "protection from harassment act 5 ordinary court days"],
    ["2.4 DVA", "domestic violence act 5B"],
    ["2.4 PEPUDA", "equality court"],
    ["3.1 2261A", "2261A course of conduct"],
    ["3.1 1028A", "1028A"],
    ["3.1 2252A", "2252A"],
    ["3.2", "physical or electronic signature 223a"],
    ["3.3 6851", "6851 150 000"],
    ["3.3 2265", "2265 registration"],
    ["3.3 1782", "1782"],
    ["3.3 John Doe", "john doe dendrite"],
    ["3.4", "specific and articulable"],
    ["3.5", "counterman"],
    ["4", "crimen injuria insult"],
    ["5", "tias 13061"],
    ["6", "blue"],
    ["7", "ic3 never"],
    ["8 Kodex", "kodex"],
    ["8 StopNCII", "stopncii"],
    ["8 hosts", "RDAP"],
    ["11 T-PRESC-ZA", "T-PRESC-ZA"],
    ["11 T-MLA-EMERG", "T-MLA-EMERG"],
    ["11 T-EVID", "T-EVID"],
  ])("reaches section %s by searching for it", (_section, text) => {
    expect(narrowEntries(all, { text }).length, text).toBeGreaterThan(0);
  });

  test("has every clock of section 11", () => {
    const codes =
      "TIDA 2703F X-EXT TT PHA-ECSP PHA-RET DVA-RET CCA21 CCA42 CCA54 CIVSEC IR-3Y IR-21 PAIA BREACH 6851 SOL-US 3292 PRESC-ZA PRESC-CIV MLA-EMERG US-TRO PO-EXP SAPS-CAS SAPS-IO SAPS-FU CRISIS PLAT-1 IC3 MLA ROI EVID";
    const known = listEntries("clocks", houseLaw, today, none).map((entry) => entry.key);
    const missing = codes
      .split(" ")
      .filter((code) => !known.some((value) => value === `T-${code}` || value.startsWith(`T-${code}-`)));
    expect(missing).toEqual([]);
  });

  test("shows the powers that have not begun as such", () => {
    const out = narrowEntries(all, { standing: ["refused"], text: "cybercrimes act" });
    const message = out.map((law) => law.citation).join("; ");
    for (const section of ["20", "41", "42", "44", "46", "52", "54"])
      expect(message).toMatch(new RegExp(`\\b${section}\\b`));
  });
});

describe("narrowEntries", () => {
  test("asks for every word, one of the countries and one of the states", () => {
    expect(narrowEntries(all, { text: "INTIMATE image" }).map((law) => law.key)).toContain("za-cca-16");
    expect(narrowEntries(all, { text: "intimate image", countries: ["US"] }).map((law) => law.key)).not.toContain(
      "za-cca-16",
    );
    expect(narrowEntries(all, { text: "xyzzy" })).toEqual([]);
    expect(narrowEntries(all, { standing: ["stale"] })).toEqual([]);
    expect(narrowEntries(all, { countries: ["none"] }).every((law) => law.countries.length === 0)).toBe(true);
    expect(narrowEntries(all, {})).toHaveLength(all.length);
  });
});

describe("staleness", () => {
  const later = "2027-05-24";
  const stale = (day: string, law = houseLaw) =>
    entry("offences", "za-cca-9", listEntries("offences", law, day, none)).stale;

  test("begins on the 181st day after the last reading", () => {
    expect(stale("2027-05-23")).toBe(false);
    expect(stale(later)).toBe(true);
  });

  test("ends when an administrator read it again", () => {
    const read = {
      version: 1,
      change: {},
      source: "Register",
      mark: "V",
      checkedOn: "2027-05-20",
      reason: "Read again.",
    };
    const { law } = layOver(houseLaw, [{ ...read, part: "offence", key: "za-cca-9" }], []);
    expect(stale(later, law)).toBe(false);
    expect(entry("offences", "za-cca-8", listEntries("offences", law, later, none)).stale).toBe(true);
  });
});

describe("computeForce", () => {
  const yes = { inForce: "yes", inForceFrom: "2025-05-19", inForceUntil: null } as const;
  test.each([
    ["in_force", "2025-05-19", yes],
    ["not_yet", "2025-05-18", yes],
    ["ended", "2026-01-02", { ...yes, inForceUntil: "2026-01-01" }],
    ["in_force", "2026-01-01", { ...yes, inForceUntil: "2026-01-01" }],
    ["not_in_force", "2026-01-01", { ...yes, inForce: "no" as const }],
    ["to_confirm", "2026-01-01", { ...yes, inForce: "to_confirm" as const }],
    ["partly", "2026-01-01", { ...yes, inForce: "partly" as const }],
    ["watched", "2026-01-01", { ...yes, listing: "watch" as const }],
    ["abolished", "2026-01-01", { ...yes, listing: "do_not_list" as const }],
  ])("%s on %s", (state, day, law) => {
    expect(computeForce(law, day).state).toBe(state);
    const usable = ["in_force", "to_confirm", "partly"].includes(state);
    expect(computeForce(law, day).refused === null).toBe(usable);
  });
});

describe("findUses", () => {
  test("names the steps of a clock and an agency, and the pairings of an offence", () => {
    const step = Object.values(houseLaw.playbooks[0]?.steps ?? {}).find(
      (candidate) => candidate.clocks.length > 0 && candidate.agencies.length > 0,
    );
    if (!step) throw new Error("A step with a clock and an agency is needed.");
    const clock = findUses({ part: "clocks", key: step.clocks[0]?.code ?? "" }, houseLaw);
    expect(clock.map((use) => use.words)).toContain(step.title);
    const agency = findUses({ part: "agencies", key: step.agencies[0] ?? "" }, houseLaw);
    expect(agency.map((use) => use.words)).toContain(step.title);
    const pairings = findUses({ part: "offences", key: "za-cca-16" }, houseLaw);
    expect(pairings.length).toBeGreaterThan(0);
    expect(pairings.every((use) => use.entry?.part === "pairings")).toBe(true);
  });

  test("leads from a pairing to the offences it pairs", () => {
    const [row] = Object.values(houseLaw.dualCriminality).flat();
    const uses = findUses({ part: "pairings", key: row?.key ?? "" }, houseLaw);
    expect(uses.map((use) => use.key)).toEqual(expect.arrayContaining([...(row?.home ?? [])]));
  });
});

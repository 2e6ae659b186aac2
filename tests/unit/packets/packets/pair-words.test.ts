import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brokenLaw } from "@/lib/law/jurisdictions/check-law";
import { commonLabels, commonWords } from "@/lib/law/jurisdictions/common/packet-words";
import { findChecklist, houseLaw, houseLawWith } from "@/lib/law/jurisdictions/rules";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { weakPoints } from "@/lib/packets/packets/sections/brief/weak-points";
import { docketOf } from "@/lib/packets/packets/sections/facts";
import { fill, isWorded, label, pairWordsOf, sentenceOf } from "@/lib/packets/packets/sections/pair-words";
import { clockRule } from "@/lib/packets/packets/sections/shared/zone-rules";
import { lawParts } from "@/lib/packets/packets/snapshot/law";
import { referenceParts } from "@/lib/packets/packets/snapshot/numbers";
import type { CaseRecord } from "@/lib/packets/packets/snapshot/read-case";
import { type PacketSnapshot, snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { civilDate } from "@/lib/platform/time/clock";
import { flatPagesOf } from "@/tests/support/pdf";
import { bareSnapshot, sampleSnapshot } from "@/tests/support/sample-snapshot";
import { sampleSnapshotUsZa } from "@/tests/support/sample-snapshot-us-za";

const textOf = async (snapshot: PacketSnapshot): Promise<string> =>
  (await flatPagesOf((await collectBytes(assemblePacket(snapshot, []))).bytes)).join(" ");

const words = (pair: string) => {
  const found = houseLaw.packetWords[pair];
  if (!found) throw new Error(`no words of ${pair}`);
  return found;
};

describe("the code of packets", () => {
  const names =
    /South Africa|United States|\bSAPS\b|\bNPA\b|\bUSC\b|\bICCMA\b|\bFBI\b|\bOIA\b|\bDOJ\b|\bDPP\b|\bTIAS\b|\bRICA\b|\bCAS\b|\bPOPIA\b|\bIC3\b|Cybercrimes|Pretoria|Washington|Interpol|Counterman|First Amendment|\b2703\b|["'`]US\b|\bUS (attorney|court|law|side|offence)/;
  const files = filesUnder("lib/packets/packets");

  it("is there to be read", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(names.test("A letter to the FBI")).toBe(true);
  });

  it.each(files)("%s names no country, law or agency", (file) => {
    const lines = readFileSync(file, "utf8").split("\n");
    expect(lines.filter((line) => names.test(line))).toEqual([]);
  });
});

describe.each(["ZA-US", "US-ZA"])("the words of %s", (pair) => {
  it("have sources that are listed, and blanks that are filled", () => {
    expect(brokenLaw(houseLaw).filter((line) => line.includes("packet words"))).toEqual([]);
  });

  it("name each law source from the reference, with mark and day", () => {
    for (const law of words(pair).laws) {
      expect(law.marks.length, law.no).toBeGreaterThan(0);
      expect(law.checkedOn <= civilDate(new Date(), "Africa/Johannesburg"), `${law.no}: ${law.checkedOn}`).toBe(true);
    }
  });

  it("have a standard for each class of data", () => {
    expect(words(pair).standards.map((standard) => standard.row)).toEqual([
      "subscriber",
      "traffic",
      "content",
      "preservation",
      "emergency",
    ]);
  });
});

describe("two directions", () => {
  it("number their law apart", () => {
    const there = words("ZA-US");
    const back = words("US-ZA");
    const statement = (of: typeof there, no: string) => of.laws.find((law) => law.no === no)?.statement ?? "";
    expect(statement(there, "L7")).toContain("Cybercrimes Act 19 of 2020 s 15");
    expect(statement(back, "L7")).toBe("South Africa needs no treaty to assist.");
    expect(there.offenceLaw["za-cca-15"]).toEqual(["L7"]);
    expect(back.offenceLaw["za-cca-15"]).toEqual(["L13"]);
  });

  it("speak of their own authorities only", async () => {
    const there = await textOf(sampleSnapshot());
    const back = await textOf(sampleSnapshotUsZa());
    expect(there).toContain("The matter is investigated by the South African Police Service, Voorbeeldfontein.");
    expect(back).not.toContain("South African Police Service");
    expect(back).toContain("The requesting authority is for the US Attorney’s Office to complete.");
    expect(back).not.toMatch(/CAS number not yet issued \(|First Amendment|letter of request\. Strike/);
  });

  it("find the number of the open matter by their own kinds", () => {
    expect(docketOf(sampleSnapshot())?.code).toBe("R-1");
    expect(docketOf(sampleSnapshotUsZa())?.type).toBe("us_case");
    const noFbi = sampleSnapshotUsZa();
    const left = noFbi.references.filter((reference) => reference.type !== "us_case");
    expect(docketOf({ ...noFbi, references: left })?.type).toBe("police_report");
  });
});

describe("a pair that nobody worded", () => {
  const bare = bareSnapshot();
  const strange: PacketSnapshot = {
    ...sampleSnapshot(),
    zones: { home: "Asia/Kathmandu", other: null },
    case: { ...bare.case, pair: "QA-QB", homeCountry: "Quania", otherCountry: "Quibia" },
    accounts: [],
    charges: [],
    dropped: [],
    pairs: [],
    request: bare.request,
    incidents: bare.incidents,
  };

  it("still builds, with blanks and the notice, and names no law", async () => {
    const text = await textOf(strange);
    expect(isWorded(strange)).toBe(false);
    for (const message of [
      "This is not a request by a state.",
      "This organisation holds no reviewed wording for the law of this pair.",
      "No offence is proposed in this version; the prosecutor decides.",
      "The standard in Quibia was not read. For the prosecutor to state.",
      "Form of a certificate: not read for this pair",
      "No law source of this pair was read, so none is listed.",
      "not read for this pair",
    ]) {
      expect(text).toContain(message);
    }
    expect(text.match(/.{30}(South Africa|United States|USC|TIAS|\bL\d+\b).{20}/g) ?? []).toEqual([]);
  });
});

describe("a pair that is a folder of data", () => {
  const law = houseLawWith("tests/fixtures/law-invented");
  const invented = snapshotSchema.parse({
    ...bareSnapshot(),
    case: {
      ...bareSnapshot().case,
      pair: "XA-XB",
      homeCountry: "Aland",
      otherCountry: "Bisle",
      homeDemonym: "Alander",
    },
    zones: { home: "Asia/Kathmandu" },
    references: [{ code: "R-1", type: "other", label: "Warden number", state: "issued", number: "77", issuer: "Deep" }],
    charges: [{ provision: "Quiet Act of Aland s 1", maximum: "2 years", inForceFrom: "2020-02-29", sources: ["L2"] }],
    words: law.packetWords["XA-XB"],
  });

  it("is checked against the list of its folder", () => {
    expect(findChecklist("mla_dossier", "XA-XB", law).lines[0]).toMatchObject({ rule: "A leaf is there", law: ["L1"] });
  });

  it("words its packet from there, frozen with it", async () => {
    const text = await textOf(invented);
    for (const message of [
      "The headings follow the Accord of the two shores, leaf 1.",
      "The warden of Deep looks into it, for the seal of Alander wardens.",
      "Warden’s leaf 77 (R-1)",
      "What the isle court asks for",
      "D.1 Oath over the shell",
      "Quiet Act of Aland s 1: hooting over the water.",
    ]) {
      expect(text).toContain(message);
    }
    expect(text).not.toContain("holds no reviewed wording");
    expect(text).not.toMatch(/South Africa|United States|USC|TIAS/);
  });

  it("says what it has no words for", () => {
    expect(sentenceOf(invented, "certification")?.text).toBe(commonWords.certification.text);
    expect(sentenceOf(invented, "F8")).toBeNull();
    expect(label(invented, "inThere")).toBe("Bisle");
  });

  it("takes its numbers and law sources from its own data", () => {
    const record = {
      case: { pair: "XA-XB" },
      references: [],
      exhibits: [],
      incidents: [],
      links: [],
      accounts: [],
      reports: [],
      preservations: [],
      charges: [{ homeOffence: "xa-hooting", thereOffence: "xb-din", elements: [] }],
    } as unknown as CaseRecord;
    const numbers = referenceParts(record, null, new Set(), law).references ?? [];
    expect(numbers.map((value) => [value.label, value.state])).toEqual([
      ["Warden number", "not_yet_issued"],
      ["Isle number", "not_yet_issued"],
    ]);
    const { charges, pairs } = lawParts(record, { chosen: new Set(), chats: new Map(), covers: new Map() }, law);
    expect(charges?.[0]?.sources).toEqual(["L2"]);
    expect(pairs?.[0]?.other.law).toBe("L3");
  });
});

describe("what is wrong in words stops the start", () => {
  const draft = words("ZA-US");
  const broken = (change: Partial<typeof draft>) =>
    brokenLaw({ ...houseLaw, packetWords: { "ZA-US": { ...draft, ...change } } });
  const origin = { sources: ["L1"], from: "a test", marks: [] };

  it.each([
    ["a sentence that there is not", { words: { whatever: { ...origin, text: "x" } } }, "no sentence whatever"],
    ["a blank that nothing fills", { words: { F5: { ...origin, text: "{moon}" } } }, "sentence F5: no blank {moon}"],
    ["a number without a source", { words: { F5: { ...origin, sources: ["L99"] } } }, "no law source L99"],
    ["a label that there is not", { labels: { moon: "x" } }, "no label moon"],
    ["an offence that there is not", { offenceLaw: { "za-moon": ["L1"] } }, "no offence za-moon"],
    ["a kind of number that there is not", { expectedNumbers: ["moon"] }, "no reference kind moon"],
  ])("%s", (_, change, line) => {
    expect(broken(change)).toContain(`packet words ZA-US: ${line}`);
  });
});

describe("older snapshots", () => {
  it("still parse, and have the words of the first pair", () => {
    const { words: _words, ...old } = JSON.parse(JSON.stringify(bareSnapshot()));
    const { pair: _pair, homeDemonym: _home, otherDemonym: _other, ...matter } = old.case;
    const snapshot = snapshotSchema.parse({ ...old, case: matter });
    expect(snapshot.case).toMatchObject({ pair: "", homeCountry: "South Africa", otherCountry: "United States" });
    expect(pairWordsOf(snapshot).pair).toBe("ZA-US");
    expect(label(snapshot, "offencesTitle")).toBe("Offences under South African law");
  });

  it("keep the words that were frozen with them", () => {
    const frozen = { ...words("ZA-US"), labels: { docketRow: "As it was" } };
    expect(label({ ...sampleSnapshot(), words: frozen }, "docketRow")).toBe("As it was");
  });
});

describe("sentences", () => {
  it("throw for a blank that was forgotten", () => {
    expect(() => sentenceOf(sampleSnapshot(), "authorityKnown")).toThrow("{office}");
    expect(() => fill("{a}", {})).toThrow("{a}");
  });

  it("leave no common text or label without a way to be filled", () => {
    const snapshot = sampleSnapshot();
    for (const key of Object.keys(commonLabels) as (keyof typeof commonLabels)[]) {
      expect(label({ ...snapshot, case: { ...snapshot.case, pair: "QA-QB" } }, key)).not.toContain("{");
    }
  });
});

describe("clock rules", () => {
  it.each([
    ["Africa/Johannesburg", "2026-09-02T16:14:09Z", "2026-11-16T08:30:00Z", "UTC+2 all year"],
    ["America/New_York", "2026-09-02T16:14:09Z", "2026-11-16T08:30:00Z", "UTC−4, and UTC−5 from 1 Nov 2026"],
    ["America/New_York", "2026-06-02T16:14:09Z", "2026-08-16T08:30:00Z", "UTC−4 on all dates named here"],
    [
      "Pacific/Chatham",
      "2026-03-01T00:00:00Z",
      "2026-10-01T00:00:00Z",
      "UTC+13:45, and UTC+12:45 from 5 Apr 2026 and UTC+13:45 from 27 Sep 2026",
    ],
    ["America/New_York", "2025-12-01T00:00:00Z", "2026-04-01T00:00:00Z", "UTC−5, and UTC−4 from 8 Mar 2026"],
  ])("%s from %s", (zone, from, to, message) => {
    expect(clockRule(zone, from, to)).toBe(message);
  });
});

describe("what is weak", () => {
  it("is read from the record", () => {
    const snapshot = sampleSnapshotUsZa();
    const texts = weakPoints({
      ...snapshot,
      events: [],
      releases: [],
      accounts: snapshot.accounts.map((account) => ({ ...account, platformId: null })),
      incidents: snapshot.incidents.map((incident) => ({ ...incident, exhibits: [], tags: ["insult"] })),
      references: [],
    }).map((point) => point.text);
    expect(texts).toEqual([
      expect.stringContaining("Who sent the messages"),
      "No incident is marked as a threat.",
      "No fact shows that the sender knew the words were feared.",
      "No FBI case or police report number is recorded.",
      "The platform id of A1 and A2 is not recorded.",
      "No exhibit shows I-1 to I-3.",
      "P-1 has one element without a fact and P-2 has one element without a fact.",
      "Nothing shows that A1 and A2 are preserved.",
    ]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

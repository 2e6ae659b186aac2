import { beforeAll, describe, expect, it } from "vitest";
import { packetKinds } from "@/lib/packets/packets/labels";
import { lawSourcesOf } from "@/lib/packets/packets/preflight/law-sources";
import { type AssembledPacket, assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { diaryEntries } from "@/lib/packets/packets/sections/docket/diary";
import { filingOrder } from "@/lib/packets/packets/sections/docket/papers";
import type { PacketSnapshot, PreparedExhibit } from "@/lib/packets/packets/snapshot/snapshot";
import { snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { flatPagesOf, qpdfComplaints } from "@/tests/support/pdf";
import { annexValues } from "@/tests/support/sample-annex";
import { type SamplePair, sampleOfKind, samplePairsOfCountries } from "@/tests/support/sample-kinds";
import { bareSnapshot, samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";

const kinds = ["interpol_briefing", "preservation_briefing", "docket_pack", "refusal_complaint"] as const;
type Kind = (typeof kinds)[number];

/** Each section with its number and title, in the order in which the outline must have them. */
const sections: Record<Kind, readonly string[]> = {
  interpol_briefing: [
    "1 Fields for the message",
    "2 Facts",
    "3 Identifiers of Subject 1",
    "4 References and evidence held",
    "5 Checked against the criteria for a request",
  ],
  preservation_briefing: [
    "1 Letters to send today",
    "2 Why today",
    "3 What each provider asks for, and other routes",
    "4 Clocks, and the gap against a request",
    "5 Emergency disclosure",
    "6 Exhibits",
  ],
  docket_pack: [
    "1 Statements and papers",
    "2 Annexures in filing order",
    "3 Chronology",
    "4 Index",
    "5 For the officer to file",
  ],
  refusal_complaint: [
    "1 What happened",
    "2 What the rule says",
    "3 What was asked for",
    "4 Escalation history",
    "5 The client’s written authority",
    "6 The letter",
    "7 Proof",
  ],
};

const notices: Record<Kind, string> = {
  interpol_briefing: "This is not an INTERPOL message. This is a briefing prepared by a victim-support organisation",
  preservation_briefing: "Only police can send what is drafted here. This briefing was prepared by a victim-support",
  docket_pack: "The officer decides what is filed. It was prepared by a victim-support organisation",
  refusal_complaint: "This is a complaint about a refusal. It was prepared by a victim-support organisation",
};

/** What only one pair may say. */
const pairWords: Record<SamplePair, Record<Kind, string>> = {
  "ZA-US": {
    interpol_briefing: "For NCB Pretoria, towards INTERPOL Washington.",
    preservation_briefing: "ask the central authority which of them takes a request to preserve",
    docket_pack: "Chronology for the A-section",
    refusal_complaint: "Force number 0000002-2",
  },
  "US-ZA": {
    interpol_briefing: "For INTERPOL Washington, towards NCB Pretoria.",
    preservation_briefing: "so a US officer or prosecutor writes the letter",
    docket_pack: "This is not a police report.",
    refusal_complaint: "Badge number 0000002-2",
  },
  "QX-QY": {
    interpol_briefing: "For National Central Bureau, Quexland, towards National Central Bureau, Quyland.",
    preservation_briefing: "Whether a provider acts on a letter from abroad is for the provider to decide.",
    docket_pack: "Times are those of Quexland.",
    refusal_complaint: "Service number 0000002-2",
  },
};

let prepared: PreparedExhibit[];
beforeAll(async () => {
  prepared = await samplePrepared(sampleSnapshot());
});

type Built = { snapshot: PacketSnapshot; packet: AssembledPacket & { bytes: Uint8Array }; pages: string[] };

async function build(snapshot: PacketSnapshot, exhibits: readonly PreparedExhibit[] = prepared): Promise<Built> {
  const packet = await collectBytes(assemblePacket(snapshot, exhibits));
  return { snapshot, packet, pages: await flatPagesOf(packet.bytes) };
}

const all = kinds.flatMap((kind) => samplePairsOfCountries.map((pair) => [kind, pair] as const));

describe.each(all)("%s, %s", (kind, pair) => {
  let built: Built;
  beforeAll(async () => {
    built = await build(sampleOfKind(kind, pair));
  });

  it("is clean to qpdf, and says on its first page what it is not", () => {
    expect(qpdfComplaints(built.packet.bytes) ?? []).toEqual([]);
    expect(built.pages[0]).toContain(notices[kind]);
    expect(built.pages.join(" ")).toContain(pairWords[pair][kind]);
  });

  it("has its sections in order, then the files, then the exhibits", () => {
    const titles = built.packet.outline
      .filter((outline) => outline.no !== "")
      .map((outline) => `${outline.no} ${outline.title}`);
    const own = titles.slice(0, sections[kind].length);
    sections[kind].forEach((title, i) => {
      expect(own[i]).toMatch(new RegExp(`^${title}`));
    });
    expect(titles.slice(own.length)).toEqual([
      "A Files and full hashes",
      ...built.snapshot.exhibits.map((exhibit) => `${exhibit.code} ${exhibit.title}`),
    ]);
    for (const entry of built.packet.outline) expect(built.pages[entry.page - 1]).toContain(entry.title);
  });

  it("numbers each page, names the packet on each, and has each exhibit once", () => {
    const { packet, pages, snapshot } = built;
    expect(pages).toHaveLength(packet.pages);
    pages.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of ${packet.pages}`);
      expect(page).toContain("CD-2026-0147");
    });
    for (const { code } of snapshot.exhibits)
      expect(packet.outline.filter(({ anchor }) => anchor === code)).toHaveLength(1);
    expect(pages.join(" ")).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it("holds nothing that belongs in the sealed annex", () => {
    const text = built.pages.join(" ");
    for (const value of Object.values(annexValues)) expect(text).not.toContain(value);
  });

  it("lists the law that it names, and no other", () => {
    const text = built.pages.join(" ");
    const at = text.indexOf("Sources used here");
    const [body, list] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
    for (const law of lawSourcesOf(built.snapshot))
      expect(list.includes(law.statement), law.no).toBe(new RegExp(`(?<![A-Za-z0-9])${law.no}(?![0-9])`).test(body));
  });
});

describe("the words of a pair", () => {
  it("do not reach another pair", async () => {
    for (const kind of kinds) {
      const { pages } = await build(sampleOfKind(kind, "QX-QY"));
      expect(pages.join(" ")).not.toMatch(
        /10111|For danger now: 911|South African Police Service|SAPS 5|2703\(f\) is a US/,
      );
    }
  });
});

describe("every kind", () => {
  it.each(kinds)("%s: the same snapshot gives the same bytes", async (kind) => {
    const snapshot = sampleOfKind(kind);
    const one = await build(snapshot);
    const other = await build(JSON.parse(JSON.stringify(snapshot)));
    expect(Buffer.compare(one.packet.bytes, other.packet.bytes)).toBe(0);
  });

  it.each(kinds)("%s builds from a case with next to nothing in it, and says so", async (kind) => {
    const bare = bareSnapshot();
    const { packet, pages } = await build({ ...bare, packet: { ...bare.packet, kind } }, []);
    expect(qpdfComplaints(packet.bytes) ?? []).toEqual([]);
    expect(pages[0]).toContain(notices[kind].split(". ")[0]);
    expect(pages.join(" ")).not.toMatch(/undefined|null|NaN|\[object/);
    expect(pages.join(" ")).toMatch(/not recorded|not yet issued|No /);
  });

  it.each(Object.values(packetKinds).map((packetKind) => packetKind.key))("%s has a section list", async (kind) => {
    const { packet } = await build({ ...sampleOfKind("docket_pack"), packet: { ...sampleOfKind(kind).packet } });
    expect(packet.pages).toBeGreaterThan(3);
  });

  it("has no paragraph without a source", () => {
    const snapshot = sampleOfKind("preservation_briefing");
    const forecast = { text: "It lapses.", sources: [] };
    expect(() => snapshotSchema.parse({ ...snapshot, preservation: { ...snapshot.preservation, forecast } })).toThrow();
    const refusal = sampleOfKind("refusal_complaint");
    const basis = [{ text: "They must.", sources: [] }];
    expect(() => snapshotSchema.parse({ ...refusal, refusal: { ...refusal.refusal, basis } })).toThrow();
  });
});

describe("the docket pack", () => {
  it("names what shows each act, and every other exhibit, paper and number once, in order of time", () => {
    const snapshot = sampleOfKind("docket_pack");
    const entries = diaryEntries(snapshot);
    const shown = new Set(snapshot.incidents.flatMap((act) => [...act.exhibits, ...act.statements]));
    const filed = entries.flatMap((entry) => entry.filed);
    const issued = snapshot.references
      .filter((reference) => reference.state === "issued")
      .map((reference) => reference.code);
    const once = [...snapshot.exhibits.map((exhibit) => exhibit.code), "D-01", ...issued].filter(
      (code) => !shown.has(code),
    );
    expect(filed.filter((code) => !shown.has(code)).toSorted()).toEqual(once.toSorted());
    for (const act of snapshot.incidents)
      expect(entries.find(({ code }) => code === act.code)?.filed).toEqual([...act.exhibits, ...act.statements]);
    const days = entries.map((entry) => entry.at.slice(0, 10));
    expect(days).toEqual(days.toSorted());
  });

  it("files the signed statement first, then what it annexes, then the rest, each once", () => {
    const order = filingOrder(sampleOfKind("docket_pack"));
    expect(order.slice(0, 4).map((exhibit) => exhibit.code)).toEqual(["E-03", "E-01", "E-02", "E-04"]);
    expect(new Set(order.map((exhibit) => exhibit.code)).size).toBe(10);
  });

  it("prints no draft and no source of ours, and says which act is not under oath yet", async () => {
    const snapshot = sampleOfKind("docket_pack");
    const incidents = snapshot.incidents.map((act) => (act.code === "I-7" ? { ...act, statements: [] } : act));
    const [pair] = snapshot.pairs;
    const pairs = pair
      ? [{ ...pair, home: { ...pair.home, charge: snapshot.charges[0]?.provision ?? "" } }, ...snapshot.pairs.slice(1)]
      : [];
    const text = (await build({ ...snapshot, incidents, pairs })).pages.join(" ");
    expect(text).not.toMatch(/draft: not for filing|SAPS 5|peers \d|Open point|Letter to the station/);
    expect(text).toContain(
      `What must be shown, and the acts that show it Maximum Source ${snapshot.charges[0]?.provision} (1) `,
    );
    expect(text).toContain("I-7: not yet told under oath. A supplementary statement is needed.");
    expect(text).toContain("I-7 24 Oct 2026 not in a sworn statement");
  });

  it("names no officer who refused", async () => {
    const { pages } = await build(sampleOfKind("docket_pack"));
    expect(pages.join(" ")).not.toContain("Constable Example");
  });
});

describe("the refusal complaint", () => {
  it("names the officer as recorded, and prints the letter as its paper reads", async () => {
    const { pages } = await build(sampleOfKind("refusal_complaint"));
    const text = pages.join(" ");
    for (const message of [
      "Officer Constable Example",
      "16 Nov 2026, 10:15 SAST (2026-11-16T08:15:00Z)",
      "Station commander, in writing, on 17 Nov 2026. Response due from your office by 20 Nov 2026.",
      "17 Nov 2026: The commander on duty gave no answer.",
      "1. Client RK-27 came to the station",
      "What is asked Please take the statement",
      "Not on file.",
    ])
      expect(text).toContain(message);
  });

  it("names no day for an answer to an office that was not asked, and prints no letter to another as its own", async () => {
    const snapshot = sampleOfKind("refusal_complaint");
    const rungs = snapshot.refusal?.rungs.map((rung) => ({
      ...rung,
      ...(rung.state === "here" ? { key: "civilian-secretariat", since: null, due: null, paper: null } : {}),
    }));
    const refusal = snapshot.refusal && { ...snapshot.refusal, rungs: rungs ?? [] };
    const papers = snapshot.papers.map((paper) => ({ ...paper, sentOn: null }));
    const text = (await build({ ...snapshot, refusal, papers })).pages.join(" ");
    expect(text).toContain("None was lodged there before.");
    expect(text).toContain("The letter to this office is not final, so it is not here.");
    expect(text).not.toMatch(/Response due from your office|drafted and not final|passed|transfer abroad/);
    expect(text).not.toContain("1. Client RK-27 came to the station");
  });

  it("leaves no number out where no refusal is chosen", async () => {
    const snapshot = { ...sampleOfKind("refusal_complaint"), refusal: null };
    const { packet } = await build(snapshot);
    const numbers = packet.outline.map(({ no }) => Number(no)).filter((no) => no > 0);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  it("says when the client’s authority is on file, and which paper holds it", async () => {
    const snapshot = sampleOfKind("refusal_complaint");
    const authority = {
      title: "Complaint to the Secretariat",
      signedOn: "2026-11-18",
      expiresOn: null,
      exhibit: "E-05",
    };
    const refusal = snapshot.refusal && { ...snapshot.refusal, authority };
    const text = (await build({ ...snapshot, refusal })).pages.join(" ");
    expect(text).toContain("On file for: Complaint to the Secretariat. Signed on 18 Nov 2026, no last day set.");
    expect(text).not.toContain("Not on file.");
  });
});

describe("the preservation briefing", () => {
  it("leads to the letters on two pages, and counts the days from their receipt", async () => {
    const { pages } = await build(sampleOfKind("preservation_briefing"));
    const text = pages.join(" ");
    for (const message of [
      "15 Feb 2027 (day 83)",
      "22 Feb 2027 (day 90)",
      "23 May 2027 (day 180)",
      "letter-1 Preservation X Corp.",
      "letter-2 Preservation Meta Platforms, Inc.",
      "The days count from the day on which the provider receives the letter",
    ])
      expect(text).toContain(message);
    expect(pages[2]).toContain("Sources used here");
  });
});

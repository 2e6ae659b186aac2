import { expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { lawParts, withStatements } from "@/lib/packets/packets/snapshot/law";
import { subjectParts } from "@/lib/packets/packets/snapshot/people";
import type { CaseRecord } from "@/lib/packets/packets/snapshot/read-case";

const I = (id: string, number: number, day: string, over: object = {}) => ({
  id,
  kind: "act",
  number,
  nature: "threat_violence",
  accountId: "a1",
  happenedAt: new Date(`${day}T16:14:09Z`),
  zone: "Africa/Johannesburg",
  words: "I will find you.",
  what: "A message.",
  isKnowledge: false,
  knowledge: null,
  ...over,
});
/** As an older release kept them: by the place of the element, and by the words of a need. */
const elements = [
  { side: "home", element: 0, incidentIds: ["i1"], exhibitIds: ["e2"], note: "" },
  { side: "home", element: 1, incidentIds: ["i1"], exhibitIds: ["e2"], note: "" },
  { side: "home", element: 2, incidentIds: [], exhibitIds: ["e3"], note: "" },
  {
    side: "pair",
    element: 0,
    need: "A true threat to kidnap or injure the person; property does not count",
    incidentIds: ["i2"],
    note: "It names the street.",
  },
  { side: "pair", element: 0, need: "Whatever", incidentIds: [], note: "A person judged it" },
];

/** As much of a case as the part about the law reads. */
const record = {
  case: { pair: "ZA-US", considered: [] },
  client: { secrets: [] },
  preservations: [],
  accounts: [{ id: "a1", number: 1, confidence: "confirmed", linkReason: "Seen in use on a call" }],
  charges: [{ homeOffence: "za-cca-15", thereOffence: "us-875c", elements }],
  incidents: [
    I("i1", 1, "2026-09-02"),
    I("i2", 2, "2026-09-05", { words: "I will break your jaw." }),
    I("c1", 1, "2026-09-03", { kind: "event", nature: "told_to_stop", words: "Do not write to me again." }),
  ],
  exhibits: [1, 2, 3].map((number) => ({ id: `e${number}`, number, description: `Exhibit ${number}` })),
  links: [{ incidentId: "i1", exhibitId: "e1" }],
} as unknown as CaseRecord;
const reading = (...ids: string[]) => ({ chosen: new Set(ids), chats: new Map(), covers: new Map() });
const rowsOf = (of: CaseRecord = record, read: Parameters<typeof lawParts>[1] = reading("e1", "e2")) =>
  lawParts(of, read, houseLaw).law?.rows ?? [];
const rowWith = (text: string, rows = rowsOf()) => rows.find((row) => row.home?.text.includes(text));

test("one row has both countries, no element stands twice, and what was kept by place and words is found by key", () => {
  const rows = rowsOf();
  expect(rows.filter((row) => row.home === null || row.there === null)).toEqual([]);
  const texts = rows.flatMap(({ home, there }) => [`home ${home?.text}`, `there ${there?.text}`]);
  expect(new Set(texts).size).toBe(texts.length);
  // "A true threat" of an older release is asked in the row of the reasonable reader.
  expect(rowWith("reasonable person")?.there?.text).toContain("true threat");
  expect(rowWith("reasonable person")?.facts.map(({ incident }) => incident)).toEqual(["I-2"]);
  expect(rowWith("reasonable person")?.note).toBe("It names the street.");
});

test("a row quotes the words with who and when, in order, and exhibits that are linked when they travel", () => {
  expect(rowWith("threatens a person")?.facts).toMatchObject([
    {
      incident: "I-1",
      account: "A1",
      by: "sender",
      at: "2026-09-02T16:14:09Z",
      words: "I will find you.",
      exhibit: "E-01",
    },
    { incident: null, what: "Exhibit 2", exhibit: "E-02" },
  ]);
  const alone = {
    ...record,
    charges: [{ homeOffence: "za-cca-15", thereOffence: "us-875c", elements: elements.slice(2, 3) }],
  } as unknown as CaseRecord;
  expect(rowWith("reasonable person", rowsOf(alone))?.gap?.text).toContain("do not travel with this packet");
  expect(rowWith("threatens a person", rowsOf(alone))?.gap).toEqual({
    text: "No fact on record shows it.",
    closes: "the prosecutor, where violence is implied and not named",
  });
});

test("what may bear on an element and is not relied on is named with the reason, the rest for the sender alone", () => {
  const declined = [{ incidentId: "i2", why: "It is of another sender." }];
  const kept = [{ side: "home", key: "threat", incidentIds: ["i1"], exhibitIds: [], note: "", declined }];
  const of = { ...record, charges: [{ homeOffence: "za-cca-15", thereOffence: "us-875c", elements: kept }] };
  const rows = rowsOf(of as unknown as CaseRecord);
  const threat = rowWith("threatens a person", rows);
  expect([threat?.declined, threat?.undecided]).toEqual([[{ incident: "I-2", why: "It is of another sender." }], []]);
  expect(rowWith("Discloses a data message", rows)?.undecided).toEqual(["I-1", "I-2"]);
});

test("what the sender knew is argued from the whole record, a chat too, whatever is linked", () => {
  const line = (no: number, isClient: boolean, words: string, incident: string | null = null) => ({
    no,
    at: `2026-09-04T10:0${no}:00Z`,
    stamp: "",
    kind: "text" as const,
    by: { name: "x", isClient, account: isClient ? null : "A1" },
    words,
    mediaName: null,
    incident,
  });
  const rows = [
    line(1, false, "Are you awake"),
    line(2, true, "I told you to stop. My name is Thandi."),
    line(3, false, "You do not decide that."),
  ];
  const chats = new Map([["e2", { reading: "r", zone: "UTC", total: 3, rows }]]);
  const named = { ...record, client: { secrets: [{ kind: "name", value: "Thandi Fictional" }] } };
  const told = lawParts(named as unknown as CaseRecord, { ...reading("e1", "e2"), chats }, houseLaw).law;
  expect(
    told?.knowledge.map(({ kind, by, incident, exhibit, message }) => [kind, by, incident, exhibit, message]),
  ).toEqual([
    ["told to stop", "client", "C-1", null, null],
    ["told to stop", "client", null, "E-02", 2],
    ["answered", "sender", null, "E-02", 3],
  ]);
  expect(told?.knowledge[0]?.words).toBe("Do not write to me again.");
  expect(told?.knowledge[1]?.words).toContain("I told you to stop.");
  expect(told?.knowledge[1]?.words).not.toContain("Thandi");
  const intent = told?.rows.find((row) => row.home?.text === "Unlawfully and intentionally");
  expect(intent).toMatchObject({ note: "Acts after that: I-2.", gap: null });
  expect(intent?.there?.text).toContain("reckless");
  expect(intent?.facts).toHaveLength(3);
});

test("what a chat says a hundred times is told by its first times and its last", () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    no: at + 1,
    at: `2026-09-04T10:${String(at).padStart(2, "0")}:00Z`,
    stamp: "",
    kind: "text" as const,
    by: { name: "x", isClient: true, account: null },
    words: "Please stop",
    mediaName: null,
    incident: null,
  }));
  const chats = new Map([["e2", { reading: "r", zone: "UTC", total: 30, rows }]]);
  const told = lawParts(record, { ...reading("e2"), chats }, houseLaw).law?.knowledge ?? [];
  expect(told.flatMap(({ message }) => message ?? [])).toEqual([1, 2, 3, 4, 5, 30]);
});

test("what the acts did to the client is in the row that asks for it, whatever is linked", () => {
  const effect = I("c2", 2, "2026-09-06", { kind: "event", nature: "effect", words: null, what: "No bus is taken." });
  const of = { ...record, incidents: [...record.incidents, effect] } as unknown as CaseRecord;
  const row = rowWith("reasonable person", rowsOf(of));
  expect(row?.facts.map(({ incident, what }) => [incident, what])).toEqual([
    ["I-2", "A message."],
    ["C-2", "No bus is taken."],
  ]);
  expect(row?.undecided).toEqual(["I-1"]);
});

test("that nothing shows what the sender knew is a gap, and says who closes it", () => {
  const of = { ...record, incidents: record.incidents.slice(0, 2) } as unknown as CaseRecord;
  expect(rowWith("Unlawfully and intentionally", rowsOf(of))?.gap).toEqual({
    text: "No fact on record shows what the sender knew.",
    closes: "the client: told to stop, blocked, what was answered",
  });
});

test("other readers find the same rows as the elements of the pair, and content waits for the facts", () => {
  const [pair] = lawParts(record, reading("e1", "e2"), houseLaw).pairs ?? [];
  expect(pair?.elements[1]).toMatchObject({
    home: expect.stringContaining("threatens"),
    shownBy: ["I-1", "E-01", "E-02"],
  });
  expect(pair?.elements[1]?.facts).toContain("I will find you.");
  // The checklist asks for a fact or a printed gap beside every element.
  expect(pair?.elements.filter(({ shownBy, gap }) => shownBy?.length === 0 && gap === "")).toEqual([]);
  expect(pair?.content).toEqual(["Yes"]);
  const bare = { ...record, charges: [{ homeOffence: "za-cca-15", thereOffence: "us-875c", elements: [] }] };
  const open = lawParts(bare as unknown as CaseRecord, reading(), houseLaw).pairs?.[0]?.content;
  expect(open).toEqual(["Yes, once every element has a fact (3 rows without one)"]);
  const less = houseLaw.offences.map((offence) => (offence.key === "us-875c" ? { ...offence, maxYears: 1 } : offence));
  const no = lawParts(record, reading(), { ...houseLaw, offences: less }).pairs?.[0]?.content;
  expect(no).toEqual(["No: 18 USC 875(c) does not carry more than 1 year"]);
});

test("what was considered is told with its reason, and what nobody looked at by its acts", () => {
  const considered = [{ offence: "us-2261a2", why: "Needs the identity first.", by: "m", at: "2026-10-01T00:00:00Z" }];
  const of = { ...record, case: { pair: "ZA-US", considered } } as unknown as CaseRecord;
  const parts = lawParts(of, reading(), houseLaw);
  expect(parts.law?.considered).toEqual([
    { offence: "Cyberstalking", citation: "18 USC 2261A(2)", why: "Needs the identity first." },
  ]);
  expect(parts.dropped).toEqual([
    { provision: "18 USC 2261A(2)", reason: "Needs the identity first.", source: "case record" },
  ]);
  const open = parts.law?.unconsidered?.map(({ citation }) => citation) ?? [];
  expect(open).toContain("Cybercrimes Act 19 of 2020 s 14");
  expect(open).not.toContain("18 USC 2261A(2)");
  expect(open).not.toContain("18 USC 875(c)");
});

test("the paragraph of the statement comes from the act", () => {
  const parts = lawParts(record, reading("e1"), houseLaw);
  const incident = { code: "I-1", at: "2026-09-02T16:14:09Z", account: null, kind: "message", words: null };
  const stated = withStatements({ ...parts, incidents: [{ ...incident, statements: ["ST 7"] }] });
  const threat = stated.law?.rows.find((row) => row.home?.text.includes("threatens a person"));
  expect(threat?.facts[0]?.statement).toBe("ST 7");
});

test("an offence has the number of its own pair; what an administrator found since, and what has none, get the next", () => {
  const numbered = lawParts(record, reading(), houseLaw);
  expect([numbered.charges?.[0]?.sources, numbered.pairs?.[0]?.other.law]).toEqual([["L7"], "L12"]);
  const found = { text: "Read anew.", source: "Gazette 1", marks: ["V" as const], checkedOn: "2026-11-20" };
  const offences = houseLaw.offences.map((offence) =>
    offence.key === "us-875c" ? { ...offence, sources: [found] } : offence,
  );
  const changed = lawParts(record, reading(), { ...houseLaw, offences });
  const number = changed.pairs?.[0]?.other.law;
  expect(houseLaw.packetWords["ZA-US"]?.laws.map(({ no }) => no)).not.toContain(number);
  const source = changed.words?.laws?.find(({ no }) => no === number);
  expect(source).toMatchObject({ source: "Gazette 1", marks: [{ mark: "V" }], checkedOn: "2026-11-20" });
  const extortion = { ...record, charges: record.charges.map((row) => ({ ...row, homeOffence: "za-ext" })) };
  const named = lawParts(extortion, reading(), houseLaw);
  const [of] = named.charges?.[0]?.sources ?? [];
  const law = named.words?.laws?.find(({ no }) => no === of);
  expect(law?.statement).toMatch(/^Common law, extortion/);
  expect(law?.source, "the source of the attempt, which is the second").toMatch(/Snyman.*S v Mosesi/);
});

test("phones and other identifiers of the subject are told with the exhibit that shows them, when it travels", () => {
  const people = {
    ...record,
    subjects: [1, 2].map((number) => ({ id: `s${number}`, number, allegedName: null, allegedPlace: null })),
    identifiers: [
      { subjectId: "s1", kind: "phone", value: "+1 555 0100", exhibitId: "e1", confidence: "confirmed" },
      { subjectId: "s1", kind: "email", value: "a@mail.example", exhibitId: "e3", confidence: "probable" },
      { subjectId: "s2", kind: "email", value: "other@mail.example", exhibitId: null, confidence: "confirmed" },
    ],
  } as unknown as CaseRecord;
  expect(subjectParts(people, new Set(["e1"])).subjectIdentifiers).toEqual([
    { kind: "phone number", value: "+1 555 0100", sources: ["E-01"], confidence: "high" },
    { kind: "e-mail address", value: "a@mail.example", sources: ["told by the client"], confidence: "medium" },
    {
      kind: "e-mail address of Subject 2",
      value: "other@mail.example",
      sources: ["told by the client"],
      confidence: null,
    },
  ]);
});

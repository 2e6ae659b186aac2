import { beforeAll, describe, expect, test } from "vitest";
import { requestDocx } from "@/lib/packets/packets/parts/request-docx";
import { snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { numberParagraphs } from "@/lib/platform/pdf/number-paragraphs";
import { sampleOfKind } from "@/tests/support/sample-kinds";
import { bareSnapshot, sampleSnapshot } from "@/tests/support/sample-snapshot";
import { unzip, wordsOfDocx } from "@/tests/support/zip";

const snapshot = sampleSnapshot();
let bytes: Buffer;
let files: Map<string, string>;
let words: string;

beforeAll(async () => {
  bytes = Buffer.from(await requestDocx(snapshot));
  files = unzip(bytes);
  words = wordsOfDocx(bytes);
});

describe("the editable letter of request", () => {
  test("is a whole letter, in the order in which the treaty lists the contents of a request", () => {
    const places = [
      "To: The Attorney General of the United States",
      "Through: The Director-General",
      "(TIAS 13061)",
      "1. Authority conducting the matter",
      "2. The matter and its stage",
      "3. Facts",
      "4. Offences under South African law",
      "5. Dual criminality",
      "6. Assistance requested",
      "7. Purpose of the request",
      "8. Persons and accounts",
      "9. Form of the evidence",
      "Confidentiality",
      "Urgency",
      "Annexures",
      "Signature and seal",
    ].map((place) => words.indexOf(place));
    expect(
      places.every((place) => place >= 0),
      String(places),
    ).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("has no code of the record, no mark and nothing that is said to the prosecutor", () => {
    expect(words).not.toMatch(
      /(?<![\w@./-])(?:I|E|C|R|Q|D|S|P|REL|RF)-\d+(?![\w-])|(?<![\w@.])(?:A|L|F)\d+(?!\w)|\bST\d* \d/,
    );
    expect(words).not.toMatch(
      /RK-27|Subject 1|CD-2026|sealed annex, part|\bV2?\b|for the prosecutor|Strike out|not recorded|undefined|null/,
    );
  });

  test("tells every act in its words, with the paragraph of the statement before the annexure", () => {
    for (const incident of snapshot.incidents) expect(words).toContain(incident.words ?? "");
    expect(words).toContain(
      "2 Sep 2026 at 18:14 SAST (2026-09-02T16:14:09Z), the X account \u2068@ashgate_example_one\u2069 wrote: ",
    );
    expect(words).toContain("(paragraph 5 of the sworn statement of 12 Oct 2026; annexure 1).");
    expect(words).toContain("Do not contact me again.");
  });

  test("asks for each item by its holder, account and period", () => {
    for (const item of snapshot.request.items) expect(words).toContain(item.provider);
    expect(words).toContain("It is requested that the competent authorities of the United States obtain and transmit");
  });

  test("takes the aligned elements and the asks of the record where it has them", async () => {
    const told = {
      message: null,
      incident: "I-2",
      account: "A1",
      by: "sender",
      at: "2026-09-04T19:03:22Z",
      words: "I will hurt you",
    };
    const row = {
      pair: "P-1",
      home: { offence: "za-cca-15", element: "threat", text: "threatens a person with violence" },
      there: { offence: "us-875c", element: "threat", text: "threat to injure the person of another" },
      declined: [],
      undecided: [],
      note: "",
      gap: null,
      facts: [{ ...told, what: null, statement: "ST 7", exhibit: "E-02" }],
    };
    const ask = {
      no: 1,
      kind: "provider-subscriber",
      title: "Subscriber records",
      holder: { name: "X", entity: "X Corp.", country: "US", law: [] },
      accounts: ["A1"],
      class: "subscriber",
      process: { text: "Subpoena", law: [] },
      standard: null,
      changed: null,
      unread: null,
      identifier: "2999000000000000101 (@ashgate_example_one)",
      records: "subscriber records",
      from: "creation",
      to: "answer",
      because: { incidents: ["I-1"], text: "It sent I-1." },
    };
    const full = snapshotSchema.parse({
      ...snapshot,
      law: { rows: [row], knowledge: [], considered: [], unconsidered: [] },
      request: { ...snapshot.request, asks: [ask] },
    });
    const text = wordsOfDocx(Buffer.from(await requestDocx(full)));
    expect(text).toContain("threatens a person with violence");
    expect(text).toContain(
      "4 Sep 2026 at 21:03 SAST, the sender: “\u2068I will hurt you\u2069” (paragraph 7 of the sworn statement of 12 Oct 2026; annexure 2).",
    );
    expect(text).not.toContain("(no such element)");
    expect(text).toContain("X Corp.: 2999000000000000101 (@ashgate_example_one)");
    expect(text).toContain("Subscriber records. It sent the message of 2 Sep 2026 at 18:14 SAST.");
    expect(text).toContain("creation of the account to the date of the answer");
  });

  test("of the other direction goes to the other authority, on its paper", async () => {
    const back = Buffer.from(await requestDocx({ ...sampleOfKind("mla_dossier", "US-ZA"), charges: snapshot.charges }));
    const text = wordsOfDocx(back);
    expect(text).toContain("To: The Director-General, Department of Justice and Constitutional Development");
    expect(text).toContain("Through: The Attorney General of the United States");
    expect(text).toContain("the competent authorities of South Africa");
    expect(unzip(back).get("word/document.xml")).toContain('w:w="12240"');
  });

  test("of a packet that nobody approved says so at the head of every page", async () => {
    const draft = { ...snapshot, packet: { ...snapshot.packet, approval: null } };
    const parts = unzip(Buffer.from(await requestDocx(draft)));
    const head = (all: Map<string, string>) => [...all].filter(([name]) => /header\d/.test(name)).join();
    expect(head(parts)).toContain("DRAFT - not approved");
    expect(head(files)).not.toContain("not approved");
  });

  test("repeats to the byte, with no clock of this machine in it", async () => {
    await new Promise((done) => setTimeout(done, 2100));
    expect(Buffer.compare(bytes, Buffer.from(await requestDocx(snapshot)))).toBe(0);
    expect(files.get("docProps/core.xml")?.match(/>2026-11-24T09:40:00Z</g)).toHaveLength(2);
  });

  test("of a case on its first day leaves out what is not there", async () => {
    const text = wordsOfDocx(Buffer.from(await requestDocx(bareSnapshot())));
    expect(text).toContain("I will find you.");
    expect(text).not.toMatch(/Dual criminality|Confidentiality|undefined|null/);
  });
});

test("paragraphs are numbered inside what is kept together too", () => {
  const para = { b: "para" as const, text: "a", aside: "b" };
  const [first, kept, last] = numberParagraphs([para, { b: "keep", blocks: [{ b: "h3", title: "t" }, para] }, para]);
  expect(first).toMatchObject({ no: 1 });
  expect(kept).toMatchObject({ blocks: [{ b: "h3" }, { no: 2 }] });
  expect(last).toMatchObject({ no: 3 });
});

import { beforeAll, describe, expect, it } from "vitest";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { flatPagesOf } from "@/tests/support/pdf";
import { samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";
import { sampleSnapshotUsZa } from "@/tests/support/sample-snapshot-us-za";

/** What a receiver asks first, and the words of the answer by the section where it must stand. */
type Question = [question: string, answers: Record<string, readonly string[]>];

const zaUs: Question[] = [
  ["Is this a request?", { cover: ["This is not a request by a state."] }],
  [
    "Who may adopt it, on what basis?",
    {
      "2.1": ["The requesting authority is for the prosecutor to complete.", "ICCMA s 2(2) letter of request"],
      "2.10": ["Nothing in section 2 is a request until an authority adopts it."],
    },
  ],
  ["Is there an open docket?", { "2.2": ["Docket Voorbeeldfontein CAS 214/10/2026"], "7": ["R-1 CAS number"] }],
  ["What stage, any accused?", { "2.2": ["investigation, officer named", "No person has been arrested or charged"] }],
  [
    "Which offences, in force then, what maximum?",
    {
      "2.3": ["Maximum: fine or 3 years. In force since 1 Dec 2021, before the first act."],
      "10": ["M-06 Each South African provision was in force on each incident date"],
    },
  ],
  [
    "A crime in the US, over one year?",
    {
      "3": ["Offences with more than one year: 18 USC 875(c), 5 years"],
      "4": ["P-1 Cybercrimes Act s 15 (3 years) and 18 USC 875(c) (5 years)"],
    },
  ],
  [
    "True threat, or speech?",
    {
      "3": ["First Amendment gate. The request rests on threats of violence", "does not rest on insult or opinion"],
      "4": ["the words are a true threat", "recklessness or more"],
    },
  ],
  ["Which legal entity?", { "2.4": ["X Corp. subscriber"], "2.6": ["Meta Platforms, Inc."] }],
  ["Exact ids and UTC range?", { "2.4": ["2026-09-01T00:00:00Z"], "6": ["2999000000000000101"] }],
  [
    "Which class, which standard, which facts, how fresh?",
    { "3": ["Traffic (logs) Q-2, Q-5", "specific and articulable facts", "Fresh. Newest act 15 Nov 2026"] },
  ],
  [
    "Whose account, and how do you know?",
    { "2.5": ["A2, X: sent I-3 and I-4.", "Asked for in Q-1 and Q-2."], "6": ["Medium. “You blocked me on X"] },
  ],
  [
    "Where is the suspect; why the US?",
    {
      "1": ["That the sender is in the United States rests on a profile line and a remark."],
      "2.6": ["Columbus, Ohio", "Neither has been confirmed."],
      "4": ["Place of the sender unproven"],
    },
  ],
  [
    "Is the data preserved, until when?",
    { "7": ["R-8 Preservation, X not yet issued", "Who must act. Police only: step open: Preservation, X (R-8)"] },
  ],
  [
    "Must it stay secret, how long, why?",
    { "2.8": ["both providers tell the user", "X needs a stated length", "Keep the request confidential until"] },
  ],
  ["Why urgent, by when?", { "2.9": ["I-1 turns 90 days old on 1 December 2026.", "Answer needed by"] }],
  [
    "What certification is wanted?",
    { "2.7": ["FRE 902(11) or 902(13)", "Form of affidavit or certificate required in South Africa"] },
  ],
  [
    "Who captured what, who can testify?",
    {
      "8": ["Phone screenshot. Client; client’s phone", "Custody events, one exhibit in full"],
      "9": ["E-01 to E-09: captured by phone screenshot, by the client"],
      A: ["SHA-256, 64 characters"],
    },
  ],
  [
    "Is the victim's consent and address safe?",
    { "10": ["REL-5 Prosecutor; central authority", "Each exhibit is covered."], cover: ["in a sealed annex"] },
  ],
  ["What else was filed, any US case?", { "7": ["EXAMPLE-IC3-20261019-0001", "R-14 US case number none known"] }],
  [
    "Is it complete, unchanged, what is new?",
    {
      "11": ["Count the exhibits and the pages.", "Ten covers, E-01 to E-10"],
      "12": ["Added I-8, account A5 and exhibit E-09"],
    },
  ],
];

const usZa: Question[] = [
  ["Is this a request?", { cover: ["This is not a request by a state.", "under the treaty or outside it"] }],
  [
    "Who may adopt it, on what basis?",
    {
      "2.1": [
        "The requesting authority is for the US attorney to complete.",
        "the Minister approves it; the Director of Public Prosecutions brings it before a magistrate",
        "treaty TIAS 13061 / request without a treaty",
      ],
      "2.10": ["Nothing in section 2 is a request until an authority adopts it."],
    },
  ],
  ["Is there an open case?", { "2.2": ["Case at home: EXAMPLE-FBI-000147"], "7": ["R-2 US police report number"] }],
  ["What stage, any accused?", { "2.2": ["open investigation", "No person has been charged"] }],
  [
    "Which offences, what maximum?",
    { "2.3": ["18 USC 875(c). Maximum: 5 years."], "10": ["M-06 Each US provision was in force"] },
  ],
  [
    "A crime in South Africa, over one year?",
    {
      "3": ["Cybercrimes Act 19 of 2020, section 15, 3 years"],
      "4": ["P-1 18 USC 875(c) (5 years) and Cybercrimes Act 19 of 2020, section 15 (3 years)"],
    },
  ],
  [
    "Threat, or speech?",
    {
      "3": [
        "Test of a threat. The request rests on threats of violence",
        "a reasonable person with the same information",
      ],
      "4": ["South Africa has no single stalking offence."],
    },
  ],
  ["Which legal entity?", { "2.4": ["Karoo Voorbeeld Netwerk (Pty) Ltd (specimen) subscriber, held in South Africa"], "2.6": ["X Corp."] }],
  ["Exact ids and UTC range?", { "2.4": ["port 51812", "2026-10-19T00:00:00Z"], "6": ["99999999900000401"] }],
  [
    "Which class, which standard, how fresh?",
    {
      "3": [
        "Evidence before a magistrate on the request",
        "ss 7 and 8 of the International Co-operation in Criminal Matters Act",
        "are not in force: do not ask for them",
        "Newest act 9 Nov 2026",
      ],
    },
  ],
  ["Whose account, and how do you know?", { "2.5": ["A2, Instagram: sent I-2 and I-3."], "6": ["Medium."] }],
  ["Where is the suspect?", { "2.6": ["Gqeberha"], "1": ["Who sent the messages, and from where, is not proved"] }],
  [
    "Is the data preserved, until when?",
    {
      "7": ["EXAMPLE-X-PRES-77", "expires 29 Jan 2027"],
      "2.9": ["R-4 for A1 runs out on 29 Jan 2027. None is recorded for A2."],
    },
  ],
  ["Must it stay secret, why?", { "2.8": ["wrote again from a new account", "Keep the request confidential until"] }],
  ["Why urgent, by when?", { "2.9": ["I-2 turns 90 days old on 17 Jan 2027.", "Answer needed by"] }],
  [
    "What certification is wanted?",
    { "2.7": ["ECT Act s 15(4)", "Form of affidavit or certificate required in the United States"] },
  ],
  [
    "Who captured what, who can testify?",
    { "8": ["Phone screenshot. Client"], "9": ["ECT Act 25 of 2002, section 15", "before a notary with an apostille"] },
  ],
  ["Is the victim's consent safe?", { "10": ["REL-1", "Each exhibit is covered."] }],
  ["What else was filed?", { "7": ["EXAMPLE-IC3-20261022-0009", "R-10 CAS number not yet issued"] }],
  ["Is it complete, unchanged, what is new?", { "11": ["Four covers, E-01 to E-04"], "12": ["It replaces no other."] }],
];

describe.each([
  ["ZA to US", () => sampleSnapshot(), zaUs],
  ["US to ZA", () => sampleSnapshotUsZa(), usZa],
] as const)("%s", (_, snapshotOf, questions) => {
  let section: (no: string) => string;

  beforeAll(async () => {
    section = await sectionsOf(snapshotOf());
  }, 120_000);

  it("a section ends where the next begins", () => {
    expect(section("2.8")).toContain("Keep the request confidential until");
    expect(section("2.8")).not.toContain("Answer needed by");
    expect(section("3")).not.toContain("counsel has not signed it off");
  });

  it.each(questions)("%s", (_question, answers) => {
    for (const [no, messages] of Object.entries(answers)) {
      for (const words of messages) expect(section(no), `section ${no}`).toContain(words);
    }
  });
});

/** The text of a section by its number in the document's own outline; `cover` is the first page. */
async function sectionsOf(snapshot: PacketSnapshot): Promise<(no: string) => string> {
  const packet = await collectBytes(assemblePacket(snapshot, await samplePrepared(snapshot)));
  const pages = await flatPagesOf(packet.bytes);
  const { outline } = packet;
  return (no) => {
    if (no === "cover") return pages[0] ?? "";
    const at = outline.findIndex((entry) => entry.no === no);
    const entry = outline[at];
    if (!entry) throw new Error(`the outline has no ${no}`);
    const next = outline.slice(at + 1).find((candidate) => candidate.level <= entry.level);
    const last = next ? next.page - (next.level === 1 ? 1 : 0) : pages.length;
    const text = pages.slice(entry.page - 1, last).join(" ");
    const from = Math.max(0, text.indexOf(entry.title));
    const to = next?.level === 2 ? text.indexOf(next.title, from) : -1;
    return to > from ? text.slice(from, to) : text.slice(from);
  };
}

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
  ["Is this a request?", { brief: ["This is not a request by a state."] }],
  [
    "Who may adopt it, on what basis?",
    {
      "6.1": ["The requesting authority is for the prosecutor to complete.", "ICCMA s 2(2) letter of request"],
      "7": ["Nothing in this dossier is a request until an authority adopts it."],
    },
  ],
  ["Is there an open docket?", { "1": ["Docket Voorbeeldfontein CAS 214/10/2026"], "5": ["R-1 CAS number"] }],
  ["What stage, any accused?", { "1": ["investigation, officer named", "No person has been arrested or charged"] }],
  [
    "Which offences, in force then, what maximum?",
    {
      brief: ["section 15 (fine or 3 years; in force since 1 Dec 2021, before the first act)"],
    },
  ],
  [
    "A crime in the US, over one year?",
    {
      "3.3": ["Offences with more than one year: 18 USC 875(c), 5 years"],
      "2": ["P-1 Cybercrimes Act s 15 (3 years) and 18 USC 875(c) (5 years)"],
    },
  ],
  [
    "True threat, or speech?",
    {
      "3.3": ["First Amendment. The request rests on threats of violence", "does not rest on insult or opinion"],
      "2": ["the words are a true threat", "recklessness or more"],
    },
  ],
  ["Which legal entity?", { brief: ["Q-1 X Corp."], "4": ["Meta Platforms, Inc."] }],
  ["Exact ids and UTC range?", { brief: ["2999000000000000101", "2026-09-01 00:00"], "4": ["2999000000000000101"] }],
  [
    "Which class, which standard, which facts, how fresh?",
    { "3.3": ["Traffic (logs) items Q-2 and Q-5", "specific and articulable facts", "Fresh. Newest act 15 Nov 2026"] },
  ],
  [
    "Whose account, and how do you know?",
    { "3.2": ["A2, X: sent I-3 and I-4.", "Asked for in items Q-1 and Q-2."], "4": ["Medium. “You blocked me on X"] },
  ],
  [
    "Where is the suspect; why the US?",
    {
      brief: ["That the sender is in the United States rests on a profile line and a remark."],
      "4": ["Columbus, Ohio", "Neither has been confirmed."],
      "2": ["Place of the sender unproven"],
    },
  ],
  [
    "Is the data preserved, until when?",
    { "5": ["R-8 Preservation, X not yet issued", "Who must act. Police only: step open: Preservation, X (R-8)"] },
  ],
  [
    "Must it stay secret, how long, why?",
    { "6.3": ["both providers tell the user", "X needs a stated length", "Keep the request confidential until"] },
  ],
  ["Why urgent, by when?", { "6.4": ["I-1 turns 90 days old on 1 December 2026.", "Answer needed by"] }],
  [
    "What certification is wanted?",
    { "6.5": ["FRE 902(11) or 902(13)", "Form of affidavit or certificate required in South Africa"] },
  ],
  [
    "Who captured what, who can testify?",
    {
      "E-01": ["phone screenshot, by the client, on client’s phone"],
      D: ["ECT Act 25 of 2002, section 15", "listed in Schedule C"],
      C: ["SHA-256, 64 characters", "Custody events, one exhibit in full"],
    },
  ],
  [
    "Is the victim's consent and address safe?",
    { "6.6": ["A release covers the officers whom it names"], brief: ["in the sealed annex"] },
  ],
  ["What else was filed, any US case?", { "5": ["EXAMPLE-IC3-20261019-0001", "R-14 US case number none known"] }],
  [
    "Is it complete, unchanged, what is new?",
    {
      F: ["Count the exhibits and the pages.", "Ten exhibits, E-01 to E-10"],
      G: ["Added I-8, account A5 and exhibit E-09"],
    },
  ],
];

const usZa: Question[] = [
  ["Is this a request?", { brief: ["This is not a request by a state.", "under the treaty or outside it"] }],
  [
    "Who may adopt it, on what basis?",
    {
      "6.1": [
        "The requesting authority is for the US Attorney’s Office to complete.",
        "the Minister approves it; the Director of Public Prosecutions brings it before a magistrate",
        "treaty TIAS 13061 / request without a treaty",
      ],
      "7": ["Nothing in this dossier is a request until an authority adopts it."],
    },
  ],
  ["Is there an open case?", { "1": ["Case at home: EXAMPLE-FBI-000147"], "5": ["R-2 US police report number"] }],
  ["What stage, any accused?", { "1": ["open investigation", "No person has been charged"] }],
  ["Which offences, what maximum?", { brief: ["18 USC 875(c) (5 years)"] }],
  [
    "A crime in South Africa, over one year?",
    {
      "3.3": ["Cybercrimes Act 19 of 2020, section 15, 3 years"],
      "2": ["P-1 18 USC 875(c) (5 years) and Cybercrimes Act 19 of 2020, section 15 (3 years)"],
    },
  ],
  [
    "Threat, or speech?",
    {
      "3.3": [
        "Test of a threat. The request rests on threats of violence",
        "a reasonable person with the same information",
      ],
      "2": ["South Africa has no single stalking offence."],
    },
  ],
  ["Which legal entity?", { brief: ["Karoo Voorbeeld Netwerk (Pty) Ltd (specimen)"], "4": ["X Corp."] }],
  ["Exact ids and UTC range?", { brief: ["port 51812", "2026-10-19 00:00"], "4": ["99999999900000401"] }],
  [
    "Which class, which standard, how fresh?",
    {
      "3.3": [
        "Evidence before a magistrate on the request",
        "ss 7 and 8 of the International Co-operation in Criminal Matters Act",
        "are not in force: do not ask for them",
        "the newest on 9 Nov 2026",
      ],
    },
  ],
  ["Whose account, and how do you know?", { "3.2": ["A2, Instagram: sent I-2 and I-3."], "4": ["Medium."] }],
  ["Where is the suspect?", { "4": ["Gqeberha"], brief: ["Who sent the messages, and from where, is not proved"] }],
  [
    "Is the data preserved, until when?",
    {
      "5": ["EXAMPLE-X-PRES-77", "expires 29 Jan 2027"],
      "6.4": ["R-4 for A1 expires on 29 Jan 2027. None is recorded for A2."],
    },
  ],
  ["Must it stay secret, why?", { "6.3": ["wrote again from a new account", "Keep the request confidential until"] }],
  ["Why urgent, by when?", { "6.4": ["I-2 turns 90 days old on 17 Jan 2027.", "Answer needed by"] }],
  [
    "What certification is wanted?",
    { "6.5": ["ECT Act s 15(4)", "Form of affidavit or certificate required in the United States"] },
  ],
  [
    "Who captured what, who can testify?",
    {
      "E-01": ["phone screenshot, by the client"],
      D: ["Federal Rule of Evidence 902(14)", "E-01 to E-03: captured by phone screenshot, by the client"],
    },
  ],
  ["Is the victim's consent safe?", { "6.6": ["A release covers the officers whom it names"] }],
  ["What else was filed?", { "5": ["EXAMPLE-IC3-20261022-0009", "R-10 CAS number not yet issued"] }],
  ["Is it complete, unchanged, what is new?", { F: ["Four exhibits, E-01 to E-04"] }],
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
    expect(section("6.3")).toContain("Keep the request confidential until");
    expect(section("6.3")).not.toContain("Answer needed by");
    expect(section("3")).not.toContain("counsel has not signed it off");
  });

  it.each(questions)("%s", (_question, answers) => {
    for (const [no, messages] of Object.entries(answers)) {
      for (const words of messages) expect(section(no), `section ${no}`).toContain(words);
    }
  });
});

/** The text of a section by its number in the document's own outline; `brief` is the first two pages. */
async function sectionsOf(snapshot: PacketSnapshot): Promise<(no: string) => string> {
  const packet = await collectBytes(assemblePacket(snapshot, await samplePrepared(snapshot)));
  const pages = await flatPagesOf(packet.bytes);
  const { outline } = packet;
  return (no) => {
    if (no === "brief") return pages.slice(0, 2).join(" ");
    const at = outline.findIndex((entry) => entry.no === no);
    const entry = outline[at];
    if (!entry) throw new Error(`the outline has no ${no}`);
    const next = outline.slice(at + 1).find((candidate) => candidate.level <= entry.level);
    const text = pages.slice(entry.page - 1, next?.page ?? pages.length).join(" ");
    // The list of contents may be on the page where the first section begins.
    const head = `${entry.no} ${entry.title}`;
    const from = Math.max(0, (pages[entry.page - 1] ?? "").lastIndexOf(head));
    const to = next ? text.indexOf(`${next.no} ${next.title}`, from + 1) : -1;
    return to > from ? text.slice(from, to) : text.slice(from);
  };
}

import type { QuestionReason } from "@/lib/handovers/types";
import type { DraftContent } from "@/lib/packets/input";
import type { PacketKindKey, ReceiverRole } from "@/lib/packets/types";
import type { DemoKey } from "./people";
import type { Ago } from "./story-types";

type Officer = Extract<DemoKey, "maseko" | "vanwyk">;

/** What happens to one version after it was drafted, in order. */
export type PacketAct = { ago: Ago } & (
  | { comment: string; by: "supervisor" | "owner" }
  /** Every line that fails goes through with this reason, which is printed. */
  | { approve: string }
  | { give: Officer; message: string; withAnnex?: boolean }
  /** The officer who has it opens it and says that it arrived. */
  | { received: string; number?: { kind: string; raw: string } }
  /** The same officer asks; left without an answer, the question is open. */
  | { ask: QuestionReason; part?: string; words: string; answer?: { ago: Ago; words: string } }
  | { withdraw: string }
);

export type PacketStory = {
  pseudonym: string;
  kind: PacketKindKey;
  ago: Ago;
  words: Partial<DraftContent>;
  acts: readonly PacketAct[];
};

export type ReleaseStory = {
  pseudonym: string;
  ago: Ago;
  role: ReceiverRole;
  to: string;
  purpose: string;
  identity?: boolean;
  /** The officers whom the client meant. One for an office alone names nobody yet, and covers nobody. */
  names?: readonly Officer[];
};

const screened = { screened: "clear", minors: "no" } as const;
const open = "Under investigation; a docket is open and an investigating officer is named.";
const known = "Seen by the supervisor; the page names the gap, and the officer is told of it.";

const officer = { role: "investigating_officer", to: "Investigating officer of the docket" } as const;
const desk = {
  role: "ncb",
  to: "Captain Lindiwe Maseko, National Central Bureau desk",
  names: ["maseko"],
  identity: true,
} as const;
const vanwyk = { role: "prosecutor", to: "Adv. Pieter van Wyk, mutual assistance", names: ["vanwyk"] } as const;
const prosecutor = { role: "prosecutor", to: "Prosecutor of the docket" } as const;
const central = { role: "central_authority", to: "Central authority" } as const;
const help = "A request for help to the other country";

/** As the clients signed them: some name an officer of the directory, others an office whose officer is not known yet. */
export const releaseStories: readonly ReleaseStory[] = [
  { pseudonym: "Honeybush", ago: 12, ...officer, purpose: help, identity: true },
  { pseudonym: "Honeybush", ago: 12, ...vanwyk, purpose: help, identity: true },
  { pseudonym: "Honeybush", ago: 12, ...central, purpose: help },
  { pseudonym: "Honeybush", ago: 12, ...desk, purpose: help },
  { pseudonym: "Marula", ago: 7, ...officer, purpose: "To ask the bureau what it can ask abroad", identity: true },
  { pseudonym: "Marula", ago: 7, ...desk, purpose: "To ask abroad" },
  { pseudonym: "Protea", ago: 4, ...officer, purpose: help, identity: true },
  { pseudonym: "Protea", ago: 4, ...prosecutor, purpose: help, identity: true },
  { pseudonym: "Protea", ago: 4, ...central, purpose: help },
  { pseudonym: "Cardinal", ago: 8, ...officer, to: "Officer of the report", purpose: help, identity: true },
  { pseudonym: "Cardinal", ago: 8, ...prosecutor, to: "Prosecutor of the matter", purpose: help, identity: true },
  { pseudonym: "Cardinal", ago: 8, ...central, purpose: help },
  {
    ...{ pseudonym: "Karee", ago: 6, role: "investigating_officer", names: ["maseko"] },
    ...{ to: "Captain Lindiwe Maseko, who takes it to the docket", purpose: "For the docket", identity: true },
  },
  {
    ...{ pseudonym: "Weaver", ago: 9, role: "complaints_body", to: "Civilian Secretariat for Police Service" },
    ...{ purpose: "A complaint that no docket was opened", identity: true },
  },
];

/** Packets of every kind, in every state that somebody meets in the first weeks, oldest first. */
export const packetStories: readonly PacketStory[] = [
  {
    pseudonym: "Honeybush",
    kind: "preservation_briefing",
    ago: 11,
    words: {
      minors: "no",
      purpose: "To keep what the accounts hold until a court can be asked.",
      urgency: "Providers delete connection records after a short time.",
      secrecy: "The person behind the accounts deletes them as soon as somebody asks.",
    },
    acts: [
      { ago: 11, approve: "The officer fills it in on the letterhead of the unit." },
      { ago: 10, withdraw: "The provider had answered already. A second letter would only confuse its desk." },
    ],
  },
  {
    pseudonym: "Honeybush",
    kind: "mla_dossier",
    ago: 8,
    words: {
      ...screened,
      stage: open,
      purpose: "To identify who holds the accounts and to put the evidence before a court.",
      secrecy: "The person behind the accounts opened a new one as soon as the first was blocked.",
      urgency: "Providers delete connection records after a short time.",
    },
    acts: [
      { ago: 8, comment: "The desk asks for the chat export as well. It is E-06 and goes along.", by: "owner" },
      { ago: 7, approve: known },
      {
        ago: 6,
        give: "maseko",
        message: "For the attention of the desk. The docket number is in the register.",
        withAnnex: true,
      },
      { ago: 5, received: "Received in good order.", number: { kind: "ncb", raw: "NCB/EX/0142" } },
      {
        ...{ ago: 4, ask: "insufficient_facts", part: "chronology" },
        words: "Which of the messages did the client read on the day itself, and which only later?",
        answer: { ago: 3, words: "I-1 and I-2 on the day. The others were found when the account was unblocked." },
      },
      {
        ...{ ago: 2, ask: "wrong_identifier", part: "identity" },
        words: "The second account has no unchanging id. Without one the provider will not look for it.",
      },
    ],
  },
  {
    pseudonym: "Marula",
    kind: "interpol_briefing",
    ago: 5,
    words: { ...screened, stage: open },
    acts: [
      { ago: 5, comment: "Please keep the conditions on use. The desk asked for them last time.", by: "supervisor" },
      { ago: 4, approve: "The officer adds it before the bureau is asked." },
      { ago: 3, give: "maseko", message: "The officer of the docket agrees that the bureau is asked." },
      { ago: 2, received: "Received. The bureau is asked this week." },
    ],
  },
  {
    pseudonym: "Karee",
    kind: "docket_pack",
    ago: 4,
    words: { ...screened, stage: "A docket is open; no investigating officer is named yet." },
    acts: [
      { ago: 3, approve: "The officer was told, and puts it right for the docket." },
      { ago: 1, give: "maseko", message: "For the docket at Karee Park. The client can be reached through us." },
    ],
  },
  {
    pseudonym: "Cardinal",
    kind: "mla_dossier",
    ago: 3,
    words: {
      ...screened,
      stage: "Reported to the police of Sampleville; an officer is named and asked the field office for help.",
      purpose: "To identify who uses the two accounts, and to keep and obtain what they hold.",
      secrecy: "The first account was deleted for a week after the client asked for it to stop.",
      urgency: "The person writes from new accounts and has named somebody who lives near the client.",
    },
    acts: [
      { ago: 3, comment: "First one in this direction. I read the South African law line by line.", by: "supervisor" },
      { ago: 2, comment: "Thank you. The officer of the report has time for it on Friday.", by: "owner" },
    ],
  },
  {
    pseudonym: "Honeybush",
    kind: "mla_dossier",
    ago: 2,
    words: {
      ...screened,
      stage: `${open} The bureau gave the matter a number.`,
      urgency: "A new account wrote after the first was blocked; connection records are deleted after a short time.",
    },
    acts: [
      { ago: 2, comment: "Version 2 has the number of the bureau, and says why it is urgent now.", by: "owner" },
      { ago: 1, comment: "Good. Tell the desk that this one replaces what it holds.", by: "supervisor" },
      { ago: 1, approve: known },
    ],
  },
  {
    pseudonym: "Weaver",
    kind: "refusal_complaint",
    ago: 2,
    words: { minors: "no" },
    acts: [
      { ago: 2, comment: "The letter to the commander is in it, with the day on which it was sent.", by: "owner" },
    ],
  },
  {
    pseudonym: "Protea",
    kind: "mla_dossier",
    ago: 1,
    words: {
      ...screened,
      stage: open,
      purpose: "To identify who holds the account and to put the evidence before a court.",
      urgency: "Providers delete connection records after a short time.",
    },
    acts: [],
  },
];

import type { PacketSnapshotInput } from "@/lib/packets/packets/snapshot/snapshot";

type Part<K extends keyof PacketSnapshotInput> = NonNullable<PacketSnapshotInput[K]>;

export const sampleCharges: Part<"charges"> = [
  {
    provision: "Cybercrimes Act 19 of 2020, section 15",
    maximum: "fine or 3 years",
    inForceFrom: "2021-12-01",
    sources: ["L7"],
  },
  {
    provision: "Intimidation Act 72 of 1982, section 1(1)(a)",
    maximum: "fine of R40 000 or 10 years or both",
    inForceFrom: null,
    note: "Sections 1(1)(b) and 1(2) were struck down and are not relied on.",
    sources: ["L9"],
  },
];

export const sampleDropped: Part<"dropped"> = [
  {
    provision: "Cybercrimes Act s 16 (intimate image)",
    reason: "no disclosure is known; a threat only",
    source: "L10",
  },
  {
    provision: "Sexual Offences Act, threat to disclose",
    reason: "section number and text not verified; prosecutor to consider",
    source: "L34",
  },
  {
    provision: "18 USC 875(d)",
    reason: "no demand for money or another thing of value; the demand was to talk",
    source: "L15",
  },
  { provision: "Crimen injuria", reason: "insult alone does not yield content in the United States", source: "L31" },
];

export const samplePairs: Part<"pairs"> = [
  {
    code: "P-1",
    home: { provision: "Cybercrimes Act s 15", maximum: "3 years", charge: "Cybercrimes Act 19 of 2020, section 15" },
    other: { provision: "18 USC 875(c)", maximum: "5 years", maxYears: 5, law: "L12" },
    elements: [
      {
        home: "disclosure of a data message by electronic communications",
        other: "transmission in interstate or foreign commerce",
        facts: "Four messages over X and Instagram reached the client in South Africa.",
        shownBy: ["I-1", "I-2", "I-5", "I-8", "E-01", "E-02", "E-06", "E-09"],
        gap: "Place of the sender unproven; Q-1, Q-2, Q-4, Q-5 go to this.",
      },
      {
        home: "threat of violence to a person",
        other: "threat to injure the person of another; not property",
        facts: "“I will break your jaw.” “I will hurt you.” “I will put you in hospital.”",
        shownBy: ["I-1", "I-2", "I-5", "I-8"],
        gap: "I-4 is threat to property first; not used here for the US side.",
      },
      {
        home: "a reasonable person with the same information would see a threat",
        other: "the words are a true threat",
        facts: "Words of proximity: street (I-1), door (I-2), travel (I-5, I-8). Repeated over 74 days.",
        shownBy: ["I-1", "I-2", "I-5", "I-8"],
        gap: "none noted",
      },
      {
        home: "unlawful and intentional",
        other: "recklessness or more as to the threatening character",
        facts:
          "Told to stop and that the client was frightened (C-1). Then: “You should be scared. I know you are.” (I-3). New accounts after three blocks.",
        shownBy: ["C-1", "C-2", "C-3", "I-3", "I-5", "I-6", "E-03", "E-04"],
        gap: "Link of A3, A4, A5 rests on their words: medium.",
      },
      {
        home: "the accused sent it",
        other: "the accused sent it",
        facts: "Not known.",
        shownBy: ["A1", "A2", "A3", "A4", "A5"],
        gap: "Identity; Q-1 and Q-4 go to this.",
      },
    ],
  },
  {
    code: "P-2",
    home: {
      provision: "Cybercrimes Act s 15, each act",
      maximum: "3 years",
      charge: "Cybercrimes Act 19 of 2020, section 15",
    },
    other: { provision: "18 USC 2261A(2)", maximum: "5 years", maxYears: 5, law: "L13" },
    elements: [
      {
        home: "each act is charged by itself",
        other: "course of conduct of two or more acts",
        facts: "Eight acts, five accounts.",
        shownBy: ["I-1", "I-2", "I-3", "I-4", "I-5", "I-6", "I-7", "I-8"],
        gap: "That one person did all eight: see section 6.",
      },
      {
        home: "threat of violence or damage to property",
        other: "intent to harass or intimidate",
        facts: "“You should be scared.” “Last warning.” “48 hours.” Return after each of three blocks.",
        shownBy: ["I-3", "I-5", "I-6", "I-7", "I-8", "C-1", "C-2", "C-3"],
        gap: "none noted",
      },
      {
        home: "(no such element)",
        other: "reasonable fear of death or serious injury, or substantial emotional distress",
        facts: "The client states: nine nights away from home; changed route to work.",
        shownBy: ["ST 19", "ST 20"],
        gap: "No medical record in this dossier.",
      },
    ],
  },
  {
    code: "P-3",
    home: {
      provision: "Intimidation Act s 1(1)(a)",
      maximum: "10 years",
      charge: "Intimidation Act 72 of 1982, section 1(1)(a)",
    },
    other: { provision: "47 USC 223(h), threat", maximum: "2 years", maxYears: 2, yearsVerified: false, law: "L14" },
    elements: [
      {
        home: "threat",
        other: "threat to publish an intimate depiction",
        facts: "“Talk to me or everyone at your work gets these.” “Then your boss gets the pictures.”",
        shownBy: ["I-6", "I-7", "E-07", "E-08", "E-10"],
        gap: "Text of the threat limb not read.",
      },
      {
        home: "to compel a person to do something",
        other: "(no such element)",
        facts: "“Talk to me or”; in I-2: “Answer me or I come to your door.”",
        shownBy: ["I-2", "I-6", "E-02", "E-07"],
        gap: "none noted",
      },
      {
        home: "(no such element)",
        other: "act after 19 May 2025",
        facts: "10 and 24 October 2026.",
        shownBy: ["I-6", "I-7"],
        gap: "none noted",
      },
    ],
  },
];

const subscriber =
  "name, address, session times and durations, length of service, phone or subscriber number including temporarily assigned IP addresses, means of payment";
const logs = "log-in and session IP addresses, with port and UTC time; message headers";
const thread = (account: string) => `messages between ${account} and the client’s account`;

export const sampleRequest: Part<"request"> = {
  items: [
    {
      code: "Q-1",
      provider: "X Corp.",
      dataClass: "subscriber",
      why: "who registered and paid for each account",
      rows: [{ accounts: ["A1", "A2", "A5"], what: subscriber, from: null, to: "2026-11-24T00:00:00Z" }],
    },
    {
      code: "Q-2",
      provider: "X Corp.",
      dataClass: "traffic",
      why: "whether one person in one place used all five, and whether in the United States",
      rows: [
        { accounts: ["A1"], what: logs, from: "2026-09-01T00:00:00Z", to: "2026-09-06T00:00:00Z" },
        { accounts: ["A2"], what: logs, from: "2026-09-05T17:31:00Z", to: "2026-09-22T00:00:00Z" },
        { accounts: ["A5"], what: logs, from: "2026-11-13T00:00:00Z", to: "2026-11-16T00:00:00Z" },
      ],
    },
    {
      code: "Q-3",
      provider: "X Corp.",
      dataClass: "content",
      why: "the threads with the client only, as the provider holds them",
      rows: [
        {
          accounts: ["A1"],
          what: `${thread("A1")}; post of I-1`,
          from: "2026-09-02T00:00:00Z",
          to: "2026-09-06T00:00:00Z",
        },
        { accounts: ["A5"], what: thread("A5"), from: "2026-11-14T00:00:00Z", to: "2026-11-16T00:00:00Z" },
      ],
    },
    {
      code: "Q-4",
      provider: "Meta Platforms, Inc.",
      dataClass: "subscriber",
      rows: [{ accounts: ["A3", "A4"], what: "as Q-1", from: null, to: "2026-11-24T00:00:00Z" }],
    },
    {
      code: "Q-5",
      provider: "Meta Platforms, Inc.",
      dataClass: "traffic",
      rows: [{ accounts: ["A3", "A4"], what: "as Q-2", from: "2026-10-02T00:00:00Z", to: "2026-10-26T00:00:00Z" }],
    },
    {
      code: "Q-6",
      provider: "Meta Platforms, Inc.",
      dataClass: "content",
      rows: [
        {
          accounts: ["A3", "A4"],
          what: "messages between each account and the client’s account, with the image sent on 10 October 2026",
          from: "2026-10-03T00:00:00Z",
          to: "2026-10-26T00:00:00Z",
        },
      ],
    },
  ],
  secrecy: {
    text: "Reason for the prosecutor’s use: both providers tell the user of legal process by default; after each of three blocks a new account appeared; in I-8 the sender wrote of coming in person.",
    sources: ["L24", "L25", "C-1", "C-2", "C-3", "I-8"],
  },
  certification: {
    text: "Suggested: records with a certificate of the provider’s custodian under FRE 902(11) or 902(13), so that they can also be used in a US case; with the hash of each file; times in UTC. Meta describes its records as self-authenticating.",
    sources: ["L25", "L27", "L28"],
  },
  urgency: [
    { text: "No preservation is recorded (R-8, R-9).", sources: ["R-8", "R-9"] },
    { text: "I-1 turns 90 days old on 1 December 2026.", sources: ["I-1"] },
    { text: "X keeps IP logs very briefly; deleted posts are generally unavailable.", sources: ["L24"] },
    { text: "I-8, nine days before this version: “My ticket is booked.”", sources: ["I-8"] },
  ],
};

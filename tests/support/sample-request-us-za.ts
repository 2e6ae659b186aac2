import type { PacketSnapshotInput } from "@/lib/packets/packets/snapshot/snapshot";

type Part<K extends keyof PacketSnapshotInput> = NonNullable<PacketSnapshotInput[K]>;

const open = (
  code: string,
  type: Part<"references">[number]["type"],
  text: string,
  issuer: string,
  whoActs: string,
) => ({
  code,
  type,
  label: text,
  state: "not_yet_issued" as const,
  issuer,
  whoActs,
});

/** Numbers of the invented case of the other direction, got and not yet got. */
export const references: Part<"references"> = [
  {
    code: "R-1",
    type: "us_case",
    label: "FBI case number",
    state: "issued",
    number: "EXAMPLE-FBI-000147",
    issuer: "FBI, Examplebury field office",
    issuedOn: "2026-10-30",
    cameBy: "phone",
    proof: "call note",
  },
  {
    code: "R-2",
    type: "police_report",
    label: "US police report number",
    state: "issued",
    number: "EXAMPLE-2026-10-4471",
    issuer: "Police of Examplebury",
    issuedOn: "2026-10-21",
    cameBy: "on paper",
    proof: "E-04",
  },
  {
    code: "R-3",
    type: "ic3",
    label: "IC3 submission ID",
    state: "issued",
    number: "EXAMPLE-IC3-20261022-0009",
    issuer: "FBI Internet Crime Complaint Center",
    issuedOn: "2026-10-22",
    cameBy: "portal or screen",
    proof: "saved page",
  },
  {
    code: "R-4",
    type: "preservation",
    label: "Preservation, X",
    state: "issued",
    number: "EXAMPLE-X-PRES-77",
    issuer: "X Corp.",
    issuedOn: "2026-10-31",
    expiresOn: "2027-01-29",
    cameBy: "e-mail",
    proof: "e-mail, raw",
    accounts: ["A1"],
  },
  open("R-5", "preservation", "Preservation, Meta", "Meta Platforms, Inc.", "Police only"),
  open("R-6", "ncb", "INTERPOL Washington reference", "INTERPOL Washington (US NCB)", "Police only"),
  open("R-7", "oia", "OIA reference", "DOJ Office of International Affairs", "Central authority only"),
  open("R-8", "central_authority", "DOJ&CD reference", "DOJ&CD", "Central authority only"),
  open("R-9", "letter_of_request", "Letter rogatory", "Court", "Court only"),
  open("R-10", "cas", "CAS number", "SAPS station", "Police only"),
];

const element = (home: string, other: string, facts: string, shownBy: string[], gap = "none noted") => ({
  home,
  other,
  facts,
  shownBy,
  gap,
});

/** Its offences, element by element. */
export const pairs: Part<"pairs"> = [
  {
    code: "P-1",
    home: { provision: "18 USC 875(c)", maximum: "5 years", charge: "18 USC 875(c)" },
    other: { provision: "Cybercrimes Act 19 of 2020, section 15", maximum: "3 years", maxYears: 3, law: "L13" },
    elements: [
      element(
        "threat to injure the person of another",
        "data message that threatens violence",
        "“I will have your legs broken.” “I will break your jaw myself.”",
        ["I-1", "I-3", "E-01", "E-03"],
      ),
      element("interstate or foreign transmission", "disclosure by electronic communications", "X and Instagram.", [
        "A1",
        "A2",
      ]),
      element(
        "recklessness or more as to the threatening character",
        "a reasonable person with the same information would see a threat",
        "Told to stop (C-1). Then: “I know you are scared.” (I-2).",
        ["C-1", "I-2", "E-02"],
      ),
      element("the accused sent it", "the accused sent it", "Not known.", [], "Identity; Q-1 goes to this."),
    ],
    content: ["Yes"],
  },
  {
    code: "P-2",
    home: { provision: "18 USC 2261A(2)", maximum: "5 years", charge: "18 USC 2261A(2)" },
    other: {
      provision: "Intimidation Act 72 of 1982, section 1(1)(a)",
      maximum: "10 years",
      maxYears: 10,
      law: "L15",
    },
    elements: [
      element("course of conduct of two or more acts", "each act by itself", "Three acts.", ["I-1", "I-2", "I-3"]),
      element(
        "intent to harass or intimidate",
        "to compel a person to do or not do something",
        "",
        [],
        "No demand is recorded.",
      ),
    ],
  },
];

const network = "Karoo Voorbeeld Netwerk (Pty) Ltd (specimen)";

/** What is asked for there. */
export const request: Part<"request"> = {
  items: [
    {
      code: "Q-1",
      provider: network,
      dataClass: "subscriber",
      why: "who had the line at the minute of I-2 and I-3",
      rows: [
        {
          accounts: ["A2"],
          what: "subscriber of the line that used 192.0.2.44, port 51812, at 2026-10-19T20:31:05Z",
          from: "2026-10-19T00:00:00Z",
          to: "2026-10-20T00:00:00Z",
        },
      ],
    },
    {
      code: "Q-2",
      provider: network,
      dataClass: "traffic",
      why: "whether the same line was used for all three acts",
      rows: [
        {
          accounts: ["A1", "A2"],
          what: "sessions of that line",
          from: "2026-10-05T00:00:00Z",
          to: "2026-11-10T00:00:00Z",
        },
      ],
    },
  ],
  purpose: [],
  secrecy: {
    text: "Reason for the prosecutor’s use: the sender wrote again from a new account eleven days after a block, and in I-3 of travelling.",
    sources: ["C-1", "I-2", "I-3"],
  },
  urgency: [],
};

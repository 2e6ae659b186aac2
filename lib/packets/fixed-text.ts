import { certificateWords } from "@/lib/jurisdictions/common/certificate-words";

/** Sentences that are the same in every packet, each reviewed once. Wording is not assembled from parts. */
export type FixedText = { text: string; source: string; mark: string };

export const fixedText = {
  F1: {
    text: "This is a pre-request dossier prepared by a victim-support organisation. It is not a request by a state. Only the prosecutor and the central authority can make a request under the treaty or the International Co-operation in Criminal Matters Act, and only they decide whether any part of this dossier is used.",
    source: "domain 5, table and “who does what”",
    mark: "G",
  },
  F2: {
    text: "What is said about the subject is alleged by the client. It has not been tested by a court.",
    source: "product.md, subject",
    mark: "product",
  },
  F3: {
    text: "This served part names the client, the client’s contacts and our staff by code. Names, addresses and identity numbers are in a sealed annex, which is a separate document and travels separately.",
    source: "product.md, what a packet is",
    mark: "product",
  },
  F4: {
    text: "Every paragraph shows in the right-hand column where it comes from: I incident, C other event, E exhibit, R reference number, A account, ST sworn statement in the docket, L law or practice source, F fixed text. Marks show how well a legal source was read: V primary text; V2 secondary source; S the reporting guide; G general knowledge, no source read; C confirm before use. G and C are printed white on black.",
    source: "domain, confidence marks",
    mark: "product",
  },
  F5: {
    text: "The headings follow the contents article of the US model treaty. The wording of the contents article in TIAS 13061 was not read. Compare the two before use.",
    source: "domain 5, form and contents; 13.2",
    mark: "V model, G C",
  },
  F6: {
    text: "South Africa keeps UTC+2 all year. US Eastern time is printed because A1 showed “Columbus, Ohio” on its profile. It is a reading aid, not a finding of where the sender was. US Eastern changed from UTC−4 to UTC−5 on 1 November 2026.",
    source: "domain 11, calendars; profile line in E-01",
    mark: "G",
  },
  F7: {
    text: "This pairing is an analysis for the prosecutor. It is not a legal opinion and counsel has not signed it off.",
    source: "domain 4, last line",
    mark: "G",
  },
  F8: {
    text: "The Cybercrimes Act provisions on preservation and disclosure directions (ss 41–44), mutual assistance (ss 46–51) and the point of contact (s 52) are not in force on the text read. This dossier relies on none of them.",
    source: "domain 0.1, 2.1, 2.3",
    mark: "V; C for today",
  },
  F9: {
    text: certificateWords.draft,
    source: "peers 3.12",
    mark: "product",
  },
  F10: {
    text: certificateWords.hashProves,
    source: "domain 9, FRE 902(14)",
    mark: "V2",
  },
  F11: {
    text: "No date of answer is promised or implied.",
    source: "domain 5, T-MLA",
    mark: "G",
  },
  F12: {
    text: "A line that fails blocks approval. A supervisor may override it with a reason, and the reason is printed here.",
    source: "product.md, preflight",
    mark: "product",
  },
  F13: {
    text: "You can check this packet without an account and without the internet. Only the key fingerprint in step 1 needs a phone call.",
    source: "peers 3.11",
    mark: "product",
  },
  F14: {
    text: "If something does not match, do not use the packet. Tell the liaison desk the packet number, the page and the value that you got.",
    source: "peers 3.11",
    mark: "product",
  },
  F15: {
    text: "Please preserve, for 90 days, the records that you hold for the accounts and periods in the attached table, of the types listed there, pending legal process through the United States authorities.",
    source: "domain 8 (X, Meta), T-2703F",
    mark: "V, V2",
  },
  F16: {
    text: "For danger now: 10111, or 112 from a mobile phone.",
    source: "domain 1.1 ZA-EMERG",
    mark: "V",
  },
  F17: {
    text: "It is a briefing prepared by a victim-support organisation for the investigating officer. Only a National Central Bureau can send a message, over I-24/7; the public cannot. The officer decides whether to ask the bureau.",
    source: "domain 6; guide",
    mark: "S, V2",
  },
  F18: {
    text: "This briefing was prepared by a victim-support organisation. It sends nothing to a provider. A “governmental entity” in 18 USC 2703(f) is a US one; a South African request goes through US authorities or is honoured by the provider as a courtesy.",
    source: "domain 3.4, last paragraph",
    mark: "V2 / V",
  },
  F19: {
    text: "This annex holds what the served part leaves out. It is a separate document with its own count of pages and its own signature. It is released to the persons below and to nobody else. It must not go into the docket copies, the court file or anything the subject or the defence receives, unless a court orders it.",
    source: "product.md, sealed annex",
    mark: "product",
  },
  /** Beside F3, for a kind that has no sealed annex of its own. */
  F30: {
    text: "This briefing names the client, the client’s contacts and our staff by code. Names, addresses and identity numbers are not part of it.",
    source: "product.md, what a packet is",
    mark: "product",
  },
} as const satisfies Record<string, FixedText>;

export type FixedTextId = keyof typeof fixedText;

/** Short fixed sentences that stand on a page by themselves. */
export const fixedLines = {
  notRequest: "This is not a request by a state.",
  foot: "Prepared by a victim-support organisation. Not a request by a state.",
  notMessage: "This is not an INTERPOL message.",
  policeOnly: "Only police can send what is drafted here.",
  notDocket: "This is not a docket. The officer decides what is filed.",
  notFile: "This is not a police report. The officer decides what is filed.",
  complaint: "This is a complaint about a refusal.",
  annexOpen: "Open only if your name is on this page.",
  annexMistake: "If it was opened by mistake: tell the liaison desk today.",
  feet: {
    interpol: "Prepared by a victim-support organisation. Not an INTERPOL message.",
    preservation: "Prepared by a victim-support organisation. Police only: sends nothing by itself.",
    docket: "Prepared by a victim-support organisation. For the officer, who files it.",
    refusal: "Prepared by a victim-support organisation. For the offices named on page 1.",
    annex: "Sealed. Not part of the served part.",
  },
  sendBack: [
    "wrong or missing identifier",
    "too broad",
    "no legal basis",
    "manifest error",
    "insufficient facts",
    "not our jurisdiction",
  ],
} as const;

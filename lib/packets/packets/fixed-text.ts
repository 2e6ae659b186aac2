import { certificateWords } from "@/lib/law/jurisdictions/common/certificate-words";
import { commonWords } from "@/lib/law/jurisdictions/common/packet-words";

/**
 * Sentences that are the same in every packet, each reviewed once. Wording is not assembled from parts. The missing
 * numbers (F1, F5, F6, F8, F15, F16, F18) are about law or agencies: they are words of the pair.
 */
export type FixedText = { text: string; source: string; mark: string };

export const fixedText = {
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
  F7: { text: commonWords.F7.text, source: "domain 4, last line", mark: "G" },
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
  F11: { text: commonWords.F11.text, source: "domain 5, T-MLA", mark: "G" },
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
  F17: {
    text: "It is a briefing prepared by a victim-support organisation for the investigating officer. Only a National Central Bureau can send a message, over I-24/7; the public cannot. The officer decides whether to ask the bureau.",
    source: "domain 6; guide",
    mark: "S, V2",
  },
  F19: {
    text: "This annex holds what the served part leaves out. It is a separate document with its own count of pages and its own signature. It is released to the persons below and to nobody else. It must not go into the docket copies, the court file or anything the subject or the defence receives, unless a court orders it.",
    source: "product.md, sealed annex",
    mark: "product",
  },
  /** In addition to F3, for a kind without a sealed annex. */
  F30: {
    text: "This briefing names the client, the client’s contacts and our staff by code. Names, addresses and identity numbers are not part of it.",
    source: "product.md, what a packet is",
    mark: "product",
  },
} as const satisfies Record<string, FixedText>;

export type FixedTextId = keyof typeof fixedText;

/** Short fixed sentences that appear on a page by themselves. */
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
    "error in the manifest",
    "insufficient facts",
    "not our jurisdiction",
  ],
} as const;

/**
 * The addressee. A name that no source gives is for the prosecutor: a page neither guesses it nor offers it as a
 * choice.
 */
export const entityLabel = (platform: string, entity: string | null | undefined): string =>
  entity ?? `${platform}: legal entity to be confirmed by the prosecutor`;

/** Across every page of an unapproved version, and the sentence with it. */
export const draftStamp = "DRAFT - not approved";
export const draftNotice = "Nobody approved this version: do not act on it.";

/**
 * On a copy of a version that no longer counts: what it is a copy of. Copies are not signed. @param sha256 of what was
 * served
 */
export const copyNotice = (sha256: string): string =>
  `This is a copy and is not signed. The file that was served and signed has the SHA-256 ${sha256}.`;

/** On a copy that is not laid out as what was served: with the notice above, and at the foot of each page. */
export const anewNotice =
  "Its pages were printed by a later release of the software and are not word for word those of that file. Only the file that was served was approved.";
export const anewShort = "Not laid out as served.";

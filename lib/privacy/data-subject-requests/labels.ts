import type { LegalSource } from "@/lib/law/jurisdictions/types";
import type { Asker, Corrected, IdentityWay, RequestState, RightKind } from "./types";

export const kindLabels: Record<RightKind, string> = {
  access: "Access: what is kept about me",
  correction: "Correction",
  deletion: "Deletion",
  restriction: "Restriction",
  objection: "Objection",
};

/** One word for lists and clocks. */
export const kindWords: Record<RightKind, string> = {
  access: "Access",
  correction: "Correction",
  deletion: "Deletion",
  restriction: "Restriction",
  objection: "Objection",
};

export const askerLabels: Record<Asker, string> = {
  client: "The client of a case",
  subject: "The person whom a case is about",
  other: "Somebody else",
  authority: "A court or an authority",
};

export const askerHints: Record<Asker, string> = {
  client: "Make sure that it is the client: the harasser may write in their name",
  subject: "Never gets what a case holds, nor learns from us that there is one",
  other: "A relative, an employer, a new partner: only what is theirs, and never the client's",
  authority: "A subpoena or an order. Answer as narrowly as it is worded",
};

export const stateLabels: Record<RequestState, string> = {
  received: "Received: make sure who asks",
  identified: "To decide",
  decided: "Granted, to answer",
  refused: "Refused",
  answered: "Answered",
  withdrawn: "Withdrawn",
};

export const identityLabels: Record<IdentityWay, string> = {
  in_person: "Met in person, and known",
  safe_contact: "Asked back by the agreed safe contact, with the code word",
  document: "Identity document seen beside the person",
  called_back: "Called back on a number from a directory, not from the letter",
};

export const correctedLabels: Record<Corrected, string> = {
  name: "Name",
  identityNumber: "Identity number",
  phone: "Phone",
  email: "E-mail",
  address: "Address",
  other: "Something else in the case",
};

/** What has to be so before anything is decided: each is ticked. */
export const safetyChecks = {
  notImpostor: "It was asked whether the harasser may be behind this request, and what speaks against it",
  noTrace: "The answer tells nobody where the client is, how they are reached, or what they said",
  wayIsSafe: "It goes by a way that nobody else reads, in the hours that the client chose",
  othersOut: "Nothing about a third person, an officer or a colleague is in it",
} as const;

/** The rule of the law data that gives an access request its day. For the other kinds the law data has none. */
export const accessClock = "T-PAIA";

/** The reference data, with its marks. It does not cover other countries' data protection law. */
export const rightsLaw: readonly LegalSource[] = [
  {
    text: "Access and correction in a reasonable time, on prescribed forms.",
    source: "POPIA ss 23-25 (popiadesk)",
    marks: ["G", "V2"],
    checkedOn: "2026-11-24",
  },
  {
    text: "Consent is taken back at any time. What was done before stays lawful.",
    source: "POPIA s 11 (popia.co.za)",
    marks: ["V"],
    checkedOn: "2026-11-24",
  },
  {
    text: "Kept no longer than necessary, then destroyed so that it cannot be rebuilt. Restricted when contested.",
    source: "POPIA s 14",
    marks: ["V2"],
    checkedOn: "2026-11-24",
  },
];

export const noDayInLaw = "Our law data gives no day for this kind of request. Choose one yourselves.";

/** Where a case about the asker would be named, and is not. */
export const neverToSubject =
  "Whoever a case is about gets no contents of it. Refuse, and send the neutral answer: it is the same whether a case exists or not.";

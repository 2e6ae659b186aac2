import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { Asker, Corrected, IdentityWay, RequestState, RightKind } from "./types";

export const kindLabels: Record<RightKind, string> = {
  access: t("Access: what is kept about me"),
  correction: t("Correction"),
  deletion: t("Deletion"),
  restriction: t("Restriction"),
  objection: t("Objection"),
};

/** One word for lists and clocks. */
export const kindWords: Record<RightKind, string> = labelTable(() => ({
  access: t("Access"),
  correction: t("Correction"),
  deletion: t("Deletion"),
  restriction: t("Restriction"),
  objection: t("Objection"),
}));

export const askerLabels: Record<Asker, string> = {
  client: t("The client of a case"),
  subject: t("The person whom a case is about"),
  other: t("Somebody else"),
  authority: t("A court or an authority"),
};

export const askerHints: Record<Asker, string> = {
  client: t("Make sure that it is the client: the harasser may write in their name"),
  subject: t("Never gets what a case holds, nor learns from us that there is one"),
  other: t("A relative, an employer, a new partner: only what is theirs, and never the client's"),
  authority: t("A subpoena or an order. Answer as narrowly as it is worded"),
};

export const stateLabels: Record<RequestState, string> = {
  received: t("Received: confirm who is asking"),
  identified: t("To decide"),
  decided: t("Granted, to answer"),
  refused: t("Refused"),
  answered: t("Answered"),
  withdrawn: t("Withdrawn"),
};

export const identityLabels: Record<IdentityWay, string> = {
  in_person: t("Met in person, and known"),
  safe_contact: t("Checked through the agreed safe contact, with the code word"),
  document: t("Identity document checked with the person present"),
  called_back: t("Called back on a number from a directory, not from the letter"),
};

export const correctedLabels: Record<Corrected, string> = {
  name: t("Name"),
  identityNumber: t("Identity number"),
  phone: t("Phone"),
  email: t("E-mail"),
  address: t("Address"),
  other: t("Something else in the case"),
};

/** What has to be so before anything is decided: each is ticked. */
export const safetyChecks = {
  notImpostor: t("We considered whether the harasser may be behind this request, and what speaks against that"),
  noTrace: t("The answer tells nobody where the client is, how they are reached, or what they said"),
  wayIsSafe: t("It is sent in a way that nobody else can read, in the hours that the client chose"),
  othersOut: t("Nothing about a third person, an officer or a colleague is in it"),
} as const;

/** The rule of the law data that gives an access request its day. For the other kinds the law data has none. */
export const accessClock = "T-PAIA";

/** The reference data, with its marks. It does not cover other countries' data protection law. */
export const rightsLaw: readonly LegalSource[] = [
  {
    text: t("Access and correction in a reasonable time, on prescribed forms."),
    source: t("POPIA ss 23-25 (popiadesk)"),
    marks: ["G", "V2"],
    checkedOn: "2026-11-24",
  },
  {
    text: t("Consent can be withdrawn at any time. What was done before stays lawful."),
    source: t("POPIA s 11 (popia.co.za)"),
    marks: ["V"],
    checkedOn: "2026-11-24",
  },
  {
    text: t("Kept no longer than necessary, then destroyed so that it cannot be rebuilt. Restricted when contested."),
    source: t("POPIA s 14"),
    marks: ["V2"],
    checkedOn: "2026-11-24",
  },
];

export const noDayInLaw = t("Our law data gives no day for this kind of request. Choose one yourselves.");

/** Where a case about the asker would be named, and is not. */
export const neverToSubject = t(
  "A person whom a case is about gets none of its contents. Refuse, and send the neutral answer: it is the same whether a case exists or not.",
);

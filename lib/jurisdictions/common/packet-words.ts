import { certificateWords } from "@/lib/jurisdictions/common/certificate-words";
import type { PacketWord } from "@/lib/jurisdictions/packet-word-types";

/** A sentence that a pair may word in its own way, and the blanks that it may hold beside those of every sentence. */
type CommonWord = PacketWord & { text: string; fills?: readonly string[] };

const plain = (text: string, sources: string[], ...fills: string[]): CommonWord => ({
  text,
  sources,
  from: "product.md, what a packet is",
  marks: [],
  fills,
});

/** Blanks that every sentence and label may hold: the names of both sides, in the forms that a sentence needs. */
export const commonFills = ["homeCountry", "otherCountry", "homeDemonym", "otherDemonym", "inHome", "inThere"] as const;

/**
 * What a packet says when nothing is known of the law of its pair: it names no law, and says what was not read. An
 * empty text prints nothing.
 */
export const commonWords = {
  F1: plain(
    "This is a pre-request dossier prepared by a victim-support organisation. It is not a request by a state. Only the prosecutor and the central authority can make a request, and only they decide whether any part of this dossier is used.",
    ["F1"],
  ),
  F5: plain(
    "The headings follow the order of the contents article of a model treaty on mutual legal assistance. Whether a treaty binds the two countries, and how it is worded, was not read. Compare before use.",
    ["F5"],
  ),
  F7: plain(
    "This pairing is an analysis for the prosecutor. It is not a legal opinion and counsel has not signed it off.",
    ["F7"],
  ),
  F8: plain("", ["F8"]),
  F10: plain(certificateWords.hashProves, ["F10"]),
  F11: plain("No date of answer is promised or implied.", ["F11"]),
  F15: plain(
    "Please preserve the records that you hold for the accounts and periods in the attached table, of the types listed there, pending legal process through the competent authorities.",
    ["F15"],
  ),
  F16: plain("", ["F16"]),
  F18: plain(
    "This briefing was prepared by a victim-support organisation. It sends nothing to a provider. Whether a provider acts on a letter from abroad is for the provider to decide.",
    ["F18"],
  ),
  authorityKnown: plain(
    "The matter is with {office}. The requesting authority is for the prosecutor to complete.",
    ["case record"],
    "office",
  ),
  authorityUnknown: plain(
    "No number of an open matter is recorded. The investigating and the requesting authority are for the officer and the prosecutor to complete.",
    ["case record"],
  ),
  authorityPath: plain("", ["case record"]),
  docketKnown: plain("Open matter: {docket}{issued}.", ["case record"], "docket", "issued"),
  docketMissing: plain("No number of an open matter is issued yet, or it is not known to this organisation.", [
    "case record",
  ]),
  screenClear: plain("Nothing in the facts held is military or political.", ["case record"]),
  screenFound: plain(
    "The screening found something that may be military or political. The prosecutor should weigh it.",
    ["case record"],
  ),
  screenOpen: plain("The facts were not yet screened for anything military or political.", ["case record"]),
  jurisdiction: plain("On what ground the courts of {inHome} try the matter is for the prosecutor to state.", [
    "blank: prosecutor",
  ]),
  jurisdictionThere: plain("", ["case record"]),
  soughtOpening: plain(
    "Addressees are the legal entities{named}. Every range is in UTC. Nothing is sought on any other account or person.",
    ["product rule"],
    "named",
  ),
  purpose: plain(
    "To identify the person or persons who used {accounts}, to learn whether that was in {inThere}, and to prove the messages by provider records in a court of {inHome}.",
    ["case record"],
    "accounts",
  ),
  certification: plain(
    "Suggested: records with a certificate of the provider’s custodian, with the hash of each file; times in UTC. Which form serves is for the prosecutor to state.",
    ["product rule"],
  ),
  certificationHome: plain("Form of proof required by the court of {inHome}: for the prosecutor to complete.", [
    "blank: prosecutor",
  ]),
  secrecyLength: plain("", ["case record"]),
  logsShort: plain("", ["case record"]),
  standardsOpening: plain(
    "Five rows, one for each thing that an authority or provider of {inThere} may be asked for. The last column says what is missing. {offences}",
    ["product rule"],
    "offences",
  ),
  standardsOver: plain("Offences with more than one year: {offences}.", ["case record"], "offences"),
  standardsNoneOver: plain("No offence of {inThere} with more than one year is paired in this version.", [
    "case record",
  ]),
  standardsAfter: plain("", ["case record"]),
  gateRests: plain("The request rests on {kinds}. It does not rest on insult or opinion.", ["case record"], "kinds"),
  gateOpen: plain(
    "No incident is marked as a threat of violence, so it is not shown that this is more than speech. The prosecutor should weigh this before asking for content.",
    ["case record"],
  ),
  pairingNote: plain("", ["case record"]),
  registerOpening: plain("Each number as issued. “Not yet issued” is a state, and says who has to act.", [
    "case record",
  ]),
  releaseGround: plain("A release can be revoked; the liaison desk then tells each holder.", ["case record"]),
  noWords: plain(
    "This organisation holds no reviewed wording for the law of this pair. Where law would stand, a line is ruled or it says that it was not read.",
    ["product rule"],
  ),
} as const satisfies Record<string, CommonWord>;

export type PacketWordKey = keyof typeof commonWords;

/** Heads, labels and names of bodies. Blanks as in `commonFills`. */
export const commonLabels = {
  homeDemonym: "{homeCountry}",
  otherDemonym: "{otherCountry}",
  inHome: "{homeCountry}",
  inThere: "{otherCountry}",
  docketRow: "Open matter",
  docketNone: "no number of an open matter is recorded",
  readerOfficer: "Investigating officer",
  readerProsecutor: "Prosecutor",
  readerAuthority: "Central authority",
  readerAuthorityDoes: "Compare section 2 with the contents article of the treaty, if one binds both countries.",
  readerOther: "Other side, if forwarded",
  fieldAuthority: "Requesting authority",
  fieldProsecutor: "Prosecutor, name and office",
  fieldOfficer: "Investigating officer",
  fieldServiceNumber: "Service number",
  legalBasis: "Legal basis: for the prosecutor to state.",
  offencesTitle: "Offences under the law of {inHome}",
  fieldProofForm: "Form of affidavit or certificate required in {inHome}",
  bandSubscriber: "subscriber",
  bandTraffic: "traffic",
  bandContent: "content",
  standardsTitle: "The standard in {inThere} per data class",
  standardsShort: "Standard per data class",
  standardsHead: "Standard",
  standardNotRead: "The standard in {inThere} was not read. For the prosecutor to state.",
  gateLead: "Threat, or speech.",
  homeElement: "Element in {inHome}",
  otherElement: "Element in {inThere}",
  homeColumn: "{homeCountry}",
  otherColumn: "{otherCountry}, counterpart",
  numbersToAdd:
    "Number of the open matter; Letter of request: court and number; Central authority reference; Reference there",
  certificateNone: "Form of a certificate: not read for this pair",
} as const;

export type PacketLabelKey = keyof typeof commonLabels;

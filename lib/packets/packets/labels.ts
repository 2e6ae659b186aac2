import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { companyName } from "./parts/company-name";
import type { ncbPurposes } from "./snapshot/snapshot-kind-parts";
import {
  type LetterKey,
  letterPattern,
  type PacketEventName,
  type PacketKind,
  type PacketKindKey,
  type PacketPartKey,
  type PacketStatus,
  type ReceiverRole,
} from "./types";

/** The kinds of packets, each shaped for its receiver. */
export const packetKinds: Record<PacketKindKey, PacketKind> = labelTable(() => ({
  mla_dossier: {
    key: "mla_dossier",
    label: t("MLA pre-request dossier"),
    short: t("MLA pre-request dossier"),
    notice: {
      title: t("This is a pre-request dossier, not an MLAT request"),
      text: t("Only the prosecutor and the central authority can make a request. Page 1 says so."),
    },
    receivers: ["investigating_officer", "prosecutor", "central_authority"],
    asks: ["stage", "screening", "asks", "reasons", "exhibits"],
    hasAnnex: true,
    hasRequest: true,
  },
  interpol_briefing: {
    key: "interpol_briefing",
    label: t("INTERPOL briefing"),
    short: t("INTERPOL briefing"),
    notice: {
      title: t("This is a briefing, not an INTERPOL message"),
      text: t("Only a National Central Bureau can send a message. The officer decides whether to ask the bureau."),
    },
    receivers: ["investigating_officer", "ncb"],
    asks: ["stage", "screening", "ncb", "emergency", "exhibits"],
    hasAnnex: true,
    hasRequest: false,
  },
  preservation_briefing: {
    key: "preservation_briefing",
    label: t("Preservation and emergency-disclosure briefing"),
    short: t("Preservation briefing"),
    notice: {
      title: t("Only police can send what is drafted here"),
      text: t(
        "The organisation sends nothing to a provider. The officer puts each letter on their own letterhead, signs it and sends it.",
      ),
    },
    receivers: ["investigating_officer"],
    asks: ["letter", "asks", "reasons", "emergency", "exhibits"],
    hasAnnex: false,
    hasRequest: false,
  },
  docket_pack: {
    key: "docket_pack",
    label: t("Docket pack"),
    short: t("Docket pack"),
    notice: {
      title: t("For the docket: statement, annexures, chronology and index"),
      text: t("The officer files it. Nothing in it opens, registers or numbers a docket by itself."),
    },
    receivers: ["investigating_officer", "station"],
    asks: ["stage", "screening", "exhibits"],
    hasAnnex: true,
    hasRequest: false,
  },
  refusal_complaint: {
    key: "refusal_complaint",
    label: t("Refusal complaint pack"),
    short: t("Refusal complaint"),
    notice: {
      title: t("A complaint about a refusal, with what was said and when"),
      text: t("It goes where the client has agreed in writing that it may go, and no further."),
    },
    receivers: ["station", "complaints_body"],
    asks: ["refusal", "exhibits"],
    hasAnnex: true,
    hasRequest: false,
  },
}));

export const kindLabels: Record<string, string> = labelTable(() =>
  Object.fromEntries(Object.values(packetKinds).map((kind) => [kind.key, kind.label])),
);

/** The most important notice for readers of a packet of this kind. */
export const kindNotices: Record<string, { title: string; text: string }> = labelTable(() =>
  Object.fromEntries(Object.values(packetKinds).map((kind) => [kind.key, kind.notice])),
);

export const receiverLabels: Record<ReceiverRole, string> = labelTable(() => ({
  investigating_officer: t("Investigating officer"),
  prosecutor: t("Prosecutor"),
  central_authority: t("Central authority"),
  other_side: t("Authority of the other country"),
  ncb: t("National Central Bureau"),
  station: t("Station or head of the unit"),
  complaints_body: t("Complaints body"),
}));

export const statusLabels: Record<PacketStatus, string> = labelTable(() => ({
  building: t("Building"),
  failed: t("Not built"),
  cancelled: t("Building was stopped"),
  ready: t("Waiting for approval"),
  approved: t("Approved"),
  returned: t("Returned to the author"),
  handed_over: t("Handed over"),
  withdrawn: t("Withdrawn"),
}));

export const packetEventLabels: Record<PacketEventName, string> = labelTable(() => ({
  drafted: t("Drafted"),
  built: t("Built"),
  failed: t("Not built"),
  cancelled: t("Building was stopped"),
  retried: t("Building started again"),
  commented: t("Comment"),
  approved: t("Approved"),
  returned: t("Returned to the author"),
  withdrawn: t("Withdrawn"),
}));

export const classLabels = labelTable(() => ({
  subscriber: t("Subscriber"),
  traffic: t("Traffic"),
  content: t("Content"),
}));

/** The stages of a build, in order. `counted` says what their count refers to. */
export const buildStages = labelTable(() => [
  { key: "queued", name: t("Waiting to start"), counted: "" },
  { key: "reading", name: t("Reading the case"), counted: "" },
  { key: "exhibits", name: t("Checking and preparing exhibits"), counted: "exhibits" },
  { key: "preflight", name: t("Checking the preflight list"), counted: "" },
  { key: "drawing", name: t("Writing pages"), counted: "pages" },
  { key: "leaks", name: t("Looking for protected details in the finished file"), counted: "" },
  { key: "parts", name: t("Writing the annex, the request and the manifest"), counted: "" },
  { key: "storing", name: t("Saving the packet"), counted: "" },
]);

export type BuildStage = (typeof buildStages)[number]["key"];

/** How a packet names the ledger line that lifts a cover of words: purposes are not printed. */
export const liftedAction = "redaction lifted";

/** The field of a line that can be fixed only by a person looking. No reason overrides it. */
export const lookField = "exhibit.look";

/** The field of a line that can be fixed only by a person saying whether there is danger. No reason overrides it. */
export const dangerField = "danger";

/** Failed lines that no reason overrides, by their field. */
export const withoutReason: readonly string[] = [lookField, dangerField];

/** Where a failed line can be fixed: a page of the case, and the link text. The longest prefix wins. */
const places: readonly (readonly [string, string, string])[] = labelTable(() => [
  ["packet", "packets/new", t("Draft a new version")],
  ["request", "packets/new", t("Change what is asked")],
  ["case.stage", "packets/new", t("State the stage")],
  ["case.screen", "packets/new", t("Answer the screening question")],
  ["case.danger", "packets/new", t("Describe the danger")],
  ["case.pair", "", t("Open the case")],
  [dangerField, "danger", t("Say whether there is danger")],
  ["ncb", "packets/new", t("Say what is asked of the bureau")],
  ["handover", "packets/new", t("Name the officer by role")],
  ["clock", "packets/new", t("Give the day of the letter")],
  ["paper.supplementary", "documents", t("Draft a supplementary statement")],
  ["paper", "documents", t("Open documents")],
  ["refusal", "refusals", t("Open refusals")],
  ["refusal.authority", "releases", t("Open releases and written consent")],
  ["text", "incidents", t("Open incidents")],
  ["exhibit.minor", "packets/new", t("Answer the question on minors")],
  ["exhibit", "evidence", t("Open evidence")],
  [lookField, "evidence/pictures", t("Look at the pictures")],
  ["reference", "references", t("Open references")],
  ["charge", "charges", t("Open charges")],
  ["law", "charges", t("Open charges")],
  ["incident", "incidents", t("Open incidents")],
  ["account", "subjects", t("Open the identity board")],
  ["subject", "subjects", t("Open the identity board")],
  ["release.conditions", "packets/new", t("State the conditions of use")],
  ["release", "releases", t("Open releases")],
  ["client", "incidents", t("Open incidents")],
]);

/** The link to fix a field of the checklist, relative to the case. */
export function placeToCorrect(field: string): { path: string; words: string } {
  const found = places.filter(([start]) => field.startsWith(start)).toSorted((a, b) => b[0].length - a[0].length)[0];
  return found ? { path: found[1], words: found[2] } : { path: "", words: t("Open the case") };
}

/** Why a packet with exhibits is blocked: no reason overrides it. */
export const stoppedExhibits = (): string =>
  t(
    "A sexual image of a person under 18 may be among the files of this case, so none is handed out. Leave out every exhibit.",
  );

/** Why a version that was approved is not built: between review and build the software changed, or a file did. */
export const notReviewed = (): string =>
  t(
    "What would be printed now is not what was reviewed: the software changed since, or a file of an exhibit did. Draft the next version.",
  );

/** Why nothing is drafted or built while the question of danger is open: no reason overrides it. */
export const dangerUnanswered = (which: string): string =>
  which === ""
    ? t("The case was marked as in danger, and nobody has said since whether there is. Assess the danger first.")
    : t(
        "{which} names a day, a place, a weapon or the like, and nobody has said whether there is danger. Assess the danger first.",
        { which },
      );

/** Why a packet with unchecked pictures is blocked: no reason overrides it. */
export const unseenPictures = (which: string): string =>
  t("Nobody has checked {which} yet. A picture can leave only after a person has checked it.", { which });

/** A picture of the packet that was replaced by a mask. */
export const replacedPictures = (which: string): string =>
  t("{which} was masked after this version was built. Draft the next version, so that the masked copy is served.", {
    which,
  });

/** Built by an earlier release, which did not ask. */
export const neverAsked = t(
  "This version was built before anybody was asked to look at its pictures. Draft the next version and look at them.",
);

/** The purpose and readers of each kind, for the page where one is chosen. */
export const kindUses: Record<PacketKindKey, { use: string; readers: string }> = labelTable(() => ({
  mla_dossier: {
    use: t("To ask the other country for records of the accounts, through a prosecutor."),
    readers: t("Investigating officer, prosecutor, central authority"),
  },
  interpol_briefing: {
    use: t("To ask police in the other country for help, from bureau to bureau."),
    readers: t("Investigating officer, who takes it to the National Central Bureau"),
  },
  preservation_briefing: {
    use: t(
      "To have companies keep the records before they are deleted, or give them at once when a life is in danger.",
    ),
    readers: t("Investigating officer, who writes to the companies"),
  },
  docket_pack: {
    use: t("To give the docket everything at once: statement, annexures, chronology and index."),
    readers: t("Station, or the officer who has the docket"),
  },
  refusal_complaint: {
    use: t("To complain when somebody in office refuses to do their part."),
    readers: t("Head of the unit, or the body that hears complaints"),
  },
}));

/** The purposes of a message in plain words (INTERPOL rules on data, article 10(2), with the snapshot's keys). */
export const purposeLabels: Record<(typeof ncbPurposes)[number], { label: string; hint: string }> = labelTable(() => ({
  identify: {
    label: t("Find out who it is"),
    hint: t("The person behind the accounts is not known, or not for certain."),
  },
  locate: {
    label: t("Locate or verify a person"),
    hint: t("A name and a place are alleged: is it this person, and are they there?"),
  },
  obtain_information: {
    label: t("Get information"),
    hint: t("What police there hold about the person or the accounts."),
  },
  support_investigation: {
    label: t("Support an investigation"),
    hint: t("An investigation is open here and needs their help."),
  },
  warn: { label: t("Warn of a danger"), hint: t("The person may travel or act, and police there should know.") },
}));

export const levelLabels = labelTable(() => ({
  official: { label: t("For official use only"), hint: "" },
  restricted: { label: t("Restricted"), hint: t("The usual choice: it names a victim by code, and threats in full.") },
  confidential: { label: t("Confidential"), hint: t("When disclosure would put a person in danger.") },
}));

/** What a company requires for an emergency disclosure, one question each. */
export const emergencyLabels = labelTable(() => ({
  who: { label: t("Who is in danger"), hint: t("By code, never by name: the client, a child of the client.") },
  nature: {
    label: t("What threatens them"),
    hint: t("Death or serious injury, and how. Quote the words of the threat."),
  },
  whyNow: { label: t("Why it is now"), hint: t("What says that it will happen soon: a date, a journey, a weapon.") },
  data: { label: t("Which data would stop it"), hint: t("For example: where the account was last logged in from.") },
  noTime: { label: t("Why there is no time for the usual way"), hint: t("What would happen while a court is asked.") },
}));

const fixedParts: Record<Exclude<PacketPartKey, LetterKey>, { label: string; about: string }> = labelTable(() => ({
  served: { label: t("Served part"), about: t("What the receiver reads. People by code only.") },
  annex: { label: t("Sealed annex"), about: t("Identity and address. Open it only if your work needs it.") },
  request: { label: t("Letter of request"), about: t("The whole letter, for the prosecutor to edit and sign.") },
  manifest: { label: t("Manifest"), about: t("Every file and page with its SHA-256.") },
  manifest_signature: {
    label: t("Signature of the manifest"),
    about: t("Says that the manifest is ours and unchanged."),
  },
  case_uco: { label: t("CASE/UCO data"), about: t("The evidence as data, for forensic software.") },
  verifier: { label: t("Verifier"), about: t("A page that checks the folder without a network.") },
  originals: {
    label: t("Originals"),
    about: t("The files sent with it, in one .zip for an officer to unpack."),
  },
  sender: {
    label: t("Sender’s copy"),
    about: t(
      "Checks, reasons, releases and how well each source was read. It stays here and never goes to an officer.",
    ),
  },
  withdrawn_copy: { label: t("Withdrawn copy"), about: t("The served part with the stamp Withdrawn.") },
  superseded_copy: { label: t("Superseded copy"), about: t("The served part, saying on every page what replaced it.") },
}));

/** What a part is, and what it is for. @param name of its file, which says to whom a letter is */
export function describePart(part: PacketPartKey, name = ""): { label: string; about: string } {
  const [, no, docx] = letterPattern.exec(part) ?? [];
  if (!no) return fixedParts[part as Exclude<PacketPartKey, LetterKey>];
  const label = letterLabel(no, name);
  return docx
    ? { label: t("{label}, to edit", { label }), about: t("The same letter as a file for the officer’s letterhead.") }
    : { label, about: t("To one provider, ready for the officer’s name and signature.") };
}

/** `letter-1-preservation-meta-platforms-inc.pdf` as `Preservation letter to Meta Platforms Inc`. */
function letterLabel(no: string, file: string): string {
  const [, kind, slug] = /^letter-\d+-(preservation|emergency)-(.+)\.\w+$/.exec(file) ?? [];
  if (!slug) return t("Letter {no}", { no });
  const provider = companyName(slug);
  return kind === "emergency"
    ? t("Emergency letter to {provider}", { provider })
    : t("Preservation letter to {provider}", { provider });
}

/** Names of draft fields by the field a checklist line points at. The longest prefix wins. */
const formFields: readonly (readonly [string, string])[] = [
  ["packet.exhibits", "exhibits"],
  ["packet.receiver", "receivers"],
  ["case.stage", "stage"],
  ["case.screen", "screened"],
  ["exhibit.minor", "minors"],
  ["request", "asks"],
  ["request.purpose", "purpose"],
  ["request.certification", "certification"],
  ["request.secrecy", "secrecy"],
  ["request.urgency", "urgency"],
  ["ncb.", "ncbAsk"],
  ["emergency", "emergency"],
  ["case.danger", "emergency"],
  ["preservation.letter", "letterOn"],
  ["clock", "letterOn"],
  ["letter", "letterOn"],
  ["refusal.choice", "refusal"],
  ["packet.refusal", "refusal"],
];

/** The draft field that fixes a line, such as `stage` or `ncbAsk.purpose`; null if it is fixed on the case. */
export function formFieldOf(field: string): string | null {
  const found = formFields
    .filter(([start]) => field.startsWith(start))
    .toSorted((a, b) => b[0].length - a[0].length)[0];
  if (!found) return null;
  const [start, name] = found;
  return name === "ncbAsk" || (name === "emergency" && field.startsWith("emergency."))
    ? `${name}.${field.slice(start.replace(/\.$/, "").length + 1)}`
    : name;
}

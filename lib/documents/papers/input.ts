import { z } from "zod";
import { letterChannels } from "@/lib/escalation/letters/types";
import { mostVersions, optionalId, optionalText, requiredDate, requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { selfSaved } from "./labels";
import { signers, tickOf } from "./types";

const caseId = z.uuid(t("The case is missing."));
const documentId = z.uuid(t("The document is missing."));
const version = z.coerce
  .number(t("The version is missing."))
  .int(t("The version is missing."))
  .positive()
  .max(mostVersions);

/** The longest text of one piece: about ten printed pages. */
const longest = 30_000;

export const DraftDocument = z.object({
  caseId,
  template: requiredText(t("Choose a document."), 80),
  accountId: optionalId,
  refusalId: optionalId,
  signer: z.enum(signers, "Choose who signs."),
  /** The exhibits that go with it, by code; all of them when left out. */
  exhibits: z.array(z.string().max(12)).max(2_000).optional(),
});

/** One person's changes: texts by block, blocks after which one is added, removed blocks, and whose text to keep. */
export const SaveDocument = z.object({
  documentId,
  expectedVersion: version,
  texts: z
    .record(
      z.string().max(80),
      z.string().max(longest, t("One piece is longer than 30,000 characters. Split it into several.")),
    )
    .default({}),
  add: z.array(z.string().max(80)).max(20).default([]),
  remove: z.array(z.string().max(80)).max(20).default([]),
  note: optionalText(200),
});

export const RefreshDocument = z.object({ documentId, expectedVersion: version });
export const FinaliseDocument = z.object({ documentId, expectedVersion: version });
export const ReopenDocument = z.object({ documentId });

export const SwearDocument = z.object({
  documentId,
  swornOn: requiredDate(t("Type the day on which it was sworn.")),
  exhibitId: z.uuid(t("Choose the signed paper from the exhibits of this case.")),
});

export const MarkDocumentSent = z.object({
  documentId,
  sentOn: requiredDate(t("Type the day on which it was sent.")),
  /** How it went, and what shows that it arrived: for the register of letters. */
  channel: z
    .enum(letterChannels, t("Choose how it went."))
    .or(z.literal(""))
    .optional()
    .transform((value) => value || ("other" as const)),
  proof: optionalText(300),
  tipOffSeen: ticked,
  removalSeen: ticked,
});

export const WithdrawDocument = z.object({
  documentId,
  reason: requiredText(t("Say why it is withdrawn."), 300),
});

export const formats = ["pdf", "docx"] as const;

export const DownloadDocument = z.object({
  documentId,
  format: z.enum(formats, "There is a PDF and a DOCX."),
  version: version.optional(),
});

/** The form of the editor as the input of save-document: `text.<piece>`, `pick.<piece>`, and one intent. */
export function readEdits(form: FormData): Record<string, unknown> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (!name.startsWith("text.") || typeof value !== "string") continue;
    const id = name.slice("text.".length);
    if (form.get(`pick.${id}`) !== "theirs") texts[id] = value;
  }
  const [act, piece] = String(form.get("intent") ?? "save").split(":");
  return {
    documentId: form.get("documentId"),
    expectedVersion: form.get("expectedVersion"),
    texts,
    add: act === "add" && piece ? [piece] : [],
    remove: act === "remove" && piece ? [piece] : [],
    note: act === "autosave" ? selfSaved : null,
  };
}

/** The form for a new document: exhibits are ticked one by one, and none offered means all. */
export function readDraft(form: FormData): Record<string, unknown> {
  const named = Object.entries(Object.fromEntries(form));
  const { offered, ...rest } = Object.fromEntries(named.filter(([name]) => !name.startsWith(tickOf(""))));
  const ticked = named.flatMap(([name]) => (name.startsWith(tickOf("")) ? [name.slice(tickOf("").length)] : []));
  return offered ? { ...rest, exhibits: ticked } : rest;
}

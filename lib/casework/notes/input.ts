import { z } from "zod";
import {
  optionalDate,
  optionalId,
  optionalText,
  optionalWall,
  requiredText,
  seenVersion,
  ticked,
} from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { directions, noteKinds, parties, visibilities } from "./types";

/** A choice of a list that may be left open, as null. */
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .enum(values, t("Choose one from the list."))
    .or(z.literal(""))
    .nullish()
    .transform((value) => value || null);

const most = 20_000;

const noteId = z.uuid(t("The note is missing."));

/** Only the words are required: whatever else is not known may stay open. `when`: on the wall of the home country. */
const fields = {
  kind: z.enum(noteKinds, t("Choose what it was.")),
  words: requiredText(t("Write what happened or what was said."), most),
  party: oneOf(parties),
  partyName: optionalText(200),
  direction: oneOf(directions),
  when: optionalWall,
  agreed: optionalText(5000),
  nextAct: optionalText(500),
  nextOn: optionalDate,
  accountId: optionalId,
};

export const AddNote = z.object({
  /** Created when the form is opened, so that sending it twice saves one note. */
  id: z.uuid(t("Open the form again.")),
  caseId: z.uuid(t("The case is missing.")),
  ...fields,
  visibility: z.enum(visibilities, t("Choose who may read it.")),
  pinned: ticked,
});

export const AmendNote = z.object({ noteId, version: seenVersion, ...fields });

export const WithdrawNote = z.object({
  noteId,
  reason: requiredText(t("Say why. The note stays, crossed out, with this reason."), 500),
});

export const PinNote = z.object({ noteId, pinned: ticked });

export const FinishNextAct = z.object({ noteId });

const draftText = z
  .string()
  .max(most, t("Use at most {max} characters.", { max: most }))
  .optional();

/** As typed: nothing is checked but its length. `revision`: the one that the page saw last, 0 for none. */
export const SaveDraft = z.object({
  caseId: z.uuid(t("The case is missing.")),
  noteId,
  revision: z.int().min(0).max(1_000_000),
  typed: z.object({
    kind: draftText,
    words: draftText,
    party: draftText,
    partyName: draftText,
    direction: draftText,
    when: draftText,
    agreed: draftText,
    nextAct: draftText,
    nextOn: draftText,
    accountId: draftText,
    visibility: draftText,
    pinned: draftText,
  }),
});

export const DiscardDraft = z.object({ caseId: z.uuid(t("The case is missing.")), noteId });

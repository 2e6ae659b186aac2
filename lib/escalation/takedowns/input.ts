import { z } from "zod";
import { dateIfAny, optionalDate, optionalId, optionalText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { itemKinds, onlookers, platformAnswers, routes } from "./types";

const caseId = z.uuid(t("The case is missing."));
const takedownId = z.uuid(t("The item is missing."));

const on = dateIfAny(t("The day"));

/** A time of day, `HH:MM` on the clock of the case's home, where the hour starts a limit. */
const at = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined)
  .refine(
    (text) => text === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    t("The time is not a time of day, such as 09:40."),
  );

const note = optionalText(1000);

const proofExhibitId = optionalId;

/** Things of the case that go on the list: `account:<id>`, `incident:<id>`, `exhibit:<id>`, `sighting:<id>`. */
export const TrackItems = z.object({
  caseId,
  keys: z
    .array(z.string().max(60))
    .min(1, t("Tick at least one item."))
    .max(200, t("Tick at most 200 items at a time.")),
});

/** An item that no record of the case names yet. */
export const AddTakedown = z
  .object({
    caseId,
    kind: z.enum(itemKinds, t("Choose what it is.")).default("post"),
    /** Left out, it is read from the address. */
    platform: optionalText(40),
    url: optionalText(1000),
    accountId: optionalId,
    what: optionalText(300),
  })
  .refine(({ url, accountId }) => url !== null || accountId !== null, {
    path: ["url"],
    message: t("Type the address, or choose the account that it is on."),
  });

export const ReportTakedown = z.object({
  takedownId,
  route: z.enum(routes, t("Choose how it was reported.")).default("in_product"),
  on,
  at,
  /** The ID that the platform gave, as it was given. */
  reportId: optionalText(200),
  /** Or a number of the case that is recorded already. */
  referenceId: optionalId,
  proofExhibitId,
  note,
  tipOffSeen: ticked,
  removalSeen: ticked,
  seenDuplicate: ticked,
});

export const NumberTakedown = z
  .object({
    takedownId,
    reportId: optionalText(200),
    referenceId: optionalId,
    proofExhibitId,
    seenDuplicate: ticked,
  })
  .refine(({ reportId, referenceId }) => reportId !== null || referenceId !== null, {
    path: ["reportId"],
    message: t("Type the report ID as the platform gave it."),
  });

export const AnswerTakedown = z.object({
  takedownId,
  answer: z.enum(platformAnswers, t("Choose what happened.")),
  on,
  appealBy: optionalDate,
  proofExhibitId,
  note,
});

/** A look at one item or at several of one case. */
export const RecordLooks = z.object({
  caseId,
  takedownIds: z
    .array(z.uuid(t("The item is missing.")))
    .min(1, t("Tick at least one item."))
    .max(200, t("Tick at most 200 items at a time.")),
  seen: z.enum(["up", "gone"], t("Say whether it is still up or gone.")),
  on,
  seenBy: z.enum(onlookers, t("Say who looked.")).default("us"),
  proofExhibitId,
  note,
});

export const UndoEntry = z.object({ takedownId });

export const DropTakedown = z.object({ takedownId });

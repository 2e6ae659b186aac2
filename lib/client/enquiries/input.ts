import { z } from "zod";
import { clientLanguages } from "@/lib/client/wording/rules";
import { optionalId, optionalText, requiredReason, requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { channels, dangers, readers } from "./types";

/** Cut, not refused: what a frightened person types is worth more than a limit. */
const words = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replaceAll("\u0000", "").toWellFormed().trim().slice(0, most));

/** One of a list; anything else is no answer. */
const oneOf = <const T extends readonly string[]>(list: T) =>
  z
    .string()
    .default("")
    .transform((text): T[number] | "" => list.find((known) => known === text) ?? "");

/** What somebody writes who asks for help. Nothing is wanted that she cannot know; one word of anything is enough. */
export const WriteEnquiry = z
  .object({
    id: z.uuid(),
    receiptHash: z.instanceof(Buffer),
    apart: z.enum(["flood", "hidden_field"]).nullable(),
    name: words(160),
    what: words(10_000),
    country: words(60),
    otherCountry: words(60),
    channel: oneOf(channels),
    contact: words(254),
    hours: words(300),
    avoid: words(600),
    readBy: oneOf(readers),
    danger: oneOf(dangers).transform((answer) => answer || ("unknown" as const)),
    language: oneOf(clientLanguages).transform((chosen) => chosen || ("en" as const)),
  })
  .refine(({ name, what, contact, danger }) => name !== "" || what !== "" || contact !== "" || danger === "yes", {
    path: ["what"],
    message: t("Write something first."),
  });

export const WriteAgain = z.object({ words: requiredText(t("Write something first."), 4000) });

export const Nothing = z.object({});

const enquiryId = z.uuid(t("The enquiry is missing."));

export const OneEnquiry = z.object({ enquiryId });

export const AnswerEnquiry = z.object({ enquiryId, words: requiredText(t("Write the answer."), 4000) });

export const ReferEnquiry = z.object({
  enquiryId,
  words: requiredText(t("Write where she finds help: a name, a number, the hours."), 4000),
});

export const SetEnquiryAside = z.object({ enquiryId, reason: requiredReason(3) });

const whichCase = t("Type the code of the case, for example CD-2026-0001.");

/** The case by its id, or by its code as somebody types it. */
export const LinkEnquiry = z
  .object({ enquiryId, caseId: optionalId, caseCode: optionalText(40) })
  .refine(({ caseId, caseCode }) => caseId !== null || caseCode !== null, { path: ["caseCode"], message: whichCase });

export const SetEnquiries = z.object({
  on: ticked,
  days: z.coerce
    .number(t("Type a number of days."))
    .int(t("Type a number of days."))
    .min(7, t("Keep it at least 7 days, so that she can read the answer."))
    .max(365, t("Keep it at most 365 days."))
    .default(30),
});

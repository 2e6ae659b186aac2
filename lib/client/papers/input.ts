import { z } from "zod";
import { readStrokes } from "@/lib/casework/cases/input";
import { consentPurposes } from "@/lib/casework/cases/types";
import { clientLanguages } from "@/lib/client/wording/rules";
import { checkCovered, ReleaseTerms } from "@/lib/handover/releases/input";
import { optionalDate, requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { paperKinds } from "./types";

const caseId = z.uuid(t("The case is missing."));
const language = z.enum(clientLanguages, t("Choose the language in which she reads it."));

export const OfferPaper = z.object({
  caseId,
  kind: z.enum(paperKinds, t("Choose what it is.")),
  language: z.enum(clientLanguages, t("Choose the language that it is written in.")),
  title: requiredText(t("Give it a title."), 200),
  text: requiredText(t("Write the text that the client will read."), 20_000),
});

/** A paper from the records of a case: which one, in which language, and what it has to say besides. */
export const OfferRecord = z
  .discriminatedUnion(
    "what",
    [
      z.object({
        caseId,
        language,
        what: z.literal("consent"),
        purposes: z.partialRecord(z.enum(consentPurposes), ticked).default({}),
      }),
      ReleaseTerms.extend({ caseId, language, what: z.literal("release") }),
      z.object({
        caseId,
        language,
        what: z.literal("authority"),
        process: requiredText(t("Choose what the client allows."), 60),
        information: requiredText(t("Say which information and which exhibits may be given for it."), 600),
        to: requiredText(t("Name the court, office, service or agency."), 200),
        /** Until she takes it back when left out. */
        expiresOn: optionalDate,
      }),
      z.object({ caseId, language, what: z.literal("plan") }),
      z.object({ caseId, language, what: z.literal("contact") }),
      z.object({
        caseId,
        language,
        what: z.literal("statement"),
        documentId: z.uuid(t("Choose the statement.")),
      }),
    ],
    t("Choose the record."),
  )
  .superRefine((input, context) => {
    if (input.what === "release") checkCovered(input, context);
    if (input.what === "consent" && !Object.values(input.purposes).includes(true))
      context.addIssue({
        code: "custom",
        path: ["purposes", "help"],
        message: t("Tick what it is for."),
        input: "purposes",
      });
  });

/** What is no signature is left out: a name was typed too. */
const strokes = z.string().max(60_000).default("").transform(readStrokes);

/** A client's answer. Its page says in her language which field is wrong. */
export const AnswerPaper = z
  .object({
    paperId: z.uuid(t("The paper is missing.")),
    answer: z.enum(["signed", "declined", "corrected"]),
    agree: ticked,
    name: z.string().trim().max(200).default(""),
    strokes,
    words: z.string().trim().max(4000).default(""),
  })
  .superRefine(({ answer, agree, name, words }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message, input: field });
    if (answer === "signed" && !agree) complain("agree", t("Tick that you have read it and agree."));
    if (answer === "signed" && name === "") complain("name", t("Type your name."));
    if (answer === "corrected" && words === "") complain("words", t("Write what is wrong."));
  });

export const OnePaper = z.object({ paperId: z.uuid(t("The paper is missing.")) });

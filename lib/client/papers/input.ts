import { z } from "zod";
import { readStrokes } from "@/lib/casework/cases/input";
import { clientLanguages } from "@/lib/client/wording/rules";
import { requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { paperKinds } from "./types";

export const OfferPaper = z.object({
  caseId: z.uuid(t("The case is missing.")),
  kind: z.enum(paperKinds, t("Choose what it is.")),
  language: z.enum(clientLanguages, t("Choose the language that it is written in.")),
  title: requiredText(t("Give it a title."), 200),
  text: requiredText(t("Write the text that the client will read."), 20_000),
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

import { z } from "zod";
import { namesDay, statusLines } from "@/lib/client/wording/rules";
import { optionalDate, optionalText, requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

/** What a client writes. Its page says in her language what is wrong. */
export const WriteAsClient = z.object({ words: requiredText(t("Write something first."), 4000) });

export const WriteToClient = z.object({
  caseId: z.uuid(t("The case is missing.")),
  words: requiredText(t("Write the message."), 4000),
});

const choose = t("Choose a sentence, or write your own.");

export const ShowStatus = z
  .object({
    caseId: z.uuid(t("The case is missing.")),
    line: z
      .union([z.literal(""), z.enum(statusLines)], choose)
      .optional()
      .transform((value) => value || null),
    lineOn: optionalDate,
    words: optionalText(1000),
  })
  .superRefine(({ line, lineOn, words }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message, input: field });
    if (!line && !words) complain("line", choose);
    if (line && words) complain("words", t("Choose a sentence or write your own, not both."));
    if (line && namesDay(line) && !lineOn) complain("lineOn", t("This sentence names a day."));
  });

export const OneMessage = z.object({ messageId: z.uuid(t("The message is missing.")) });

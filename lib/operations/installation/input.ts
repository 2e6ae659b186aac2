import { z } from "zod";
import { requiredText } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { readCode } from "./rules";
import { firstSteps } from "./types";

export const AskTestMail = z.object({});

export const ProveMail = z.object({
  code: requiredText(t("Type the code of the test mail."), 40).transform(readCode),
});

/** A step of the first run: skipped, or taken up again. */
export const SkipStep = z.object({ step: z.enum(firstSteps), skip: z.enum(["yes", "no"]) });

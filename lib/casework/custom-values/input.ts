import { z } from "zod";
import { ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

/** More than any field takes; the field itself says how much that is. */
const longest = 5000;

/** The id of a field. One that the person may not see, or that is none, is refused with the same words. */
const fieldId = z.string().max(100);

/** The fields of an organisation's own in any form: what was typed, and "not known" where that is a tick of its own. */
export const CustomInput = z.object({
  custom: z.record(fieldId, z.string().max(longest, t("Use at most {max} characters.", { max: longest }))).default({}),
  customUnknown: z.record(fieldId, ticked).default({}),
});

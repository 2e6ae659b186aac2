/** The message wherever a stopped case rejects a file. */
import { t } from "@/lib/platform/language/translate";

export const minorsStopMessage = t(
  "No file can be added, shown or handed out on this case: a sexual image of a person under 18 may be on it. Record the address instead.",
);

/** The question on the evidence page, and the consequences of a yes. */
export const stopQuestion = t("Is a person under 18 shown in a sexual image?");
export const stopAnswer = t(
  "Stop. Do not upload, copy or open it. Record only the link, and we will show you where to report it.",
);

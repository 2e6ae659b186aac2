import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addChange, newestChange } from "./access";
import { ReturnText } from "./input";

/** Goes back from the organisation's own words to ours. The history keeps them. @throws AppError conflict if it has none */
export const returnText = command({
  needs: "people.write",
  input: ReturnText,
  async run(ctx, { language, key }) {
    const before = await newestChange(ctx, language, key);
    if (!before?.words) throw new AppError("conflict", t("This text is ours already."));
    const id = await addChange(ctx, { language, key, words: null, speaker: null });
    return { value: { id }, audit: { action: "client_text.returned", subjectId: id, detail: { language, key } } };
  },
});

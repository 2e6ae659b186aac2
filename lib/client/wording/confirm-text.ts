import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addChange, newestChange, shaOf, wordsOf } from "./access";
import { ConfirmText } from "./input";

/**
 * Records that a person who speaks the language read a text and confirmed it. When the English or the text changes, it
 * lapses. @throws AppError conflict if the text is no longer the one that was read
 */
export const confirmText = command({
  needs: "people.write",
  input: ConfirmText,
  async run(ctx, { language, key, seen, speaker }) {
    const before = await newestChange(ctx, language, key);
    if (shaOf(wordsOf(language, key, before)) !== seen)
      throw new AppError("conflict", t("Somebody changed this text meanwhile. Read it again."));
    const id = await addChange(ctx, { language, key, words: before?.words ?? null, speaker });
    return { value: { id }, audit: { action: "client_text.confirmed", subjectId: id, detail: { language, key } } };
  },
});

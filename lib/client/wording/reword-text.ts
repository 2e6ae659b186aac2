import "server-only";
import { command } from "@/lib/kernel/access/command";
import { addChange } from "./access";
import { RewordText } from "./input";

/**
 * Puts a text into the organisation's own words. Papers that were offered before stay as they are.
 * @throws AppError invalid at `words` if its placeholders or numbers differ from the English
 */
export const rewordText = command({
  needs: "people.write",
  input: RewordText,
  async run(ctx, { language, key, words, speaker }) {
    const id = await addChange(ctx, { language, key, words, speaker });
    return { value: { id }, audit: { action: "client_text.worded", subjectId: id, detail: { language, key } } };
  },
});

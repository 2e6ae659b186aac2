import "server-only";
import { command } from "@/lib/kernel/access/command";
import { publishDrafts } from "../access";
import { PublishChoices } from "../input";

/**
 * The drafts of a list count from now on. What was recorded keeps its words. @throws AppError conflict where there is no
 * draft, or it is not the one that was seen
 */
export const publishChoices = command({
  needs: "fields.write",
  input: PublishChoices,
  async run(ctx, { list, seen }) {
    const [first = "", ...more] = await publishDrafts(ctx, list, seen);
    const detail = { list, choices: more.length + 1 };
    return { value: { id: first }, audit: { action: "choice.published", subjectId: first, detail } };
  },
});

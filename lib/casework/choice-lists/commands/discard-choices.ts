import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { discardDrafts, readList } from "../access";
import { DiscardChoices } from "../input";

/** Throws the drafts of a list away. @throws AppError conflict where there is none */
export const discardChoices = command({
  needs: "fields.write",
  input: DiscardChoices,
  async run(ctx, { list }) {
    const { drafts } = await readList(ctx, list);
    const [first] = drafts;
    if (!first) throw new AppError("conflict", t("There is nothing to throw away."));
    await discardDrafts(ctx, list);
    return { value: { id: first.id }, audit: { action: "choice.discarded", subjectId: first.id, detail: { list } } };
  },
});

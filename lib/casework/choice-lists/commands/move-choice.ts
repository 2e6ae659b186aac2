import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addDraft, readListNow } from "../access";
import { MoveChoice } from "../input";
import { choicesOfList } from "../labels";
import { deskOf } from "../rules";

/** Drafts another order. @throws AppError not_found; conflict at an end */
export const moveChoice = command({
  needs: "fields.write",
  input: MoveChoice,
  async run(ctx, { list, choice, way }) {
    const { now, drafts, next } = await readListNow(ctx, list);
    const inOrder = deskOf(list, now, drafts);
    const at = inOrder.findIndex((listed) => listed.choice === choice);
    const own = inOrder[at];
    if (!own) throw new AppError("not_found", t("No such choice."));
    const to = at + (way === "up" ? -1 : 1);
    const other = inOrder[to];
    if (!other) throw new AppError("conflict", t("It cannot move further."));
    const ours = choicesOfList(list);
    const placed = inOrder.with(at, other).with(to, own);
    let moved = "";
    for (const [position, { choice: key, nearest, labels, isHidden }] of placed.entries()) {
      const was = next.find((version) => version.choice === key)?.position ?? ours.findIndex((one) => one.key === key);
      if (was === position) continue;
      const id = await addDraft(ctx, list, { choice: key, nearest, labels, isHidden, position });
      if (key === choice) moved = id;
    }
    return { value: { id: moved }, audit: { action: "choice.drafted", subjectId: moved, detail: { list } } };
  },
});

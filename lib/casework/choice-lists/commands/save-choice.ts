import "server-only";
import { command } from "@/lib/kernel/access/command";
import { ownWords } from "@/lib/organisation/choices/rules";
import { foldLabel } from "@/lib/organisation/custom-fields/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import { addDraft, readListNow } from "../access";
import { SaveChoice } from "../input";
import { productLists } from "../labels";
import { deskOf, differencesOf } from "../rules";

const mostChoices = 60;

/**
 * Drafts a choice: other words, hidden or not, or a new one that counts as one of ours. It counts once it is published.
 * @throws AppError not_found; invalid at the field; conflict if nothing changes, or on `en` for words that are there
 */
export const saveChoice = command({
  needs: "fields.write",
  input: SaveChoice,
  async run(ctx, { list, choice, nearest, en, af, isHidden }) {
    const { now, drafts, next } = await readListNow(ctx, list);
    const { fallback, labels: ours } = productLists[list];
    const desk = deskOf(list, now, drafts);
    const known = choice === null ? null : desk.find((listed) => listed.choice === choice);
    if (known === undefined) throw new AppError("not_found", t("No such choice."));
    const counts = known?.nearest ?? nearest ?? "";
    if (!Object.hasOwn(ours, counts)) throw refused("nearest", t("Choose what it counts as."));
    if (!known && desk.length >= mostChoices) {
      throw new AppError("conflict", t("There are {most} choices already.", { most: mostChoices }));
    }
    const isOwn = known === null || known.isOwn;
    if (isOwn && en === null) throw refused("en", t("Type the words of the choice."));
    if (isHidden && choice === fallback) {
      throw refused("isHidden", t("This choice stays: it takes what fits nothing else."));
    }
    const labels = { ...(en ? { en } : {}), ...(af ? { af } : {}) };
    const words = written(() => ownWords(labels)) ?? ours[counts] ?? counts;
    const others = desk.filter((listed) => listed.choice !== known?.choice);
    if (others.some((other) => foldLabel(other.labels.en ?? other.countsAs) === foldLabel(words) && !other.isHidden)) {
      const message = t("Another choice of this list is called this already.");
      throw new AppError("conflict", message, { en: message });
    }
    const before = next.find((version) => version.choice === known?.choice);
    const position = known ? desk.indexOf(known) : desk.length;
    const draft = {
      choice: known?.choice ?? newId(),
      nearest: counts,
      labels,
      isHidden,
      position: before?.position ?? position,
    };
    if (known && differencesOf(list, before, draft).length === 0) {
      throw new AppError("conflict", t("Nothing was changed."));
    }
    const id = await addDraft(ctx, list, draft);
    return {
      value: { id, choice: draft.choice },
      audit: { action: "choice.drafted", subjectId: id, detail: { list } },
    };
  },
});

const refused = (field: string, message: string) => new AppError("invalid", message, { [field]: message });

import { z } from "zod";
import { choiceLists } from "@/lib/organisation/choices/types";
import { foldLabel } from "@/lib/organisation/custom-fields/rules";
import { optionalText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const list = z.enum(choiceLists, t("There is no such list."));
/** A key of ours, or the id of one of theirs. */
const choice = z.string(t("The choice is missing.")).regex(/^[a-z0-9_-]{1,40}$/, t("The choice is missing."));

const words = optionalText(80).refine(
  (text) => text === null || foldLabel(text) !== "",
  t("The words need a letter or a digit."),
);

export const SaveChoice = z.object({
  list,
  /** Left out for a new one. */
  choice: z
    .union([z.literal(""), choice])
    .nullish()
    .transform((given) => given || null),
  /** Of a new one: the choice of ours that it counts as. */
  nearest: optionalText(40),
  /** Empty: our words. */
  en: words,
  af: words,
  isHidden: ticked,
});

export const MoveChoice = z.object({ list, choice, way: z.enum(["up", "down"], t("Choose up or down.")) });

/** `seen`: the drafts whose preview was looked at. */
export const PublishChoices = z.object({ list, seen: z.string(t("Look at the preview first.")).max(10_000) });

export const DiscardChoices = z.object({ list });

import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { RecallOutcome, RecallView, Unreleased } from "./types";

export const outcomeLabels: Record<RecallOutcome, string> = labelTable(() => ({
  returned: t("Returned to us"),
  destroyed: t("Destroyed, and they said so"),
  kept: t("They keep it: we asked, and they refused or did not answer"),
}));

/** Why somebody holds a version that no release covers, and what to do. */
export const unreleasedWords: Record<Unreleased["cover"], string> = labelTable(() => ({
  unnamed: t(
    "No release from the client names this officer. Name them on a release that the client signed for them, or recall the copy.",
  ),
  revoked: t("The client revoked the release. Recall the copy."),
  taken_off: t("This officer was taken off the release. Recall the copy."),
  expired: t("The release has ended. Have the client sign a new one and name the officer on it, or recall the copy."),
  narrow: t("The release does not cover all of this version. Give a version that it covers, or recall this one."),
}));

/** `REL-1 was revoked`, `Taken off REL-1`, `Asked for by Thandi Mokoena` */
export function whyRecalled({ release, cause, madeBy }: Pick<RecallView, "release" | "cause" | "madeBy">): string {
  if (!release) return t("Asked for by {madeBy}", { madeBy });
  return cause === "taken_off" ? t("Taken off {release}", { release }) : t("{release} was revoked", { release });
}

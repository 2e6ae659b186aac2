import { t } from "@/lib/platform/language/translate";
import type { ErasureState, Ground } from "./types";

export const groundLabels: Record<Ground, string> = {
  kept_long_enough: t("Kept as long as it was needed"),
  client_asked: t("The client asked for it"),
  opened_in_error: t("Opened in error"),
  no_ground_left: t("Nothing allows keeping it any more"),
};

export const stateLabels: Record<ErasureState, string> = {
  waiting: t("Waits for a second person"),
  released: t("Being erased"),
  refused: t("Refused"),
  stopped: t("Stopped, nothing was erased"),
  erased: t("Erased, files being removed"),
  done: t("Erased"),
};

/** What a person must know before requesting it. */
export const warnings = [
  t("It cannot be undone. Nobody can read the records again, also not from a copy of today."),
  t(
    "Files, numbers, dates, papers and packets of the case go. The log of who did what stays, without a word about the client.",
  ),
  t("A packet that police have is theirs. It does not come back."),
  t(
    "Backups of before still hold copies of the keys. It is gone from there only when the last of them is removed: whoever runs the server should keep none for more than 35 days.",
  ),
] as const;

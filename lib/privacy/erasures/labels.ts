import { t } from "@/lib/platform/language/translate";
import type { ErasureState, Ground } from "./types";

export const groundLabels: Record<Ground, string> = {
  kept_long_enough: t("Kept as long as it was needed"),
  client_asked: t("The client asked for it"),
  opened_in_error: t("Opened in error"),
  no_ground_left: t("Nothing allows keeping it any more"),
};

export const stateLabels: Record<ErasureState, string> = {
  waiting: t("Waiting for a second person"),
  released: t("Being erased"),
  refused: t("Refused"),
  stopped: t("Stopped, nothing was erased"),
  erased: t("Erased, files being removed"),
  done: t("Erased"),
};

/** What a person must know before requesting it. */
export const warnings = [
  t("It cannot be undone. Nobody will be able to read the records again, not even from a copy made today."),
  t(
    "The files, numbers, dates, documents and packets of the case are erased. The log of who did what stays, without a word about the client.",
  ),
  t("A packet that police have is theirs. It does not come back."),
  t(
    "Earlier backups still hold copies of the keys. The records are gone from there only when the last of those backups is removed: whoever runs the server should keep none for more than 35 days.",
  ),
] as const;

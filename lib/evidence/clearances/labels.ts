import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { Finding } from "./types";

export const findingLabels: Record<Finding, { label: string; hint: string }> = labelTable(() => ({
  nothing: {
    label: t("Nothing of the client"),
    hint: t(
      "No name, nickname or chat name, no face, street, house or number plate that says who or where the client is.",
    ),
  },
  may_leave: { label: t("It shows the client, and may leave"), hint: t("Say why it may.") },
}));

/** In a sentence of a checklist, before the pictures. */
export const findingWords: Record<Finding, string> = labelTable(() => ({
  nothing: t("nothing of the client"),
  may_leave: t("shows the client, and may leave"),
}));

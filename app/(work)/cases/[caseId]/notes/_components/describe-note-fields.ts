import type { Choice } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { named } from "@/app/_ui/named";
import { directionLabels, kindLabels, partyLabels } from "@/lib/casework/notes/labels";
import { t } from "@/lib/platform/language/translate";

/** The fields of a note by name: for the form in the browser, and for the server that shows two wordings. */
export const describeNoteFields = (accounts: readonly Choice[]) =>
  named({
    kind: { label: t("What it is"), options: choicesOf(kindLabels) },
    words: { label: t("What happened, or what was said") },
    party: { label: t("With whom"), options: choicesOf(partyLabels) },
    partyName: { label: t("Name or office") },
    direction: { label: t("Who contacted whom"), options: choicesOf(directionLabels) },
    agreed: { label: t("What was agreed") },
    nextAct: { label: t("Next act") },
    nextOn: { label: t("Day of the next act") },
    when: { label: t("Day and time") },
    accountId: { label: t("About which account"), options: accounts },
  });

"use server";

import { formAction } from "@/app/form-action";
import { discardChoices } from "@/lib/casework/choice-lists/commands/discard-choices";
import { moveChoice } from "@/lib/casework/choice-lists/commands/move-choice";
import { publishChoices } from "@/lib/casework/choice-lists/commands/publish-choices";
import { saveChoice } from "@/lib/casework/choice-lists/commands/save-choice";
import { t } from "@/lib/platform/language/translate";

const refresh = "/admin/lists";

export const saveChoiceAction = formAction(saveChoice, {
  refresh,
  saved: t("Drafted. Look at the preview, then publish it."),
});

export const moveChoiceAction = formAction(moveChoice, { refresh, saved: t("Moved in the draft.") });

export const publishChoicesAction = formAction(publishChoices, {
  refresh,
  saved: t("Published. Forms offer it from now on; what was recorded keeps its words."),
});

export const discardChoicesAction = formAction(discardChoices, { refresh, saved: t("The draft was thrown away.") });

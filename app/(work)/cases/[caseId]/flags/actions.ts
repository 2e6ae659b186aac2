"use server";

import { formAction } from "@/app/form-action";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { resolveFlag } from "@/lib/casework/flags/resolve-flag";
import { t } from "@/lib/platform/language/translate";

export const raiseFlagAction = formAction(raiseFlag, { refresh: "/cases/[caseId]", saved: t("Flag raised.") });

export const resolveFlagAction = formAction(resolveFlag, { refresh: "/cases/[caseId]", saved: t("Flag resolved.") });

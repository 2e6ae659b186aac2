"use server";

import { decided, formAction } from "@/app/form-action";
import { t } from "@/lib/platform/language/translate";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { liftHold } from "@/lib/privacy/holds/lift-hold";
import { liftRestriction } from "@/lib/privacy/holds/lift-restriction";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { postponeDecision } from "@/lib/privacy/retention/postpone-decision";

export const askErasureAction = formAction(askErasure, {
  input: (form) => ({ ...Object.fromEntries(form), withClient: form.get("withClient") === "on" }),
  refresh: "/",
  saved: t("Request sent. Another supervisor has to release it."),
});

export const decideErasureAction = formAction(decideErasure, {
  refresh: "/",
  ...decided("erasure.release", t("Released. It is being erased."), t("Nothing is erased.")),
});

export const postponeDecisionAction = formAction(postponeDecision, { refresh: "/", saved: t("Put off.") });

export const placeHoldAction = formAction(placeHold, { refresh: "/", saved: t("Held. Nobody can erase it.") });

export const liftHoldAction = formAction(liftHold, { refresh: "/", saved: t("The hold is lifted.") });

export const placeRestrictionAction = formAction(placeRestriction, {
  refresh: "/",
  saved: t("Restricted. Nothing is changed or given out."),
});

export const liftRestrictionAction = formAction(liftRestriction, {
  refresh: "/",
  saved: t("The restriction is lifted."),
});

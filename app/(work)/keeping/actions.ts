"use server";

import { decided, formAction } from "@/app/form-action";
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
  saved: "Asked. Another supervisor has to release it.",
});

export const decideErasureAction = formAction(decideErasure, {
  refresh: "/",
  ...decided("erasure.release", "Released. It is being erased.", "Nothing is erased."),
});

export const postponeDecisionAction = formAction(postponeDecision, { refresh: "/", saved: "Put off." });

export const placeHoldAction = formAction(placeHold, { refresh: "/", saved: "Held. Nobody can erase it." });

export const liftHoldAction = formAction(liftHold, { refresh: "/", saved: "The hold is lifted." });

export const placeRestrictionAction = formAction(placeRestriction, {
  refresh: "/",
  saved: "Restricted. Nothing is changed or given out.",
});

export const liftRestrictionAction = formAction(liftRestriction, { refresh: "/", saved: "The restriction is lifted." });

"use server";

import { formAction } from "@/app/form-action";
import { spokenCode } from "@/lib/auth/first-contact/rules";
import { endPairing } from "@/lib/evidence/pairings/end-pairing";
import { makePairing } from "@/lib/evidence/pairings/make-pairing";
import { t } from "@/lib/platform/language/translate";

const page = "/cases/[caseId]/evidence/capture";

/** The message of a saved form is the code itself: it is shown once and kept nowhere. */
export const makePairingAction = formAction(makePairing, { refresh: page, saved: ({ code }) => spokenCode(code) });

export const endPairingAction = formAction(endPairing, { refresh: page, saved: t("Disconnected.") });

import { t } from "@/lib/platform/language/translate";
import type { AccessKind } from "./types";

export const kindLabels: Record<AccessKind, string> = {
  join: t("Joins"),
  role: t("Gets another role"),
  renew: t("Gets a new sign-in link"),
};

/** What a supervisor checks before approving. */
export const adviceOf: Record<AccessKind, string> = {
  join: t("Release it only when you know that this person joins, and the address is theirs."),
  role: t("Release it only when you know that this person is to see these cases."),
  renew: t(
    "Release it only when the person told you themselves that they need it. Anyone who has the link can sign in as them.",
  ),
};

/**
 * What an administrator is told about a change that is not in effect. `opens` is when it will be, if nobody can approve
 * it.
 */
export function waitingWords(opens: string | null): string {
  return opens
    ? `Nobody can release this now, so it counts from ${opens}. Every supervisor is told and can refuse it until then.`
    : t("A supervisor releases it first. They find it under Approvals, and are told by e-mail.");
}

export const inviteWaits = t(
  "For a caseworker or a supervisor it works as soon as a supervisor has released it. They are told.",
);

export const renewalWaits = t("It works as soon as a supervisor has released it. They are told.");

export const foundingWords = t(
  "Invite your supervisors and caseworkers before the first client: from then on a supervisor releases each of them.",
);

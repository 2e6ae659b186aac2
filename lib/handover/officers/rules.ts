import { t } from "@/lib/platform/language/translate";
import type { Confirmation, Standing } from "./types";

/** The status of an entry. Officers recorded before call-backs existed stay in use until their entry is changed. */
export function standingOf({ confirmedAt, fromBefore }: Confirmation): Standing {
  if (confirmedAt) return "confirmed";
  return fromBefore ? "before" : "unconfirmed";
}

/** Why nothing can be handed to this officer yet, and what to do; null if it can. */
export function whyNotConfirmed(entry: Confirmation): string | null {
  if (standingOf(entry) !== "unconfirmed") return null;
  return t(
    "This officer is not confirmed. Somebody who did not add them has to call their office back and record the call under Officers.",
  );
}

type Entered = {
  addedBy: string | null;
  changedBy: string | null;
  /** Everybody who changed it since the last confirmation. */
  editors: readonly string[];
  address: string;
  phone: string;
};

/** Why this member cannot confirm an entry; null if they can. Four eyes: a person who entered any of it may not. */
export function whyNotConfirm(
  { addedBy, changedBy, editors, address, phone }: Entered,
  memberId: string | null,
): string | null {
  if (memberId === null) return t("A person confirms an officer.");
  if (addedBy === memberId) return t("You added this officer. Somebody else confirms them.");
  if (changedBy === memberId || editors.includes(memberId))
    return t("You changed this entry. Somebody else confirms it.");
  return address && phone ? null : t("First fill in the address and the phone of the office.");
}

/** Where the text of a call is encrypted. */
export const wordsPlace = (row: string) => ({ table: "liaison_callbacks", column: "words", row });

import { officeWords } from "@/lib/law/jurisdictions/common/office-words";
import { type ReceiverRole, receiverRoles } from "./types";

/**
 * The offices that a text such as `Det. Sgt, Fynbos Road` mentions: a label for older documents. It decides nothing.
 */
export function rolesIn(text: string): ReceiverRole[] {
  return receiverRoles.filter((role) => officeWords[role]?.test(text));
}

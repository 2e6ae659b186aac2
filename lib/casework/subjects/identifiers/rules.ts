import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { type IdentifierKind, type KeyedKind, keyedKinds } from "./types";

/** The problem with a value of its kind, worded for the field; null if it is usable. */
export function oddValue(kind: IdentifierKind, value: string): string | null {
  if (kind === "phone" && !/^\+?[\d\s().-]{6,40}$/.test(value)) return t("Type digits, for example +27 82 000 0000.");
  if (kind === "phone" && value.replaceAll(/\D/g, "").length < 6) return t("A phone number has at least 6 digits.");
  if (kind === "email" && !z.email().safeParse(value).success) {
    return t("Type an e-mail address such as name@mail.example.");
  }
  if (kind === "wallet" && !/^[\w:?=&.%+-]{16,200}$/.test(value)) {
    return t("Type the whole address of the wallet, without spaces.");
  }
  return null;
}

export function isKeyed(kind: IdentifierKind): kind is KeyedKind {
  return (keyedKinds as readonly string[]).includes(kind);
}

/** Two values of a kind that has no token are one when only case and spaces differ. */
export function foldedValue(value: string): string {
  return value.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

export const reasonPlace = (id: string) => ({ table: "identifiers", column: "link_reason", row: id });

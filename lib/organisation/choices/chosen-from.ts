import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { keyOf } from "./rules";

const ownChoice = /^[a-z_]+:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A choice of a list that organisations fit to themselves: one of our keys, or a key and the id of a choice of their own
 * that counts as it, `doxxing:0190…`. Which of them is in use, the command looks up.
 */
export function chosenFrom<const Keys extends readonly [string, ...string[]]>(keys: Keys, ask: string) {
  const own = z
    .string()
    .regex(ownChoice, t("Choose one from the list."))
    .refine((value) => keys.some((key) => key === keyOf(value)), t("Choose one from the list."));
  return z.union([z.enum(keys), own], ask);
}

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { actingCtx } from "@/lib/auth/sessions/session";
import { findAllByNumbers } from "@/lib/casework/incidents/find-all-by-numbers";
import { exhibitCode, type Numbered, readNumbers } from "@/lib/casework/incidents/rules";
import { AppError } from "@/lib/platform/errors";
import { namedIn, numbersOf } from "./numbers-field";

/** Fields whose items may be named by number; `*` matches any number in the name. */
type Kinds = Readonly<Record<string, { kind: Numbered; sent: "one" | "many" | "ticks" }>>;

/**
 * Replaces the numbers in a form with ids, before the form is read: as one value, as several of one name, or as
 * checkboxes (`name.id`). @throws AppError invalid at each field that names something else
 */
export async function fillInNumbers(form: FormData, kinds: Kinds): Promise<void> {
  const typed = [...form.entries()].flatMap(([field, value]) => {
    const name = namedIn(field);
    const asked = name === null ? undefined : kinds[name.replace(/\.\d+\./, ".*.")];
    if (name === null || !asked || typeof value !== "string") return [];
    return [{ field, name, text: value, kind: asked.kind, sent: asked.sent }];
  });
  if (typed.length === 0) return;
  const found = await findAllByNumbers(await actingCtx(), String(form.get("caseId") ?? ""), typed);
  for (const { field, name, sent } of typed) {
    const ids = found.get(field) ?? [];
    if (sent === "one" && ids.length > 1)
      throw new AppError("invalid", t("Give one number."), { [field]: t("Give one number.") });
    form.delete(field);
    if (sent !== "ticks") form.delete(name);
    if (sent === "one") form.append(name, ids[0] ?? "");
    else for (const id of ids) form.append(sent === "ticks" ? `${name}.${id}` : name, sent === "ticks" ? "on" : id);
  }
}

/** The same for exhibits that a form ticks by their codes, `name.E-07`. @throws AppError invalid for what is no number */
export function tickNumbers(form: FormData, name: string): void {
  const field = numbersOf(name);
  const typed = form.get(field);
  if (typeof typed !== "string") return;
  const { numbers, odd } = readNumbers(typed, "exhibit");
  const message = t("Write them by number: E-3, E-7 to E-12.");
  if (odd.length > 0) throw new AppError("invalid", message, { [field]: message });
  form.delete(field);
  for (const { number } of numbers) form.append(`${name}.${exhibitCode(number)}`, "on");
}

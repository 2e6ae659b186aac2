import type { Clash } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** Names of the hidden fields and choices that `Clash` adds to a form. */
export const clashField = "clash.seen";
export const pickPrefix = "clash.pick.";

/** The words of a box that is ticked or not. */
export const tickOptions = [{ value: "on", label: t("Ticked") }] as const;

export type Settled = { mine: Record<string, string[]>; clash: Clash | undefined };

/**
 * Puts the other person's value where "theirs" was chosen, before the form is read. Returns what was typed as it was
 * typed, so that a try that fails for another reason shows both again.
 */
export function settleClash(form: FormData): Settled {
  const clash = readClash(form.get(clashField));
  const mine = typedIn(form);
  for (const [name, value] of [...form.entries()]) {
    if (!name.startsWith("clash.")) continue;
    form.delete(name);
    const field = name.slice(pickPrefix.length);
    const theirs = name.startsWith(pickPrefix) && value === "theirs" ? ownOf(clash?.theirs, field) : undefined;
    if (!theirs) continue;
    form.delete(field);
    for (const item of theirs) form.append(field, item);
    // A command may distinguish an emptied field from one that was not sent.
    if (theirs.length === 0 && ownOf(mine, field)?.[0] !== "on") form.append(field, "");
  }
  return { mine, clash };
}

/** Untrusted input may name a field `constructor`: an inherited property is not a value of the form. */
const ownOf = (all: Record<string, string[]> | undefined, name: string) =>
  all && Object.hasOwn(all, name) ? all[name] : undefined;

function typedIn(form: FormData): Record<string, string[]> {
  const mine = new Map<string, string[]>();
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || value === "" || name.startsWith("clash.")) continue;
    mine.set(name, [...(mine.get(name) ?? []), value]);
  }
  return Object.fromEntries(mine);
}

function readClash(text: FormDataEntryValue | null): Clash | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const { by, at, version, theirs } = JSON.parse(text) as Partial<Clash>;
    const whole = typeof by === "string" && typeof at === "string" && Number.isInteger(version) && isLists(theirs);
    return whole ? ({ by, at, version, theirs } as Clash) : undefined;
  } catch {
    return undefined;
  }
}

function isLists(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((list) => Array.isArray(list) && list.every((item) => typeof item === "string"))
  );
}

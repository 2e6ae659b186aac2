import { neverEchoed } from "@/app/_ui/typed-values";
import { t } from "@/lib/platform/language/translate";

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One field that a person changed: its position on its page, and its value. */
export type TypedField = { form: string; name: string; nth: number; label: string; value: string | string[] | boolean };

const isInput = (target: EventTarget | null): target is Input =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

const isTick = (field: Input): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

/** Passwords, codes and files are not kept: a person types or chooses them again. */
function mayKeep(field: Input): boolean {
  if (nameOf(field) === "" || neverEchoed.test(nameOf(field))) return false;
  if (field.autocomplete === "one-time-code") return false;
  return !(field instanceof HTMLInputElement) || !["password", "file", "hidden", "submit"].includes(field.type);
}

const nameOf = (field: Input): string => field.name || field.id;
const formOf = (field: Input): string => field.form?.getAttribute("aria-label") ?? field.form?.id ?? "";

/**
 * Records which fields are changed, from now on, and those typed in before hydration.
 * @returns a function that returns their values
 */
export function watchTyping(signal: AbortSignal, onFirst: () => void): () => TypedField[] {
  const touched = new Set<Input>();
  const note = ({ target }: { target: EventTarget | null }) => {
    if (!isInput(target) || !mayKeep(target)) return;
    if (touched.size === 0) onFirst();
    touched.add(target);
  };
  for (const sign of ["input", "change"]) document.addEventListener(sign, note, { capture: true, signal });
  for (const field of inputs().filter(isChanged)) note({ target: field });
  return () => [...touched].filter((field) => field.isConnected && unsaved(field)).map(describe);
}

/** Against what the server sent. A list of choices does not say what that was. */
function isChanged(field: Input): boolean {
  if (field instanceof HTMLSelectElement) return false;
  return isTick(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** A radio that another one of its group took over from says nothing. */
const unsaved = (field: Input): boolean => !(isTick(field) && field.type === "radio" && !field.checked);

function describe(field: Input): TypedField {
  const label = field.labels?.[0]?.textContent?.trim() ?? field.getAttribute("aria-label") ?? nameOf(field);
  return { form: formOf(field), name: keyOf(field), nth: alike(field).indexOf(field), label, value: standsIn(field) };
}

/** Boxes and radios of one name differ by their value. */
const keyOf = (field: Input): string => (isTick(field) ? `${nameOf(field)}=${field.value}` : nameOf(field));

function alike(field: Input): Input[] {
  return inputs().filter((other) => keyOf(other) === keyOf(field) && formOf(other) === formOf(field));
}

const inputs = (): Input[] => [...document.querySelectorAll<Input>(t("input, textarea, select"))].filter(mayKeep);

function standsIn(field: Input): TypedField["value"] {
  if (isTick(field)) return field.checked;
  if (field instanceof HTMLSelectElement && field.multiple) return [...field.selectedOptions].map(({ value }) => value);
  return field.value;
}

/** Puts back what finds its field. @returns what found none: its field may appear once another one is filled in */
export function putBack(fields: readonly TypedField[]): TypedField[] {
  const all = inputs();
  return fields.filter((kept) => {
    const field = all.filter((input) => keyOf(input) === kept.name && formOf(input) === kept.form)[kept.nth];
    if (!field) return true;
    fill(field, kept.value);
    for (let box = field.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    return false;
  });
}

/** As a person would, so that React hears of it. */
function fill(field: Input, value: TypedField["value"]): void {
  if (isTick(field)) {
    if (field.checked !== value) field.click();
    return;
  }
  if (field instanceof HTMLSelectElement && Array.isArray(value))
    for (const option of field.options) option.selected = value.includes(option.value);
  else Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  for (const sign of ["input", "change"]) field.dispatchEvent(new Event(sign, { bubbles: true }));
}

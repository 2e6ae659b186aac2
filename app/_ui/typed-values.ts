/** Secrets are never echoed back into a page, not even to the person who typed them. */
export const neverEchoed = /password|passphrase|private|secret|pin|token/i;

/** What was sent under one name more than once: the ticks of a list. */
export function severalValues(form: FormData): Record<string, string[]> {
  const names = Object.keys(typedValues(form)).filter((name) => form.getAll(name).length > 1);
  return Object.fromEntries(
    names.map((name) => [
      name,
      form.getAll(name).filter((formDataEntryValue) => typeof formDataEntryValue === "string"),
    ]),
  );
}

/** What was typed into a form, to be shown again: no files, no secrets, nothing of the framework's own. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !name.startsWith("$") && !neverEchoed.test(name)) values[name] = value;
  }
  return values;
}

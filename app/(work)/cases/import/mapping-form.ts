/** The form of a mapping as its command takes it: `column.0`, `fixed.risk`, `word.0` with `meant.0`. */
export function mappingForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const numbered = (prefix: string) =>
    Array.from({ length: [...form.keys()].filter((name) => name.startsWith(prefix)).length }, (_, at) => at);
  const fixed = [...form.keys()].filter((name) => name.startsWith("fixed."));
  const values: Record<string, Record<string, string>> = {};
  for (const at of numbered("word.")) {
    const [choice = "", ...rest] = text(`word.${at}`).split("|");
    const meant = text(`meant.${at}`);
    if (meant) values[choice] = { ...values[choice], [rest.join("|")]: meant };
  }
  return {
    importId: form.get("importId"),
    columns: numbered("column.").map((at) => text(`column.${at}`) || null),
    fixed: Object.fromEntries(fixed.map((name) => [name.slice("fixed.".length), text(name)])),
    values,
    dates: form.get("dates"),
    keepAs: form.get("keepAs"),
  };
}

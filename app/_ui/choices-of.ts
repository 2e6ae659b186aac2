import type { Choice } from "./choice";

/** Labels by their keys, as what can be chosen. */
export const choicesOf = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

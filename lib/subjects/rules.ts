/** Which facts of a row differ from what is wanted, by name. */
export function changedFields<T extends Record<string, unknown>>(before: T, after: Partial<T>): string[] {
  return Object.entries(after).flatMap(([field, value]) => (before[field] === value ? [] : [field]));
}

/** `A1` */
export function accountCode(number: number): string {
  return `A${number}`;
}

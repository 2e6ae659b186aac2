const end = ".numbers";

/** The field in which the things of another field are named by their numbers. */
export const numbersOf = (name: string): string => `${name}${end}`;

/** The field whose things are named in this one; null for any other field. */
export const namedIn = (field: string): string | null => (field.endsWith(end) ? field.slice(0, -end.length) : null);

/** The message behind `plural(count, one, many)`, which is also its key in the catalogue. */
export const pluralMessage = (one: string, many: string): string => `{count, plural, one {# ${one}} other {# ${many}}}`;

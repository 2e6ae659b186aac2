/** Why the words of a picture could not be read. */
export const unreadReasons = [
  "empty",
  "kind_not_shown",
  "too_large",
  "unreadable",
  "took_too_long",
  "stopped",
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

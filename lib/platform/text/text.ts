/** Full-width digits, no-break spaces, long dashes and line breaks as plain ones; runs of space as one. */
export function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2044\u2215\\]/g, "/")
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters and digits only, upper case: how two spellings of one number meet. */
export function squeeze(text: string): string {
  return tidy(text)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A text escaped for use in a regular expression. */
export function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A country by its two letters; what somebody typed stays as it is. */
export const regionName = (text: string): string =>
  /^[A-Z]{2}$/.test(text) ? (new Intl.DisplayNames(["en"], { type: "region" }).of(text) ?? text) : text;

import { currentLanguage } from "./messages";

/** What is asked of `Intl` once for each language. English is British here, and so are the two that are made of it. */
function inEachLanguage<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const { code } = currentLanguage();
    const locale = code.startsWith("en") ? "en-GB" : code;
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

const order = inEachLanguage((locale) => new Intl.Collator(locale));
const numbers = inEachLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
const all = inEachLanguage((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));
const any = inEachLanguage((locale) => new Intl.ListFormat(locale, { type: "disjunction" }));
const regions = inEachLanguage((locale) => new Intl.DisplayNames(locale, { type: "region" }));

/** The order of two names or labels, as a reader expects it. */
export const compareText = (a: string, b: string): number => order().compare(a, b);

/** `1,532`, `1.5`; with a blank and a comma in other languages. At most one decimal. */
export const formatNumber = (number: number): string => numbers().format(number);

/** `a, b and c` */
export const allOf = (items: readonly string[]): string => all().format(items);

/** `a, b or c` */
export const anyOf = (items: readonly string[]): string => any().format(items);

/** The name of a country by its two letters. */
export const regionName = (code: string): string => regions().of(code) ?? code;

/** The same in a language that is not the interface's, as on a client's page. */
export const regionNameIn = (code: string, language: string): string =>
  new Intl.DisplayNames([language, "en"], { type: "region" }).of(code) ?? code;

/** What messages format their numbers and plurals with: asked of `Intl` once for each language, as that is slow. */
function madeOnce<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const made = new Map<string, Format>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

const numbersOf = madeOnce((locale) => new Intl.NumberFormat(locale));
const rulesOf = {
  plural: madeOnce((locale) => new Intl.PluralRules(locale)),
  selectordinal: madeOnce((locale) => new Intl.PluralRules(locale, { type: "ordinal" })),
};

/** A number in a message of this language. */
export const numberIn = (code: string, number: number): string => numbersOf(code).format(number);

/** Which form of a plural (1 file, 2 files) or of an order (1st, 2nd) this language uses for a number. */
export const pluralFormIn = (code: string, kind: keyof typeof rulesOf, number: number): string =>
  rulesOf[kind](code).select(number);

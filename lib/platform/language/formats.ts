import type { Formatters } from "intl-messageformat";
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

/** By the words that tell one formatter from another: its locale, and its options as far as there are any. */
function madeOnce<Options, Format>(
  make: (locale?: string | string[], options?: Options) => Format,
  wordsOf: (options: Options) => string | undefined = JSON.stringify,
) {
  const made = new Map<string, Format>();
  return (locale?: string | string[], options?: Options): Format => {
    const name = options ? `${locale} ${wordsOf(options)}` : `${locale}`;
    const format = made.get(name) ?? make(locale, options);
    made.set(name, format);
    return format;
  };
}

/**
 * What messages format their numbers and plurals with. For all of them together: left to itself, each makes its own,
 * and looks them up at every number by slower means.
 */
export const formatters: Formatters = {
  getNumberFormat: madeOnce((locale, options) => new Intl.NumberFormat(locale, options)),
  getDateTimeFormat: madeOnce((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getPluralRules: madeOnce(
    (locale, options) => new Intl.PluralRules(locale, options),
    ({ type }: Intl.PluralRulesOptions) => type,
  ),
};

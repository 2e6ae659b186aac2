/**
 * Numbers in words of isiZulu, isiXhosa, Sesotho and Setswana: a word is known by its stem, whatever the language puts
 * before it (`amabili`, `ezimbili`, `yesikhombisa`, `borobedi`).
 */
type Word = { value: number; isMany: boolean; isUnit: boolean };

const prefix = "(?:(?:ng|kw|[ndlykwsbzmt])?[aeiou]){0,4}[mn]?";

const units: readonly string[] = [
  "nye|nngwe|ngwe|mong|kuqala|pele",
  "bili|bini|bedi|pedi|mmedi",
  "thathu|raro|tharo",
  "ne|nne",
  "hlanu|hlano|tlhano",
  "thupha|thandathu|tshelela|selela|thataro|rataro",
  "khombisa|xhenxe|supa",
  "shiyagalombili|bhozo|robedi|robeli",
  "shiyagalolunye|thoba|robong|robongwe",
];

const bigs: readonly [stems: string, value: number][] = [
  ["shumi|shome|some", 10],
  ["khulu|kgolo", 100],
  ["nkulungwane|waka|sekete|kete", 1000],
];

const unitForms = units.map((stems) => new RegExp(`^${prefix}(?:${stems})$`));
const bigForms = bigs.map(([stems, value]) => ({ form: new RegExp(`^(${prefix})(?:${stems})$`), value }));

/** "Much", "grandmother", and what only joins. */
const others = new Set(["kakhulu", "umakhulu", "makhulu", "omkhulu", "enkulu", "ne", "bane", "mane"]);

function wordOf(text: string): Word | null {
  const word = text.toLowerCase().replaceAll("-", "");
  if (others.has(word) || word.endsWith("nene")) return null;
  for (const { form, value } of bigForms) {
    const [, before] = form.exec(word) ?? [];
    // "Amashumi amabili" is two tens, "ishumi" is one.
    if (before !== undefined) return { value, isMany: /(?:ma|zi|di|zin)$/.test(before), isUnit: false };
  }
  const at = unitForms.findIndex((form) => form.test(word));
  return at < 0 ? null : { value: at + 1, isMany: false, isUnit: true };
}

const joins = new Set("le na no ne a ba tse tsa e o metso motso tsona".split(" "));

export const isBantuNumber = (text: string): boolean => wordOf(text) !== null;
export const joinsBantu = (text: string): boolean => joins.has(text.toLowerCase());

/** `ikhulu namashumi amabili nane` is 124, and `kunye kubili kune` too. */
export function bantuSum(texts: readonly string[]): number | null {
  const words = texts.filter((line) => !joinsBantu(line)).map(wordOf);
  if (words.length === 0 || words.some((word) => word === null)) return null;
  const all = words as Word[];
  if (all.every(({ isUnit }) => isUnit)) return all.length > 7 ? null : Number(all.map(({ value }) => value).join(""));
  let sum = 0;
  let many = 0;
  let isDone = false;
  for (const { value, isMany, isUnit } of all) {
    if (many > 0) {
      if (!isUnit) return null;
      sum += many * value;
      many = 0;
    } else if (isMany) {
      many = value;
    } else {
      if (isDone) return null;
      isDone = isUnit;
      sum += value;
    }
  }
  return many > 0 ? null : sum;
}

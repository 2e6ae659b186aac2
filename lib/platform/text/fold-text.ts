import { machineWordsIn } from "../machine-words";

/** Letters that are one character without a combining mark, and letters of other scripts that look Latin. */
const alike = new Map(
  Object.entries({
    ø: "o",
    ł: "l",
    đ: "d",
    ð: "d",
    þ: "th",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ı: "i",
    ɓ: "b",
    ɗ: "d",
    а: "a",
    в: "b",
    е: "e",
    к: "k",
    м: "m",
    н: "h",
    о: "o",
    р: "p",
    с: "c",
    т: "t",
    у: "y",
    х: "x",
    і: "i",
    ј: "j",
    ѕ: "s",
    ԁ: "d",
    һ: "h",
    ԛ: "q",
    ԝ: "w",
    α: "a",
    β: "b",
    ε: "e",
    η: "n",
    ι: "i",
    κ: "k",
    μ: "m",
    ν: "v",
    ο: "o",
    ρ: "p",
    τ: "t",
    υ: "u",
    χ: "x",
    // A sigma is another letter at the end of a word than in its middle, and one letter in capitals.
    ς: "σ",
    // Letters by name, apostrophes by use: what follows one in `Thandiʼs` is not part of the name.
    ...Object.fromEntries([..."ʹʺʻʼʽʾʿˈꞌ"].map((sign) => [sign, "'"])),
  }),
);

const ascii = /^[\0-\x7f]*$/;
const hyphenated = /[-\u2010\u2011\u00ad]\s*\n\s*/g;

/** One text in the forms in which a value is searched for; each is built on first use. */
export class FoldedText {
  private readonly made = new Map<string, unknown>();

  constructor(readonly text: string) {}

  /** No accents, no zero-width characters, digits of every script as 0 to 9; case unchanged. */
  get cased(): string {
    return this.once("cased", () => withoutMarks(this.text));
  }

  /** Letters and digits in groups, lower case, with a space before, between and after: ` call 082 000 `. */
  get words(): string {
    return this.once("words", () => {
      const plain = this.lower;
      const joined = plain.replaceAll(hyphenated, "");
      const words = ` ${this.groups.join(" ")} `;
      return joined === plain ? words : `${words}| ${groups(apartFromMachines(joined)).join(" ")} `;
    });
  }

  /** The same with nothing between: finds what was broken, hyphenated or drawn apart. */
  get dense(): string {
    return this.once("dense", () => this.groups.join(""));
  }

  /** Only digits, ignoring the separators people use; separate where letters come between. */
  get digits(): string {
    return this.once("digits", () => this.lower.replaceAll(/(?<=\d)[\s()./·–—\-\u2010-\u2012]+(?=\d)/g, ""));
  }

  /** As digits, including numbers in words, and letters that look like digits next to digits. */
  get spokenDigits(): string {
    return this.once("spokenDigits", () => {
      const looked = this.lower.replaceAll(/(?<![a-z])[ol\d][ol\d\s()./–—-]*(?![a-z])/g, (run) =>
        /\d/.test(run) ? run.replaceAll("o", "0").replaceAll("l", "1") : run,
      );
      const message = looked.replaceAll(spokenWord, (word) => spoken.get(word) ?? word);
      const repeated = message.replaceAll(
        /\b(double|dubbel|triple|driedubbel)[\s,]+(\d)/g,
        (_, times: string, digit: string) => digit.repeat(/^d(ouble|ubbel)/.test(times) ? 2 : 3),
      );
      return repeated.replaceAll(/(?<=\d)[\s()./·,–—\-\u2010-\u2012]+(?=\d)/g, "");
    });
  }

  /** The words of five letters and more, once each. */
  get longWords(): readonly string[] {
    return this.once("longWords", () => [...new Set(this.groups.filter((word) => word.length >= 5))]);
  }

  /** Words in which digits and symbols replace letters, as letters: ` n0mvu1a ` is included as nomvula and nomvuia. */
  get unmasked(): readonly string[] {
    return this.once("unmasked", () => {
      const masked = new Set(this.apart.plain.flatMap((piece) => piece.match(/[a-z0-9@$!|]{4,40}/g) ?? []));
      const mixed = [...masked].filter((word) => /[a-z]/.test(word) && /[0-9@$!|]/.test(word));
      return mixed.flatMap((word) => [lettersFor(word, "l"), lettersFor(word, "i")]);
    });
  }

  private get groups(): readonly string[] {
    return this.once("groups", () => groups(this.apart));
  }

  private get apart(): Apart {
    return this.once("apart", () => apartFromMachines(this.lower));
  }

  private get lower(): string {
    return this.once("lower", () => lookAlike(this.cased.toLowerCase()));
  }

  /** Whether the dense form holds it as whole words: long values anywhere, short ones from word to word. */
  holds(dense: string, anywhere = 12): boolean {
    let at = this.dense.indexOf(dense);
    if (at >= 0 && dense.length >= anywhere) return true;
    for (; at >= 0; at = this.dense.indexOf(dense, at + 1)) {
      const { starts, ends } = this.edges;
      if (starts.has(at) && ends.has(at + dense.length)) return true;
    }
    return false;
  }

  private get edges(): { starts: Set<number>; ends: Set<number> } {
    return this.once("edges", () => {
      const starts = new Set<number>();
      const ends = new Set<number>();
      let at = 0;
      for (const group of this.groups) {
        starts.add(at);
        at += group.length;
        ends.add(at);
      }
      return { starts, ends };
    });
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name) as T;
  }
}

/** Runs of letters and runs of digits, in order; a hash or an id is one run. */
function groups({ plain, machines }: Apart): string[] {
  const found = plain.map((piece) => piece.match(ascii.test(piece) ? /[A-Za-z]+|[0-9]+/g : /\p{L}+|\p{N}+/gu) ?? []);
  return found.flatMap((some, i) => (i < machines.length ? [...some, machines[i] ?? ""] : some));
}

/** `plain`: the text before, between and after hashes and ids; `machines`: these without their hyphens, one fewer. */
type Apart = { plain: string[]; machines: string[] };

function apartFromMachines(text: string): Apart {
  const [plain, machines]: [string[], string[]] = [[], []];
  let end = 0;
  for (const { from, to } of machineWordsIn(text)) {
    plain.push(text.slice(end, from));
    machines.push(text.slice(from, to).replaceAll("-", ""));
    end = to;
  }
  return { plain: [...plain, text.slice(end)], machines };
}

/** The groups of a value for comparison: folded like a text. */
export function groupsOf(value: string): string[] {
  return groups(apartFromMachines(new FoldedText(value).words));
}

/**
 * One character of a text for comparison: no accents, lower case, digits of every script as 0 to 9; empty for a
 * combining mark.
 */
export function foldSign(sign: string): string {
  return lookAlike(withoutMarks(sign).toLowerCase());
}

function withoutMarks(text: string): string {
  if (ascii.test(text)) return text;
  return text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, (sign) => (sign === "\u00ad" ? "-" : ""))
    .replaceAll(/\p{Nd}/gu, digitOf);
}

/** A digit of any script: those of one script follow one another from its zero. */
function digitOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return sign;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

function lookAlike(text: string): string {
  return ascii.test(text) ? text : text.replaceAll(/\P{ASCII}/gu, (sign) => alike.get(sign) ?? sign);
}

/** The letters that digits and symbols replace; a 1 and what looks like one may be either of two. */
const leet = Object.entries({ "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", $: "s" });
const lettersOf = {
  l: new Map([...leet, ["1", "l"], ["!", "l"], ["|", "l"]]),
  i: new Map([...leet, ["1", "i"], ["!", "i"], ["|", "i"]]),
};

/** A word with letters in place of digits and symbols, character by character. @param one what a 1 represents */
export function lettersFor(word: string, one: "l" | "i"): string {
  const letters = lettersOf[one];
  let read = "";
  for (const sign of word) read += letters.get(sign) ?? sign;
  return read;
}

/** Digits as English and Afrikaans say them; `spokenWord` below finds them. */
const spoken = new Map<string, string>(
  [
    "zero oh nul nought null",
    "one een",
    "two twee",
    "three drie",
    "four vier",
    "five vyf",
    "six ses",
    "seven sewe",
    "eight agt",
    "nine nege",
  ].flatMap((words, digit) => words.split(" ").map((word) => [word, String(digit)] as const)),
);

/** One of them as a whole word. */
const spokenWord =
  /(?<![a-z])(?:zero|oh|nul|nought|null|one|een|two|twee|three|drie|four|vier|five|vyf|six|ses|seven|sewe|eight|agt|nine|nege)(?![a-z])/g;

import type { Law } from "@/lib/law/jurisdictions/rules";
import type { StationList } from "@/lib/law/jurisdictions/types";

/** A station that is known by name. `also`: people are called so too, or it is an everyday word. */
export type Listed = { name: string; isOwn: boolean; also: "person" | "word" | null };

/** What is known of the names of stations. */
export type Names = {
  /** Somebody says which stations the organisation has numbers of. */
  isAsked: boolean;
  /** The country of the number has a list. */
  hasList: boolean;
  find(text: string): Listed | null;
  /** The only station that differs by one letter; null for a short text, and if there are several. */
  findNear(text: string): Listed | null;
};

/** Letters and digits alone, without marks: `Môreson`, `Ga-Rankuwa` and `GA RANKUWA` meet. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");

/** Written with capitals and small letters, as a name is: it stays. */
const isWritten = (text: string): boolean => /^\p{Lu}/u.test(text) && text !== text.toUpperCase();

/** `Port-St-Johns`, `Norkem Park` match the list except for marks and capitals. */
const isSpelled = (text: string, name: string): boolean => fold(text) === fold(name) && isWritten(text);

/** `Nqutu` and `Nquthu`: the breath after a stop is left out in older spellings. */
const unbreathed = (key: string): string => key.replace(/(?<=[KTPB])H/g, "");

const directions = { OOS: "EAST", WES: "WEST", NOORD: "NORTH", SUID: "SOUTH", SENTRAAL: "CENTRAL" } as const;

/** `Paarl-Oos` is Paarl East. */
const inEnglish = (key: string): string =>
  key.replace(/(?:OOS|WES|NOORD|SUID|SENTRAAL)$/, (word) => directions[word as keyof typeof directions]);

type Lookup = ReadonlyMap<string, Listed>;

const lists = new WeakMap<StationList, Lookup>();

function lookupOf(list: StationList): Lookup {
  const done = lists.get(list);
  if (done) return done;
  const people = new Set(list.alsoPeople);
  const words = new Set(list.alsoWords);
  const made = new Map<string, Listed>();
  const add = (key: string, name: string) => {
    const also = people.has(name) ? "person" : words.has(name) ? "word" : null;
    if (!made.has(key)) made.set(key, { name, isOwn: false, also });
  };
  const names = [...list.names, ...list.earlierNames];
  for (const name of names) add(fold(name), name);
  for (const [short, name] of Object.entries(list.shortNames)) add(fold(short), name);
  for (const name of names) add(unbreathed(fold(name)), name);
  lists.set(list, made);
  return made;
}

/** A shorter name has too many neighbours. */
const shortest = 7;

const withoutOne = (key: string): string[] => [...key].map((_, i) => key.slice(0, i) + key.slice(i + 1));

const neighbours = new WeakMap<Lookup, ReadonlyMap<string, Listed | null>>();

/** Every name with one letter left out. Two texts of which each has one letter less meet there; null where several do. */
function neighboursOf(lookup: Lookup): ReadonlyMap<string, Listed | null> {
  const done = neighbours.get(lookup);
  if (done) return done;
  const made = new Map<string, Listed | null>();
  for (const [key, listed] of lookup) {
    if (key.length < shortest || listed.also) continue;
    for (const short of [key, ...withoutOne(key)]) {
      const other = made.get(short);
      made.set(short, other === undefined || other?.name === listed.name ? listed : null);
    }
  }
  neighbours.set(lookup, made);
  return made;
}

const alike = ["AEIOUY", "UV", "OQ0", "O0D", "IL1J", "B8", "S5Z2", "G6CK", "MN", "TF", "PR"];

/** One letter too many or too few, two that changed places, or one that is like the other to a hand or a camera. */
function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length) return true;
  const off = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [i]));
  const [first = 0, second] = off;
  if (off.length === 1) return alike.some((set) => set.includes(a[first] ?? " ") && set.includes(b[first] ?? " "));
  return off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function nearest(text: string, lookup: Lookup): Listed | null {
  const key = fold(text);
  if (key.length < shortest - 1 || key.length > 40) return null;
  const near = neighboursOf(lookup);
  const found = [key, ...withoutOne(key)]
    .flatMap((value) => near.get(value) ?? [])
    .filter(({ name }) => isSlip(key, fold(name)));
  const names = new Set(found.map(({ name }) => name));
  return names.size === 1 ? (found[0] ?? null) : null;
}

const none: Lookup = new Map();
const folded = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function ownKeys(known: ReadonlySet<string>): ReadonlySet<string> {
  const made = folded.get(known) ?? new Set([...known].map(fold).filter(Boolean));
  folded.set(known, made);
  return made;
}

/**
 * The station names for numbers of a country.
 * @param known the organisation's own, squeezed; null if not known
 */
export function namesOf(country: string, law: Law, known: ReadonlySet<string> | null): Names {
  const list = law.stations[country];
  const lookup = list ? lookupOf(list) : none;
  const own = known ? ownKeys(known) : null;
  return {
    isAsked: known !== null,
    hasList: list !== undefined,
    findNear: (text) => nearest(text, lookup),
    find(text) {
      const key = fold(text);
      if (key.length < 3) return null;
      const listed = lookup.get(key);
      const name = listed ? (isSpelled(text, listed.name) ? text : listed.name) : evenName(text);
      if (own?.has(key)) return { name, isOwn: true, also: listed?.also ?? null };
      if (listed) return { ...listed, name };
      const spelled = lookup.get(unbreathed(key)) ?? lookup.get(inEnglish(key));
      return spelled ? { ...spelled, name: isWritten(text) ? text : evenName(text) } : null;
    },
  };
}

const titleCase = (text: string) => text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

/** Begins as a name does, however it was typed: `KWADUKUZA` and `kwadukuza` are KwaDukuza. */
export function evenName(text: string): string {
  const isEven = text === text.toUpperCase() || text === text.toLowerCase();
  const name = isEven ? titleCase(text) : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return name.replace(
    /\bKwa([bcdfhjklmnpqstvwxyz])(?=\p{Ll}{3})/gu,
    (_, letter: string) => `Kwa${letter.toUpperCase()}`,
  );
}

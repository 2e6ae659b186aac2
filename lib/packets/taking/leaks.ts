/** A value of the client that must not be read in the served part. */
export type Secret = {
  kind: "name" | "identity number" | "phone number" | "e-mail address" | "address";
  value: string;
};

/** `what` names the kind of value, never the value; `path` is where it stands: `incidents.2.words`. */
export type Leak = { path: string; what: Secret["kind"] };

/** Finds protected values in every text of a structure, keys of objects included. */
export function findLeakedFields(root: unknown, secrets: readonly Secret[]): Leak[] {
  const tests = secrets.map((secret) => ({
    what: secret.kind,
    isIn: testFor(secret),
    isInOfficial: strictTest(secret),
  }));
  const found: Leak[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "string") {
      const official = officialParts.test(path);
      for (const { what, isIn, isInOfficial } of tests) {
        if (official ? isInOfficial(value) : isIn(value)) found.push({ path, what });
      }
    } else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
      for (const [key, child] of Object.entries(value)) walk(child, path === "" ? key : `${path}.${key}`);
    }
  };
  walk(root, "");
  return found;
}

/** Names of stations, units and laws: a family name may be a place, so there only the whole name counts. */
const officialParts = /^(holders|org|references|receivers|charges|pairs|dropped|zones|releases|words)\b/;

function strictTest(secret: Secret): (text: string) => boolean {
  return secret.kind === "name" ? wordsTest([secret.value]) : testFor(secret);
}

function testFor({ kind, value }: Secret): (text: string) => boolean {
  if (kind === "phone number") return digitsTest(value.replaceAll(/\D/g, "").slice(-9));
  if (kind === "identity number") return identityTest(value);
  if (kind === "name") return nameTest(value);
  if (kind === "address") return wordsTest([value, ...addressParts(value)]);
  return wordsTest([value]);
}

function identityTest(value: string): (text: string) => boolean {
  const [digits, words] = [digitsTest(value.replaceAll(/\D/g, "")), wordsTest([value])];
  return (text) => digits(text) || words(text);
}

/** Digits count however they are grouped: 082 000 0147 and 0820000147 are one number. */
function digitsTest(digits: string): (text: string) => boolean {
  if (digits.length < 6) return () => false;
  return (text) => text.replaceAll(/(?<=\d)[\s().-]+(?=\d)/g, "").includes(digits);
}

/** The whole name, and each part of it that stands as a word of its own. */
function nameTest(name: string): (text: string) => boolean {
  const parts = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 3);
  const words = new Set(parts);
  return (text) =>
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => words.has(word));
}

function wordsTest(values: readonly string[]): (text: string) => boolean {
  const wanted = values.map((value) => plain(value)).filter((value) => value.length >= 5);
  return (text) => {
    const said = plain(text);
    return wanted.some((value) => said.includes(value));
  };
}

/** A street with its number is enough to find a person, so each line that holds a digit and a word counts alone. */
function addressParts(address: string): string[] {
  return address
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => /\d/.test(part) && /\p{L}{3}/u.test(part));
}

function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Folded, and without what people set differently: commas, full stops, line ends and runs of spaces. */
function plain(text: string): string {
  return fold(text)
    .replaceAll(/[\s,.;:'’"]+/gu, " ")
    .trim();
}

const fieldNames: readonly (readonly [RegExp, string])[] = [
  [/^incidents\.\d+\.words$/, "the words"],
  [/^incidents\.\d+\.note$/, "what happened"],
  [/^incidents\.\d+\.url$/, "the address of the page"],
  [/^events\.\d+\.what$/, "what happened"],
  [/^exhibits\.\d+\.title$/, "the description"],
  [/^exhibits\.\d+\.collector$/, "who captured it"],
  [/^exhibits\.\d+\.device$/, "the device"],
  [/^request\.purpose/, "the purpose"],
  [/^request\.urgency/, "the urgency"],
  [/^request\.secrecy/, "the reason for secrecy"],
  [/^request\.certification/, "the certification"],
  [/^receivers\./, "the receiver"],
  [/^case\.stage/, "the stage of the matter"],
  [/^case\.matter/, "what the matter is"],
  [/^case\.subjectIdentity/, "what is known of the subject"],
];

type Coded = readonly { code: string }[];
type Located = Record<"incidents" | "events" | "exhibits" | "accounts" | "references" | "releases", Coded>;

/** What a person has to mend, one line a field: `I-2, what happened: holds the client’s address`. */
export function leakLines(snapshot: Located, secrets: readonly Secret[]): string[] {
  const lists: Partial<Record<string, Coded>> = snapshot;
  const lines = findLeakedFields(snapshot, secrets).map(({ path, what }) => {
    const [list = "", no] = path.split(".");
    const code = Array.isArray(lists[list]) ? lists[list]?.[Number(no)]?.code : undefined;
    const field = fieldNames.find(([pattern]) => pattern.test(path))?.[1] ?? `the field ${path}`;
    const where = [code, field].filter(Boolean).join(", ");
    return `${where.charAt(0).toUpperCase()}${where.slice(1)}: holds the client’s ${what}`;
  });
  return [...new Set(lines)];
}

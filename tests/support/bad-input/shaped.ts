import * as fc from "fast-check";
import { z } from "zod";
import { badName, badText, badValue } from "./values";

/** The parts of a schema's own description that matter here. */
type Def = {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  items?: readonly z.core.$ZodType[];
  in?: z.core.$ZodType;
  out?: z.core.$ZodType;
  left?: z.core.$ZodType;
  right?: z.core.$ZodType;
  keyType?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  entries?: Record<string, string>;
  values?: readonly unknown[];
  getter?: () => z.core.$ZodType;
};

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;

/** Texts of which each is right somewhere, so that an input gets past its first field. */
const fitting: readonly unknown[] = [
  "",
  0,
  1,
  3,
  true,
  null,
  "1",
  "-40",
  "11:40",
  "08:00",
  "2026-11-24T09:40:00.000Z",
  "3fa85f64",
  "yes",
  "no",
  "ymd",
  "SMS, weekdays",
  "A".repeat(43),
  "@night.owl",
  "Sandton",
  "021 000 0100",
  "ZA",
  "image/png",
  "a.pdf",
  "A-01",
  "2026-11-24",
  "2026-11-24T11:40",
  "Africa/Johannesburg",
  "on",
  "ZA-US",
  "12",
  "A1",
  "E-01",
  "https://a.example/b",
  "somebody@mail.example",
  "+27 82 000 0000",
  "A few words that say why.",
  "e".repeat(64),
  "0123456789abcdef",
];

const uuid = fc.constantFrom("019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002");

/** Right to look at, and yet nothing that a database keeps, or counts, or has a day for. */
const sly = fc.constantFrom(
  "A few words\u0000 that say why.",
  "@night\u0000.owl",
  "\ud800 half",
  "2147483648",
  "99999999999999999999",
  "9999-12-31",
  "0100-01-01",
  "9999-12-31T23:59",
  "0100-01-01T00:00",
  "1e9",
  "Etc/GMT+14",
  "x".repeat(159),
);

type Options = {
  /** An id that means something where the input goes, by the name of its field; invented ones when left out. */
  idFor?: (name: string) => fc.Arbitrary<string>;
  /** Only so much is wrong that it gets far: one value in a hundred, and sly texts. */
  nearly?: boolean;
};

export function shaped(schema: z.core.$ZodType, { idFor = () => uuid, nearly = false }: Options = {}) {
  const bad = nearly ? sly : badText;
  const text = fc.oneof(
    { arbitrary: uuid, weight: nearly ? 0 : 3 },
    { arbitrary: fc.constantFrom(...fitting.filter((value) => typeof value === "string")), weight: 4 },
    { arbitrary: bad, weight: 3 },
  );
  const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ arbitrary: right, weight: nearly ? 99 : 24 }, { arbitrary: badValue, weight: 1 });
  const known = new Map<z.core.$ZodType, fc.Arbitrary<unknown>>();
  const of = (item: z.core.$ZodType | undefined, depth: number): fc.Arbitrary<unknown> => {
    if (!item || depth > 8) return badValue;
    const made = known.get(item) ?? mostly(chosen(item, right(defOf(item), depth)));
    known.set(item, made);
    return made;
  };
  const right = (def: Def, depth: number): fc.Arbitrary<unknown> => {
    const inner = (item: z.core.$ZodType | undefined) => of(item, depth + 1);
    switch (def.type) {
      case "string":
      case "template_literal":
        return text;
      case "number":
      case "int":
        return fc.oneof(fc.integer({ min: -2, max: 60 }), fc.maxSafeInteger(), fc.double());
      case "boolean":
        return fc.boolean();
      case "enum":
        return fc.constantFrom(...Object.values(def.entries ?? { none: "" }));
      case "literal":
        return fc.constantFrom(...(def.values ?? [""]));
      case "object":
        return objectOf(def.shape ?? {}, ($ZodType, name) =>
          takesIds($ZodType) ? mostly(idFor(name)) : inner($ZodType),
        );
      case "array":
      case "set":
        return fc.array(inner(def.element ?? def.valueType), { maxLength: 3 });
      case "tuple":
        return fc.tuple(...(def.items ?? []).map((item) => inner(item)));
      case "record":
        return fc
          .array(fc.tuple(fc.oneof(text, badName), inner(def.valueType)), { maxLength: 3 })
          .map((all) => Object.fromEntries(all));
      case "union":
        return fc.oneof(...(def.options ?? []).map((option) => inner(option)));
      case "intersection":
        return fc.tuple(inner(def.left), inner(def.right)).map(([left, more]) => joined(left, more));
      case "pipe":
        return defOf(def.in as z.core.$ZodType).type === "transform" ? inner(def.out) : inner(def.in);
      case "lazy":
        return inner(def.getter?.());
      case "date":
        return fc.date({ noInvalidDate: false });
      case "null":
        return fc.constant(null);
      default:
        return def.innerType ? inner(def.innerType) : fc.oneof(text, badValue);
    }
  };
  return of(schema, 0);
}

/** What this very schema takes, of the values that are right somewhere; it is asked. */
function chosen(schema: z.core.$ZodType, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const taken = fitting.filter((value) => z.core.safeParse(schema, value).success);
  const isWhole = ["object", "array", "record", "tuple", "intersection"].includes(defOf(schema).type);
  if (taken.length === 0 || isWhole) return other;
  return fc.oneof({ arbitrary: fc.constantFrom(...taken), weight: 12 }, { arbitrary: other, weight: 3 });
}

const anId = "019a0000-0000-7000-8000-000000000003";

/** An id is wanted here: that one is taken, and a text that is none is not. */
const takesIds = (schema: z.core.$ZodType): boolean =>
  z.core.safeParse(schema, anId).success && !z.core.safeParse(schema, `${anId.slice(0, -1)}g`).success;

type Inner = ($ZodType: z.core.$ZodType, name: string) => fc.Arbitrary<unknown>;

function objectOf(shape: Record<string, z.core.$ZodType>, inner: Inner) {
  const fields = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, inner(field, name)]));
  const stranger = fc.option(fc.tuple(badName, badValue), { freq: 9, nil: undefined });
  return fc
    .tuple(fc.record(fields, { requiredKeys: Object.keys(shape).slice(0, 2) }), stranger)
    .map(([value, more]) => {
      // As JSON.parse would: `__proto__` becomes a key like any other.
      if (more)
        Object.defineProperty(value, more[0], { value: more[1], enumerable: true, writable: true, configurable: true });
      return value as unknown;
    });
}

function joined(left: unknown, right: unknown): unknown {
  const areBoth = typeof left === "object" && typeof right === "object" && left !== null && right !== null;
  return areBoth ? { ...left, ...right } : left;
}

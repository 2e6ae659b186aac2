import type { ClashField } from "./clash";

type About = Omit<ClashField, "name">;

/**
 * The fields of a form, each described once: its input takes the description, and `Clash` takes them all. What only the
 * input needs, such as a hint or a longer question, is given there.
 */
export function named<const Fields extends Readonly<Record<string, About>>>(fields: Fields, prefix = "") {
  const all = Object.entries(fields).map(([name, about]) => [name, { ...about, name: `${prefix}${name}` }]);
  return Object.fromEntries(all) as { [Name in keyof Fields]: Fields[Name] & { name: string } };
}

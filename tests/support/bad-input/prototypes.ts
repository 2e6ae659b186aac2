/** What everything inherits from. */
const shared = {
  object: Object.prototype,
  array: Array.prototype,
  function: Function.prototype,
  text: String.prototype,
};

const namesOf = () => Object.values(shared).map((prototype) => Reflect.ownKeys(prototype).map(String).join());
const before = namesOf();

/** Which of them somebody wrote to, by name; none when all are as they were when this file was read. */
export function pollutedPrototypes(): string[] {
  const now = namesOf();
  return Object.keys(shared).filter((_, at) => now[at] !== before[at]);
}

/** True for an object that inherits from something else than plain objects do: from what was read, for one. */
export function inheritsOddly(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null || depth > 6) return false;
  if (Array.isArray(value)) return value.slice(0, 20).some((item) => inheritsOddly(item, depth + 1));
  const parent: unknown = Object.getPrototypeOf(value);
  const isOurs = parent === null || (typeof parent === "object" && Object.hasOwn(parent as object, "constructor"));
  if (!isOurs) return true;
  return parent === Object.prototype && Object.values(value).some((item) => inheritsOddly(item, depth + 1));
}

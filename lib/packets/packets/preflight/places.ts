import { fieldName } from "./labels";

type Coded = readonly { code: string }[];

/**
 * The name of a place in a snapshot as people know it: `I-2, the words`.
 * @param path dotted keys: `incidents.1.words`
 */
export function placeOf(snapshot: object, path: string): string {
  const [list = "", no] = path.split(".");
  const rows: Coded | undefined = Reflect.get(snapshot, list);
  const code = Array.isArray(rows) ? rows[Number(no)]?.code : undefined;
  const where = [code, fieldName(path)].filter(Boolean).join(", ");
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}`;
}

/** A field name used by the code, or an index; anything else was written by somebody. */
const fieldLike = /^[a-z][A-Za-z0-9]*$|^\d+$/;

/** Every text of a structure with its path; names of fields too, because some are written by people. */
export function textsIn(value: unknown): Placed[] {
  const found: Placed[] = [];
  collect(value, "", found);
  return found;
}

type Placed = { path: string; text: string };

function collect(value: unknown, path: string, found: Placed[]): void {
  if (typeof value === "string") found.push({ path, text: value });
  else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, child] of Object.entries(value)) {
      const at = path === "" ? key : `${path}.${key}`;
      if (!fieldLike.test(key)) found.push({ path: at, text: key });
      collect(child, at, found);
    }
  }
}

import { Column, is, Name, Param, Placeholder, SQL, StringChunk, Subquery, Table, View } from "drizzle-orm";

type Query = { sql: string; params: unknown[] };
/** What writes a statement in drizzle; the place is for indexes, whose columns have no table before them. */
type Write = (statement: SQL, place?: "indexes") => Query;
type Dialect = { sqlToQuery: Write };

/**
 * Writes statements as the dialect does, in a fraction of the time: drizzle asks of each part, one kind after another,
 * whether it is of it, and walks up its classes each time. Here that is asked once for each class, and the name of a column
 * is written once. Tests compare both.
 */
export function writeFast(dialect: Dialect): void {
  const write: Write = dialect.sqlToQuery.bind(dialect);
  const names = new WeakMap<object, string>();
  const nameOf = (part: object): string => {
    const known = names.get(part);
    if (known !== undefined) return known;
    const text = write(new SQL([part as SQL])).sql;
    names.set(part, text);
    return text;
  };
  dialect.sqlToQuery = (statement, place) => {
    if (place) return write(statement, place);
    const written: Written = { text: "", params: [], isBeyond: false, nameOf };
    writeAll(written, statement);
    return written.isBeyond ? write(statement) : { sql: written.text, params: written.params };
  };
}

/** A statement while it is written. */
type Written = {
  text: string;
  params: unknown[];
  /** Something is in it that only drizzle writes: values that stand in the text itself, or types. */
  isBeyond: boolean;
  /** Of a table, a view or a column. */
  readonly nameOf: (part: object) => string;
};

type PartWriter = (written: Written, part: never) => void;
type Wrapped = { getSQL(): SQL; shouldOmitSQLParens?(): boolean };

const writers = new WeakMap<object, PartWriter>();

function writePart(written: Written, part: unknown): void {
  if (part === undefined) return;
  writerOf(part)(written, part as never);
}

function writerOf(part: unknown): PartWriter {
  if (typeof part === "function") return leaveToDrizzle;
  if (typeof part !== "object" || part === null) return writeValue;
  const prototype: object | null = Object.getPrototypeOf(part);
  if (prototype === null) return writeValue;
  const known = writers.get(prototype);
  if (known) return known;
  const writer = findWriter(part);
  writers.set(prototype, writer);
  return writer;
}

/** Asks in the order in which drizzle does. */
function findWriter(part: object): PartWriter {
  if (is(part, StringChunk)) return writeText;
  if (is(part, Name)) return writeName;
  if (Array.isArray(part)) return writeList;
  if (is(part, SQL)) return writeAll;
  if (is(part, Table) || is(part, Column) || is(part, View)) return writeKnown;
  if (is(part, Param)) return writeParam;
  if (is(part, Placeholder)) return writeValue;
  if (is(part, SQL.Aliased)) return writeAliased;
  if (is(part, Subquery)) return writeSubquery;
  return "getSQL" in part ? writeWrapped : writeValue;
}

function writeAll(written: Written, statement: SQL): void {
  if ((statement as unknown as { shouldInlineParams: boolean }).shouldInlineParams) written.isBeyond = true;
  for (const part of statement.queryChunks) writePart(written, part);
}

function writeText(written: Written, { value }: StringChunk): void {
  for (const text of value) written.text += text;
}

function writeName(written: Written, { value }: Name): void {
  written.text += quoted(value);
}

function writeKnown(written: Written, part: object): void {
  written.text += written.nameOf(part);
}

function writeList(written: Written, parts: unknown[]): void {
  written.text += "(";
  for (const [at, part] of parts.entries()) {
    if (at > 0) written.text += ", ";
    writePart(written, part);
  }
  written.text += ")";
}

function writeParam(written: Written, param: Param): void {
  const { value, encoder } = param;
  const mapped = is(value, Placeholder) ? param : value === null ? null : encoder.mapToDriverValue(value);
  if (is(mapped, SQL)) writeAll(written, mapped);
  else writeValue(written, mapped);
}

function writeAliased(written: Written, part: SQL.Aliased): void {
  if (part.fieldAlias === undefined) writeWrapped(written, part);
  else written.text += quoted(part.fieldAlias);
}

function writeSubquery(written: Written, { _: { isWith, alias, sql: inner } }: Subquery): void {
  if (!isWith) {
    written.text += "(";
    writeAll(written, inner);
    written.text += ") ";
  }
  written.text += quoted(alias);
}

function writeWrapped(written: Written, part: Wrapped): void {
  const isBare = part.shouldOmitSQLParens?.();
  if (!isBare) written.text += "(";
  writeAll(written, part.getSQL());
  if (!isBare) written.text += ")";
}

function writeValue(written: Written, value: unknown): void {
  written.text += `$${written.params.push(value)}`;
}

function leaveToDrizzle(written: Written): void {
  written.isBeyond = true;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

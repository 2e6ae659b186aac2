import type postgres from "postgres";
import { longestPrepared, withoutEnd } from "./keep-prepared";

type Unsafe = Pick<postgres.Sql, "unsafe">;
type Row = unknown[] | Record<string, unknown>;
type Column = { name: string; type: number; parser?: Parser };
type Parser = ((text: string) => unknown) & { array?: boolean };
type Asked = {
  text: string;
  values: unknown[];
  options: object;
  /** Rows as arrays, as drizzle wants them where it knows the columns. */
  isArrays: boolean;
  answer: PromiseWithResolvers<Row[]>;
};

/** What was asked more than once in the same words. */
type Same = [Asked, ...Asked[]];
/** What a text with its values was answered in this reading, as JSON tells it. */
type Told = { values: readonly unknown[]; rows: unknown };
type Memory = Map<string, Told[]>;

/** The columns of each text that was sent by itself before, or null if it is always sent by itself. One for the process. */
const shapes = new Map<string, readonly Column[] | null>();
const composed = new Map<string, string>();
const most = 2_000;

/**
 * Sends what is asked of a connection in one turn of the event loop as one statement: a page and its frame ask much at once,
 * and each statement costs a message, a context and an answer of its own. A text goes by itself the first time, which says
 * what columns it has; from then on its rows come as text in one JSON array, and are read by what postgres.js itself
 * reads these columns with. What was told once in a reading is not asked again: the parts of a page each read the row of their
 * case, its key or the law, and see one state of it. For transactions that only read.
 */
export function readTogether<Client extends Unsafe>(client: Client): { client: Client; end: () => void } {
  let waiting: Asked[] = [];
  let isOver = false;
  const memory: Memory = new Map();
  const send = () => {
    const asked = waiting;
    waiting = [];
    const together = asked.filter(({ text }) => shapes.get(text));
    for (const one of asked) if (!together.includes(one)) sendAlone(client, one);
    for (const part of inParts(sameIn(together))) {
      const [first, ...others] = part;
      if (others.length === 0 && first?.length === 1) sendAlone(client, first[0]);
      else sendTogether(client, part, memory);
    }
  };
  const unsafe = (written: string, values: unknown[] = [], options: object = {}) => {
    const one: Asked = { text: withoutEnd(written), values, options, isArrays: false, answer: Promise.withResolvers() };
    const told = toldBefore(memory, one);
    if (isOver) one.answer.reject(new ReadingEnded());
    // Who asked has said by then whether the rows are wanted as arrays, and may still ask on in this turn.
    else if (told) queueMicrotask(() => one.answer.resolve(rowsOf(one, told.rows)));
    else if (waiting.push(one) === 1) setImmediate(send);
    const values_ = () => {
      one.isArrays = true;
      return one.answer.promise;
    };
    return Object.assign(one.answer.promise, { values: values_ });
  };
  const end = () => {
    isOver = true;
    for (const { answer } of waiting) answer.reject(new ReadingEnded());
    waiting = [];
  };
  return { client: Object.assign(Object.create(client), { unsafe }), end };
}

/** Whoever asked is gone, as when something beside it was refused; the connection may be another person's by then. */
class ReadingEnded extends Error {
  readonly code = "08003";
  constructor() {
    super("This was asked when the reading had ended.");
  }
}

async function sendAlone(client: Unsafe, { text, values, options, isArrays, answer }: Asked): Promise<void> {
  try {
    const asking = client.unsafe(text, values as never[], options);
    const rows = await (isArrays ? asking.values() : asking);
    learn(text, (rows as unknown as { columns?: Column[] }).columns);
    answer.resolve(rows as unknown as Row[]);
  } catch (error) {
    answer.reject(error);
  }
}

async function sendTogether(client: Unsafe, part: readonly Same[], memory: Memory): Promise<void> {
  try {
    const text = textOf(part.map(([first]) => first.text));
    const values = part.flatMap(([first]) => first.values);
    const [row = []] = await client.unsafe(text, values as never[], part[0]?.[0].options).values();
    for (const [at, same] of part.entries()) {
      remember(memory, same[0], row[at]);
      for (const one of same) one.answer.resolve(rowsOf(one, row[at]));
    }
  } catch (error) {
    const reason = isOfAll(error) ? error : new OfAnother();
    for (const { answer } of part.flat()) answer.reject(reason);
  }
}

/** As many rows are remembered of an answer, and as many answers to a text: an export that reads long does not hold all. */
const mostRows = 50;
const mostAnswers = 8;

function remember(memory: Memory, { text, values }: Asked, rows: unknown): void {
  if (Array.isArray(rows) && rows.length > mostRows) return;
  const all = memory.get(text) ?? [];
  memory.set(text, all);
  if (all.push({ values, rows }) > mostAnswers) all.shift();
}

const toldBefore = (memory: Memory, { text, values }: Asked): Told | undefined =>
  memory.get(text)?.find((told) => isSame(told.values, values));

/** Several parts of a page that ask the same, as each does for its case: it is asked once, and each reads its own rows. */
function sameIn(asked: readonly Asked[]): Same[] {
  const found: Same[] = [];
  for (const one of asked) {
    const same = found.find(([first]) => first.text === one.text && isSame(first.values, one.values));
    if (same) same.push(one);
    else found.push([one]);
  }
  return found;
}

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((value, at) => isEqual(value, others[at]));

function isEqual(value: unknown, other: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(other)) return isSame(value, other);
  if (value instanceof Date && other instanceof Date) return Object.is(value.getTime(), other.getTime());
  return Object.is(value, other);
}

/** One of them failed, nobody can say which: each reads again by itself, as it does after the failure of another. */
class OfAnother extends Error {
  readonly code = "25P02";
  constructor() {
    super("A statement that was sent with this one failed.");
  }
}

/** The connection, the server or its patience failed, and not what one statement asked. */
const isOfAll = (error: unknown): boolean => !/^(2[0-9A-Z]|42)/.test((error as { code?: string }).code ?? "");

/** In one order, whichever came first, so that the same texts make the same statement. */
function inParts(asked: readonly Same[]): Same[][] {
  const parts: Same[][] = [];
  let length = 0;
  for (const same of asked.toSorted(([a], [b]) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))) {
    const needs = same[0].text.length + roomAround(same[0].text);
    const part = parts.at(-1);
    if (part && length + needs <= longestPrepared) part.push(same);
    else {
      parts.push([same]);
      length = 0;
    }
    length += needs;
  }
  return parts;
}

/** What is written around a text, at most: its columns twice, and places whose numbers are longer by then. */
const roomAround = (text: string): number => 60 + 17 * (shapes.get(text)?.length ?? 0) + 2 * text.split("$").length;

/** Types whose text by a cast is another than the one that the server sends: fixed characters, records, nothing. */
const unlike = [18, 1042, 2249, 2278];
const boolean = 16;

function learn(text: string, columns: readonly Column[] | undefined): void {
  if (shapes.size >= most) shapes.clear();
  const isPlain = /^[\s(]*(select|with)\b/i.test(text) && !/;|--|\/\*|\$\$|\bset_config\b/.test(text);
  const isKnown = columns && columns.length > 0 && columns.length <= 60;
  const isAlike = columns?.every(({ type }) => !unlike.includes(type));
  shapes.set(text, isPlain && isKnown && isAlike ? columns : null);
}

function textOf(texts: readonly string[]): string {
  const key = texts.join("\0");
  const known = composed.get(key);
  if (known) return known;
  let before = 0;
  const parts = texts.map((text) => {
    const names = (shapes.get(text) ?? []).map((_, at) => `c${at}`);
    const cells = names.map((name) => `q.${name}::text`).join();
    const { moved, count } = move(text, before);
    before += count;
    return `(select json_agg(array[${cells}]) from (${moved}) q(${names.join()}))`;
  });
  const text = `select ${parts.join()}`;
  if (composed.size >= most) composed.clear();
  composed.set(key, text);
  return text;
}

/** Numbers the places of a text anew, after those of the texts before it. */
function move(text: string, before: number): { moved: string; count: number } {
  let count = 0;
  const moved = text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\d+)/g, (part, place) => {
    if (place === undefined) return part;
    count = Math.max(count, Number(place));
    return `$${Number(place) + before}`;
  });
  return { moved, count };
}

function rowsOf({ text, isArrays }: Asked, answer: unknown): Row[] {
  const columns = shapes.get(text) ?? [];
  const rows = (answer ?? []) as (string | null)[][];
  if (isArrays) return rows.map((row) => row.map((cell, at) => readCell(cell, columns[at])));
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, at) => [column.name, readCell(row[at] ?? null, column)])),
  );
}

/** As postgres.js reads a cell of the column. It gives a reader of arrays the text without its first brace. */
function readCell(cell: string | null, column: Column | undefined): unknown {
  if (cell === null || column?.parser === undefined) return cell;
  if (column.type === boolean) return cell === "true";
  return column.parser(column.parser.array ? cell.slice(1) : cell);
}

import { type SQL, sql } from "drizzle-orm";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";

type Statement = { sql: string; params: unknown[] };
type Spied = { session: { prepareQuery: (query: Statement, ...rest: unknown[]) => unknown } };
type Node = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Node[] };

/** Which ways Postgres takes to a table for everything that `read` asks, as the person of `ctx` and behind the wall. */
async function waysTo(table: string, ctx: Ctx, read: (scoped: TxCtx) => Promise<unknown>): Promise<string[]> {
  return withTransaction(ctx, "read only", async (scoped) => {
    const asked = await statementsOf(scoped, () => read(scoped));
    const ways = new Set<string>();
    for (const statement of asked) for (const way of waysIn(await planOf(scoped, statement), table)) ways.add(way);
    return [...ways];
  });
}

/** Says that no statement reads the table from end to end, or which way it goes when one does. */
export async function scanNote(table: string, ctx: Ctx, read: (scoped: TxCtx) => Promise<unknown>): Promise<string> {
  const ways = await waysTo(table, ctx, read);
  const whole = ways.includes("Seq Scan");
  return `${whole ? "SEQUENTIAL SCAN" : "no sequential scan"} of ${table}: ${ways.join(", ")}`;
}

/** The same statements through bare postgres.js, kept prepared, by a role for which there is no wall. */
export async function replayOf(bare: Sql, ctx: Ctx, read: (scoped: TxCtx) => Promise<unknown>) {
  const asked = await withTransaction(ctx, "read only", (scoped) => statementsOf(scoped, () => read(scoped)));
  // In a transaction, so that what a read says about its plans counts here too.
  const run = () =>
    bare.begin(async (tx) => {
      for (const { sql: text, params } of asked) await tx.unsafe(text, params as string[], { prepare: true });
    });
  return { run, statements: asked.length };
}

/** What a read asks behind the wall, statement by statement. */
export const statementsOfRead = (ctx: Ctx, read: (scoped: TxCtx) => Promise<unknown>): Promise<Statement[]> =>
  withTransaction(ctx, "read only", (scoped) => statementsOf(scoped, () => read(scoped)));

/** The same of a command, which opens transactions of its own: every session of drizzle is listened to meanwhile. */
export async function statementsOfWrite(act: () => Promise<unknown>): Promise<Statement[]> {
  const session = PostgresJsSession.prototype as unknown as Spied["session"];
  const seen: Statement[] = [];
  const prepare = session.prepareQuery;
  session.prepareQuery = function (this: unknown, query, ...rest) {
    seen.push(query);
    return prepare.call(this, query, ...rest);
  };
  try {
    await act();
  } finally {
    session.prepareQuery = prepare;
  }
  return seen;
}

/** A scan right below a limit, with nothing that gathers every row between them, ends where the limit ends it. */
function waysIn(node: Node, table: string, capped = false): string[] {
  const type = node["Node Type"];
  const stops = type === "Limit" || (capped && ["Result", "Subquery Scan", "Nested Loop"].includes(type));
  const below = (node.Plans ?? []).flatMap((inner) => waysIn(inner, table, stops));
  if (node["Relation Name"] !== table) return below;
  const way = [type, node["Index Name"]].filter(Boolean).join(" ");
  return [type === "Seq Scan" && capped ? "Seq Scan that ends at the cap" : way, ...below];
}

/** Drizzle keeps its session on the transaction; what passes through it is noted on the way. */
async function statementsOf(scoped: TxCtx, act: () => Promise<unknown>): Promise<Statement[]> {
  const { session } = scoped.db as unknown as Spied;
  const seen: Statement[] = [];
  const prepare = session.prepareQuery;
  session.prepareQuery = (query, ...rest) => {
    seen.push(query);
    return prepare.call(session, query, ...rest);
  };
  try {
    await act();
  } finally {
    session.prepareQuery = prepare;
  }
  return seen;
}

/** A statement with its values in their places again. */
export function bindTo({ sql: text, params }: Statement): SQL {
  const parts = text.split(/\$\d+/);
  const order = [...text.matchAll(/\$(\d+)/g)].map((match) => params[Number(match[1]) - 1]);
  return sql.join(
    parts.flatMap((part, at) => (at < order.length ? [sql.raw(part), sql`${sql.param(order[at])}`] : [sql.raw(part)])),
  );
}

async function planOf(scoped: TxCtx, statement: Statement): Promise<Node> {
  const [row] = await scoped.db.execute<{ "QUERY PLAN": { Plan: Node }[] }>(
    sql`explain (format json) ${bindTo(statement)}`,
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("Postgres gave no plan.");
  return plan;
}

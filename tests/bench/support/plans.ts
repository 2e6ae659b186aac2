import { sql } from "drizzle-orm";
import { type Ctx, inScope, type Scoped } from "@/lib/access/ctx";

type Statement = { sql: string; params: unknown[] };
type Spied = { session: { prepareQuery: (query: Statement, ...rest: unknown[]) => unknown } };
type Node = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Node[] };

/** Which ways Postgres takes to a table for everything that `read` asks, as the person of `ctx` and behind the wall. */
export async function waysTo(table: string, ctx: Ctx, read: (scoped: Scoped) => Promise<unknown>): Promise<string[]> {
  return inScope(ctx, "read only", async (scoped) => {
    const asked = await statementsOf(scoped, () => read(scoped));
    const ways = new Set<string>();
    for (const one of asked) {
      for (const node of nodesOf(await planOf(scoped, one))) {
        if (node["Relation Name"] === table)
          ways.add([node["Node Type"], node["Index Name"]].filter(Boolean).join(" "));
      }
    }
    return [...ways];
  });
}

/** Says that no statement read the table from end to end, or which way it went when one did. */
export async function scanNote(table: string, ctx: Ctx, read: (scoped: Scoped) => Promise<unknown>): Promise<string> {
  const ways = await waysTo(table, ctx, read);
  const whole = ways.some((way) => way.startsWith("Seq Scan"));
  return `${whole ? "SEQUENTIAL SCAN" : "no sequential scan"} of ${table}: ${ways.join(", ")}`;
}

/** Drizzle keeps its session on the transaction; what passes through it is noted on the way. */
async function statementsOf(scoped: Scoped, act: () => Promise<unknown>): Promise<Statement[]> {
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

async function planOf(scoped: Scoped, { sql: text, params }: Statement): Promise<Node> {
  const parts = text.split(/\$\d+/);
  const order = [...text.matchAll(/\$(\d+)/g)].map((match) => params[Number(match[1]) - 1]);
  const query = parts.flatMap((part, at) => (at < order.length ? [sql.raw(part), sql`${order[at]}`] : [sql.raw(part)]));
  const [row] = await scoped.db.execute<{ "QUERY PLAN": { Plan: Node }[] }>(
    sql`explain (format json) ${sql.join(query)}`,
  );
  const plan = row?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error("Postgres gave no plan.");
  return plan;
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

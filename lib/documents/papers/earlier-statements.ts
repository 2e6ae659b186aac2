import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { documents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { type CaseRow, readBody } from "./access";
import { documentCode, toldIn } from "./rules";
import { timesOf } from "./times/rules";

export type Earlier = { values: Record<string, string | null>; told: ReadonlySet<string> };

/**
 * What a supplement adds to: the first sworn paper of the kind that its template names, and the acts that the sworn
 * papers of that kind and of its own already tell. Null for a paper that is no supplement.
 */
export async function earlierStatements(
  ctx: TxCtx,
  found: CaseRow,
  { kind, since, jurisdiction }: Pick<DocumentTemplate, "kind" | "since" | "jurisdiction">,
): Promise<Earlier | null> {
  if (since === null) return null;
  const rows = await ctx.db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.orgId, ctx.orgId),
        eq(documents.caseId, found.id),
        eq(documents.state, "sworn"),
        inArray(documents.kind, [since, kind]),
      ),
    )
    .orderBy(asc(documents.swornOn), asc(documents.number));
  const bodies = await Promise.all(rows.map(async (row) => (await readBody(ctx, found, row)).body));
  const first = rows.find((row) => row.kind === since);
  return {
    values: {
      "statement.swornOn": first?.swornOn ? timesOf({ jurisdiction }).date(first.swornOn) : null,
      "statement.code": first ? documentCode(first.number) : null,
    },
    told: new Set(bodies.flatMap((body) => [...toldIn(body)])),
  };
}

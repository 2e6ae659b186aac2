import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { cases } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import type { ActCase } from "./types";

/** The open cases that an act can be begun on from anywhere, those worked on last first. */
export const listActCases = query(
  "case.read",
  (ctx: TxCtx): Promise<ActCase[]> =>
    ctx.db
      .select({
        id: cases.id,
        code: cases.code,
        pseudonym: cases.pseudonym,
        clientId: cases.clientId,
        ownerId: cases.ownerId,
      })
      .from(cases)
      .where(and(visibleCases(ctx), eq(cases.ownerId, ctx.actor.memberId ?? ""), isNull(cases.closedAt)))
      .orderBy(desc(cases.lastActivityAt), desc(cases.id))
      .limit(60),
);

import "server-only";
import { and } from "drizzle-orm";
import { cases, members, packets } from "@/db/schema";
import { answeredFor, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";

export const mostOfficerItems = 100;

/** What officers await on my cases; closed ones too, since they still await an answer. */
export const ofMyCases = (ctx: TxCtx) => and(visibleCases(ctx), answeredFor(ctx));

/** The columns of one line: which packet of which case, and the officer. */
export const officerItem = {
  packetId: packets.id,
  pseudonym: cases.pseudonym,
  code: packets.code,
  version: packets.version,
  kind: packets.kind,
  officer: members.name,
};

import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, members, packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { visibleCases } from "@/lib/cases/scope";

export const mostOfficerItems = 100;

/** What officers wait for on cases of mine; closed ones too, since they wait for an answer all the same. */
export const ofMyCases = (ctx: Scoped) => and(visibleCases(ctx), eq(cases.ownerId, ctx.actor.memberId ?? ctx.orgId));

/** The columns of one line: which packet of which case, and who the officer is. */
export const officerItem = {
  packetId: packets.id,
  pseudonym: cases.pseudonym,
  code: packets.code,
  version: packets.version,
  kind: packets.kind,
  officer: members.name,
};

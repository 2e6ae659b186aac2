import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { authorities, exhibits, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { findClient } from "@/lib/casework/clients/access";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { query } from "@/lib/kernel/access/query";
import { findPlaybook, findProcess } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { authorityCode, authorityState, processesOf } from "./rules";
import type { AuthorityDesk, AuthorityView } from "./types";

/** The client's written authorities, newest first, including ended ones. @throws AppError not_found */
export const listAuthorities = query("case.read", async (ctx, caseId: string): Promise<AuthorityView[]> => {
  const row = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  const today = civilDate(ctx.now, findPlaybook(row.pair, row.playbookVersion, law)?.home.zone ?? "UTC");
  const found = await ctx.db
    .select({ authority: authorities, by: members.name, exhibit: exhibits.number })
    .from(authorities)
    .innerJoin(members, eq(members.id, authorities.recordedBy))
    .leftJoin(exhibits, eq(exhibits.id, authorities.exhibitId))
    .where(and(eq(authorities.orgId, ctx.orgId), eq(authorities.caseId, row.id)))
    .orderBy(desc(authorities.number));
  return found.map(({ authority, by, exhibit }) => {
    const { orgId: _org, caseId: _case, ...rest } = authority;
    return {
      ...rest,
      code: authorityCode(authority.number),
      processTitle: findProcess(authority.process, law)?.title ?? authority.process,
      exhibit: exhibit === null ? null : exhibitLabel(exhibit),
      recordedBy: by,
      state: authorityState(authority, today),
    };
  });
});

/** True if a signed document for this process is on file and valid on that day. @throws AppError not_found */
export const hasAuthority = query(
  "case.read",
  async (ctx, caseId: string, process: string, on: CivilDate): Promise<boolean> => {
    const row = await findCase(ctx, caseId);
    const found = await ctx.db
      .select()
      .from(authorities)
      .where(and(eq(authorities.orgId, ctx.orgId), eq(authorities.caseId, row.id), eq(authorities.process, process)));
    return found.some((authority) => authorityState(authority, on) === "in_force");
  },
);

/** What is on file, what may be requested in this pair, and the documents to choose from. @throws AppError not_found */
export const getAuthorityDesk = query("case.read", async (ctx, caseId: string): Promise<AuthorityDesk> => {
  const row = await findCase(ctx, caseId);
  const law = await readLaw(ctx);
  return {
    authorities: await listAuthorities(ctx, caseId),
    processes: processesOf(law.processes, findPlaybook(row.pair, row.playbookVersion, law)),
    exhibits: await pickExhibits(ctx, caseId),
    clientIsMinor: (await findClient(ctx, row.clientId)).isMinor,
  };
});

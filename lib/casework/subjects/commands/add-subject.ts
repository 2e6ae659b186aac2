import "server-only";
import { eq, max } from "drizzle-orm";
import { subjects } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { AddSubject } from "../input";
import { writeNameTokens } from "../write-name-tokens";

/** Adds an alleged harasser to the case. What is typed is an allegation, and is encrypted. */
export const addSubject = command({
  needs: "case.write",
  input: AddSubject,
  async run(ctx, input) {
    const row = await lockCase(ctx, input.caseId);
    const vault = await openVault(ctx, row.keyId);
    const id = newId();
    const place = (column: string) => ({ table: "subjects", column, row: id });
    const [last] = await ctx.db
      .select({ number: max(subjects.number) })
      .from(subjects)
      .where(eq(subjects.caseId, row.id));
    await ctx.db.insert(subjects).values({
      id,
      orgId: ctx.orgId,
      caseId: row.id,
      number: (last?.number ?? 0) + 1,
      allegedName: vault.sealMaybe(place("alleged_name"), input.allegedName),
      allegedPlace: vault.sealMaybe(place("alleged_place"), input.allegedPlace),
      zone: input.zone,
      zoneReason: input.zone ? input.zoneReason : null,
      addedAt: ctx.now,
    });
    await writeNameTokens(ctx, { id, allegedName: input.allegedName });
    await touchCase(ctx, row.id);
    return { value: { id }, audit: { action: "subject.added", subjectId: id, caseId: row.id, detail: {} } };
  },
});

import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, max } from "drizzle-orm";
import { charges } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { actDays } from "./act-days";
import { NameCharge } from "./input";
import { readCaseFacts } from "./read-case-facts";
import { checkCharge } from "./rules";
import { takeUp } from "./take-up";

/**
 * Names an offence, paired with one of the other country.
 * @throws AppError invalid when the law was not in force on the day of any act; conflict when it is named already
 */
export const nameCharge = command({
  needs: "case.write",
  input: NameCharge,
  async run(ctx, { caseId, homeOffence, thereOffence }) {
    const namedBy = ctx.actor.memberId;
    if (!namedBy) throw new AppError("forbidden", t("A person names an offence."));
    const row = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const { incidents } = await readCaseFacts(ctx, row.id);
    const fields = checkCharge(row, { homeOffence, thereOffence }, actDays(incidents), law);
    const [message] = Object.values(fields);
    if (message) throw new AppError("invalid", message, fields);
    const [same] = await ctx.db
      .select({ id: charges.id })
      .from(charges)
      .where(
        and(
          eq(charges.caseId, row.id),
          eq(charges.homeOffence, homeOffence),
          thereOffence ? eq(charges.thereOffence, thereOffence) : isNull(charges.thereOffence),
        ),
      );
    const twice = t("This offence is named on the case already, with the same pair.");
    if (same) throw new AppError("conflict", twice, { homeOffence: twice });
    const [last] = await ctx.db
      .select({ number: max(charges.number) })
      .from(charges)
      .where(eq(charges.caseId, row.id));
    const id = newId();
    await ctx.db.insert(charges).values({
      id,
      homeOffence,
      thereOffence,
      namedBy,
      orgId: ctx.orgId,
      caseId: row.id,
      number: (last?.number ?? 0) + 1,
      elements: [],
      namedAt: ctx.now,
    });
    await takeUp(ctx, row, [homeOffence, thereOffence]);
    await touchCase(ctx, row.id);
    const detail = { home: homeOffence, there: thereOffence };
    return { value: { id }, audit: { action: "charge.named", subjectId: id, caseId: row.id, detail } };
  },
});

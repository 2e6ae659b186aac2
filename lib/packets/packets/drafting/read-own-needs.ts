import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { customFields, incidents } from "@/db/schema";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { incidentCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { isAnswered } from "@/lib/organisation/custom-fields/rules";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import type { KindNeed } from "../types";

/** What the organisation wants answered in fields of its own before a packet: "not known" is an answer. */
export async function readOwnNeeds(ctx: TxCtx, caseId: string): Promise<KindNeed[]> {
  const asked = await ctx.db
    .select({ id: customFields.id, record: customFields.record })
    .from(customFields)
    .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.required, "packet"), isNull(customFields.retiredAt)));
  const isAsked = (record: string) => asked.some((field) => field.record === record);
  return [
    ...(isAsked("case") ? await needsOfCase(ctx, caseId) : []),
    ...(isAsked("incident") ? await needsOfIncidents(ctx, caseId) : []),
  ];
}

async function needsOfCase(ctx: TxCtx, caseId: string): Promise<KindNeed[]> {
  const fields = (await readCustomValues(ctx, "case", [caseId])).get(caseId) ?? [];
  return fields
    .filter(({ required, isRetired }) => required === "packet" && !isRetired)
    .map((field) => ({
      text: t("“{label}” is answered", { label: field.label }),
      met: isAnswered(field),
      path: "#own-fields",
    }));
}

/** One line for a field, which names the incidents that lack it. */
async function needsOfIncidents(ctx: TxCtx, caseId: string): Promise<KindNeed[]> {
  const told = await ctx.db
    .select({ id: incidents.id, kind: incidents.kind, number: incidents.number })
    .from(incidents)
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId)))
    .orderBy(asc(incidents.kind), asc(incidents.number));
  const ids = told.map(({ id }) => id);
  const values = await readCustomValues(ctx, "incident", ids);
  const [first] = ids;
  const fields = (first && values.get(first)) || [];
  return fields
    .filter(({ required, isRetired }) => required === "packet" && !isRetired)
    .map(({ id: fieldId, label }) => {
      const lacking = told.filter(
        ({ id }) => !values.get(id)?.some((field) => field.id === fieldId && isAnswered(field)),
      );
      const codes = allOf(lacking.map(({ kind, number }) => incidentCode(kind, number)));
      return {
        text:
          lacking.length === 0
            ? t("“{label}” is answered of every incident", { label })
            : t("“{label}” is answered of {codes}", { label, codes }),
        met: lacking.length === 0,
        path: "incidents",
      };
    });
}

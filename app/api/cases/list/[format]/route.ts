import type { NextRequest } from "next/server";
import { openWords } from "@/app/(work)/typed-query";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { listRules, listView } from "@/lib/oversight/case-list/address/rules";
import { exportList } from "@/lib/oversight/case-list/export-list";
import type { CaseFilters } from "@/lib/oversight/case-list/types";
import { listOwners } from "@/lib/oversight/reports/queries";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { readListState } from "@/lib/platform/list-state";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * The list of cases under the filters of the page's own address, or those that were ticked in it, as CSV or XLSX.
 * Logged, and inert in the browser.
 */
export function GET(request: NextRequest, { params }: RouteContext<"/api/cases/list/[format]">): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    if (!may(ctx.actor, "case.read")) throw new AppError("forbidden", t("Your role may not do this."));
    const { format } = await params;
    const own = await listCustomFields(ctx, "case");
    const rules = listRules(await listOwners(ctx), false, own);
    const asked = request.nextUrl.searchParams;
    const given = Object.fromEntries([...asked.keys()].map((key) => [key, asked.getAll(key)]));
    const words = await openWords(ctx, given.q);
    if (words.lost)
      throw new AppError("conflict", t("The words that you searched for are no longer known. Search again."));
    const { filters, sort } = asked.has("case")
      ? { filters: ticked(asked.getAll("case")), sort: { key: "pseudonym", dir: "asc" } }
      : listView(readListState(given, rules), words.text, own);
    const { bytes, name } = await exportList(ctx, { format, filters, sort });
    return new Response(Buffer.from(bytes), {
      headers: {
        ...closed,
        "content-type": types[format as keyof typeof types],
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  });
}

/** The cases ticked in the list, open or not. */
const ticked = (ids: readonly string[]): CaseFilters => ({ status: ["open", "closed"], ids: ids.filter(isId) });

export const HEAD = notByHead;

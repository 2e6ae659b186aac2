import type { NextRequest } from "next/server";
import { readLines } from "@/app/(work)/cases/read-lines";
import type { TurnedPage } from "@/app/(work)/cases/turned-page";
import { openWords } from "@/app/(work)/typed-query";
import { answering, closed, notByHead, refuseElsewhere } from "@/app/api/packets/send-file";
import { readCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { isListed } from "@/lib/organisation/custom-fields/rules";
import { listRules, listView } from "@/lib/oversight/case-list/address/rules";
import { countCases, listRows } from "@/lib/oversight/case-list/queries";
import { countCap, mayFitFew } from "@/lib/oversight/case-list/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { readListState } from "@/lib/platform/list-state";

/**
 * The rows of another page of the list of cases, under the address of that page: what turning a page needs, since the
 * frame, the filters and their counts stay as they are.
 */
export function GET(request: NextRequest): Promise<Response> {
  return answering(async () => {
    refuseElsewhere(request);
    const ctx = await readCtx();
    if (!ctx) throw new AppError("unauthenticated", t("Sign in again."));
    const asked = request.nextUrl.searchParams;
    const given = Object.fromEntries([...asked.keys()].map((key) => [key, asked.getAll(key)]));
    const words = await openWords(ctx, given.q);
    if (words.lost)
      throw new AppError("conflict", t("The words that you searched for are no longer known. Search again."));
    const own = (await listCustomFields(ctx, "case")).filter(isListed);
    // Owners are ids here: of one who is nobody's colleague there is no row to find.
    const rules = listRules(
      asked
        .getAll("owner")
        .filter(isId)
        .map((id) => ({ id })),
      false,
      own,
    );
    const view = listView(readListState(given, rules), words.text, own);
    const answer = await reading(ctx, async (scoped): Promise<TurnedPage> => {
      const asked = view.filters.q || mayFitFew(view.filters);
      const few = asked ? (await countCases(scoped, view.filters)) <= countCap : undefined;
      const { rows, ...place } = await listRows(scoped, { ...view, few });
      return { ...place, lines: await readLines(scoped, rows, own) };
    });
    return Response.json(answer, { headers: closed });
  });
}

export const HEAD = notByHead;

import "server-only";
import { query } from "@/lib/kernel/access/query";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { listOwners } from "@/lib/oversight/reports/queries";
import { readListChoices } from "@/lib/oversight/saved-views/queries";
import type { AnyColumn } from "@/lib/oversight/saved-views/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readListState } from "@/lib/platform/list-state";
import { listRules, listView } from "./address/rules";
import type { CaseListView } from "./types";

/**
 * What a saved view asks, for whoever has no page: its filters, order and columns. Without a view: every open case.
 * @throws AppError not_found; invalid at `view` for one with words in its search box, which are kept in a browser alone
 */
export const readSavedList = query(
  "case.read",
  async (ctx, viewId: string | undefined): Promise<CaseListView & { columns: AnyColumn[] | null }> => {
    const views = viewId === undefined ? [] : (await readListChoices(ctx)).views;
    const view = views.find(({ id }) => id === viewId);
    if (viewId !== undefined && !view) throw new AppError("not_found", t("No such view."));
    const asked = new URLSearchParams(view?.query ?? "");
    if (asked.get("q")) {
      const message = t("This view searches for words, which only a browser knows. Save it without them.");
      throw new AppError("invalid", message, { view: message });
    }
    const own = await listCustomFields(ctx, "case");
    const given = Object.fromEntries([...asked.keys()].map((key) => [key, asked.getAll(key)]));
    const state = readListState(given, listRules(await listOwners(ctx), false, own));
    return { ...listView(state, null, own), columns: view?.columns ?? null };
  },
);

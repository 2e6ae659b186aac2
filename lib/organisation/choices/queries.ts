import "server-only";
import { query } from "@/lib/kernel/access/query";
import { newestOf, readVersions } from "./access";
import type { ChoiceListName, ChoicesByList } from "./types";

/** How the organisation set some lists of ours, as it counts now. */
export const readChoices = query(
  "fields.read",
  async (ctx, lists: readonly ChoiceListName[]): Promise<ChoicesByList> => {
    const versions = await readVersions(ctx, lists);
    const of = (list: ChoiceListName) => newestOf(versions.filter((version) => version.list === list));
    return Object.fromEntries(lists.map((list) => [list, of(list)]));
  },
);

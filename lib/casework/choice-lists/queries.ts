import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { newestOf } from "@/lib/organisation/choices/access";
import { type ChoiceListName, choiceLists } from "@/lib/organisation/choices/types";
import { namesOf } from "@/lib/organisation/members/names-of";
import { readList, seenOf, type VersionRow } from "./access";
import { deskOf, differencesOf } from "./rules";
import type { ChoiceListChange, ChoiceListDesk } from "./types";

/** A list with its choices, what does not count yet, and its history. */
export const readChoiceList = query("fields.write", readDesk);

export const readChoiceLists = query(
  "fields.write",
  (ctx): Promise<ChoiceListDesk[]> => Promise.all(choiceLists.map((list) => readDesk(ctx, list))),
);

async function readDesk(ctx: TxCtx, list: ChoiceListName): Promise<ChoiceListDesk> {
  const { published, drafts } = await readList(ctx, list);
  const now = newestOf(published.toReversed());
  const of = (choice: string) => now.find((version) => version.choice === choice);
  return {
    list,
    choices: deskOf(list, now, drafts),
    draft:
      drafts.length === 0
        ? null
        : {
            seen: seenOf(drafts),
            differences: drafts.flatMap((draft) => differencesOf(list, of(draft.choice), draft)),
          },
    changes: await historyOf(ctx, list, published),
  };
}

/** What was published together is one change. */
async function historyOf(ctx: TxCtx, list: ChoiceListName, published: VersionRow[]): Promise<ChoiceListChange[]> {
  const names = await namesOf(
    ctx,
    published.map(({ publishedBy }) => publishedBy),
  );
  const before = new Map<string, VersionRow>();
  const changes = [...Map.groupBy(published, ({ publishedAt }) => publishedAt?.getTime() ?? 0).values()].flatMap(
    (rows) => {
      const differences = rows.flatMap((row) => {
        const told = differencesOf(list, before.get(row.choice), row);
        before.set(row.choice, row);
        return told;
      });
      const [first] = rows;
      if (!first?.publishedAt) return [];
      return [{ id: first.id, by: names.get(first.publishedBy ?? "") ?? "", at: first.publishedAt, differences }];
    },
  );
  return changes.toReversed();
}

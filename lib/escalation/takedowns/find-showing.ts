import { sameAddress } from "@/lib/platform/text/same-address";
import type { Item, Showing, Sources } from "./types";

type Sought = Pick<Item, "kind" | "url" | "accountId" | "incidentId" | "exhibitId">;

/** The incidents and exhibits that show an item: by its address, by what it was taken from, and of an account all of it. */
export function findShowing(item: Sought, sources: Sources): Showing[] {
  const isWhole = item.kind === "account";
  const account = isWhole ? sources.accounts.find(({ id }) => id === item.accountId) : undefined;
  const address = item.url ? sameAddress(item.url) : null;
  const isSame = (url: string | null) => url !== null && address !== null && sameAddress(url) === address;
  const acts = sources.incidents.filter(
    (act) => act.id === item.incidentId || isSame(act.url) || (account && act.accountId === account.id),
  );
  const linked = new Set([...acts.flatMap((act) => act.exhibitIds), ...(account?.exhibitIds ?? [])]);
  const files = sources.exhibits.filter(
    (file) =>
      file.id === item.exhibitId ||
      linked.has(file.id) ||
      isSame(file.url) ||
      isSame(file.permalink) ||
      (account && file.accountId === account.id),
  );
  return [
    ...files.map(({ id, code }): Showing => ({ kind: "exhibit", code, path: `/evidence/${id}` })),
    ...acts.map(({ code }): Showing => ({ kind: "incident", code, path: `/incidents#${code}` })),
  ];
}

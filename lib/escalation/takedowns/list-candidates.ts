import { findPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { sameAddress } from "@/lib/platform/text/same-address";
import { platformOfAddress } from "./rules";
import type { Candidate, Item, ItemKind, Sources } from "./types";

/** A candidate with what the row of the item takes over. */
export type Source = Candidate & Pick<Item, "url" | "accountId" | "incidentId" | "exhibitId">;

/**
 * Accounts of subjects, and addresses of exhibits, incidents and sightings, each address once, that are not on the list.
 * One whose platform nothing tells is left out: it is added by hand.
 */
export function listCandidates(sources: Sources, items: readonly Item[], law: Law): Source[] {
  const taken = new Set(items.flatMap(({ url }) => (url ? [sameAddress(url)] : [])));
  const accountsTaken = new Set(
    items.flatMap(({ kind, accountId }) => (kind === "account" && accountId ? [accountId] : [])),
  );
  const platformOf = (accountId: string | null) =>
    sources.accounts.find(({ id }) => id === accountId)?.platform ?? null;
  const found: Source[] = [];
  const add = (source: Omit<Source, "platformName" | "platform"> & { platform: string | null }) => {
    const platform = findPlatform(source.platform ?? "", law);
    if (!platform) return;
    found.push({ ...source, platform: platform.key, platformName: platform.name });
  };
  for (const { id, number, platform, handle, url } of sources.accounts) {
    const address = url ? sameAddress(url) : null;
    const isTaken = accountsTaken.has(id) || (address !== null && taken.has(address));
    if (address) taken.add(address);
    if (isTaken) continue;
    const from = t("Account A{number}", { number });
    const rest = { url: null, accountId: id, incidentId: null, exhibitId: null };
    add({ key: `account:${id}`, kind: "account", platform, where: url ?? handle, from, ...rest });
  }
  const addAddress = (
    url: string,
    source: Omit<Source, "platformName" | "where" | "url" | "platform"> & { platform: string | null },
  ) => {
    const address = sameAddress(url);
    if (taken.has(address)) return;
    taken.add(address);
    add({ ...source, url, where: url });
  };
  const kind: ItemKind = "post";
  for (const { id, code, accountId, platform, url, permalink } of sources.exhibits) {
    const address = permalink ?? url;
    if (!address) continue;
    const from = code;
    const on = platform ?? platformOf(accountId) ?? platformOfAddress(address, law);
    addAddress(address, { key: `exhibit:${id}`, kind, platform: on, from, accountId, incidentId: null, exhibitId: id });
  }
  for (const { id, code, accountId, url } of sources.incidents) {
    if (!url) continue;
    const on = platformOf(accountId) ?? platformOfAddress(url, law);
    addAddress(url, {
      key: `incident:${id}`,
      kind,
      platform: on,
      from: code,
      accountId,
      incidentId: id,
      exhibitId: null,
    });
  }
  for (const { id, platform, url } of sources.sightings) {
    const on = platform ?? platformOfAddress(url, law);
    const none = { accountId: null, incidentId: null, exhibitId: null };
    addAddress(url, {
      key: `sighting:${id}`,
      kind: "image",
      platform: on,
      from: t("Place where it was seen"),
      ...none,
    });
  }
  return found;
}

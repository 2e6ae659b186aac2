import { findPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import { entityLabel } from "../fixed-text";
import type { DraftContent } from "../input";
import { classDefaults } from "../labels";
import { providerOf } from "./people";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { dataClasses } from "./snapshot-parts";
import { accountCode, incidentCode } from "./words";

type Item = NonNullable<NonNullable<PacketSnapshotInput["request"]>["items"]>[number];

/** What is sought: one item for each legal entity and class of data, one row for each account. */
export function requestPart(
  record: CaseRecord,
  draft: DraftContent,
  law: Law,
): NonNullable<PacketSnapshotInput["request"]> {
  const incidents = record.incidents.map(incidentCode);
  const accounts = record.accounts.map(accountCode);
  const bases = [...incidents, ...accounts];
  const sources = bases.length > 0 ? bases : ["case record"];
  const written = (text: string) => (text ? { text, sources } : null);
  return {
    items: items(record, draft, law),
    purpose: draft.purpose ? [{ text: draft.purpose, sources }] : [],
    certification: draft.certification ? { text: draft.certification, sources: ["case record"] } : null,
    secrecy: written(draft.secrecy),
    urgency: draft.urgency
      .split(/\n+/)
      .map((line) => line.trim())
      .filter(Boolean)
      .map((text) => ({ text, sources })),
  };
}

function items(record: CaseRecord, draft: DraftContent, law: Law): Item[] {
  const asked = record.accounts.flatMap((row) => {
    const ask = draft.asks[accountCode(row)];
    const name = findPlatform(row.platform, law)?.name ?? row.platform;
    const provider = entityLabel(name, providerOf(row.platform, law, record.case.pair)?.entity);
    return ask ? [{ code: accountCode(row), provider, ask }] : [];
  });
  const providers = [...new Set(asked.map((account) => account.provider))];
  const groups = providers.flatMap((provider) => dataClasses.map((dataClass) => ({ provider, dataClass })));
  return groups
    .map(({ provider, dataClass }) => ({
      provider,
      dataClass,
      rows: asked
        .filter((account) => account.provider === provider && account.ask[dataClass])
        .map(({ code, ask }) => ({
          accounts: [code],
          what: draft.what[dataClass] || classDefaults[dataClass],
          from: ask.from ? `${ask.from}T00:00:00Z` : null,
          to: ask.to ? `${ask.to}T23:59:59Z` : null,
        })),
    }))
    .filter((item) => item.rows.length > 0)
    .map((item, i) => ({ code: `Q-${i + 1}`, ...item }));
}

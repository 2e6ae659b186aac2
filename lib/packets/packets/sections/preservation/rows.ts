import { entityLabel } from "../../fixed-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";

export type KeepRow = NonNullable<PacketSnapshot["preservation"]>["rows"][number];

export function rowsOf({ preservation }: PacketSnapshot): readonly KeepRow[] {
  return preservation?.rows ?? [];
}

/** `isKnown`: a source names the entity. */
type Provider = { entity: string; isKnown: boolean; rows: KeepRow[] };

/** Accounts by the entity to which a letter is addressed, in order of first use. */
export function byProvider(snapshot: PacketSnapshot): Provider[] {
  const out: Provider[] = [];
  for (const row of rowsOf(snapshot)) {
    const platform = snapshot.accounts.find((account) => account.code === row.account)?.platform ?? "Provider";
    const entity = entityLabel(platform, row.entity);
    const known = out.find((provider) => provider.entity === entity);
    if (known) known.rows.push(row);
    else out.push({ entity, isKnown: row.entity !== null, rows: [row] });
  }
  return out;
}

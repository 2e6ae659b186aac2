import type { PacketSnapshot } from "@/lib/packets/snapshot";

export type KeepRow = NonNullable<PacketSnapshot["preservation"]>["rows"][number];

export function rowsOf({ preservation }: PacketSnapshot): readonly KeepRow[] {
  return preservation?.rows ?? [];
}

/** Accounts by the entity to which a letter is addressed, in order of first use. */
export function byProvider(snapshot: PacketSnapshot): { entity: string; rows: KeepRow[] }[] {
  const out: { entity: string; rows: KeepRow[] }[] = [];
  for (const row of rowsOf(snapshot)) {
    const platform = snapshot.accounts.find((one) => one.code === row.account)?.platform ?? "Provider";
    const entity = row.entity ?? `${platform}, legal entity not recorded`;
    const known = out.find((one) => one.entity === entity);
    if (known) known.rows.push(row);
    else out.push({ entity, rows: [row] });
  }
  return out;
}

import "server-only";
import { and, asc, count, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { custodyEvents, timestamps } from "@/db/schema";
import { methodLabels, timeSourceLabels } from "@/lib/evidence/exhibits/labels";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { formatBytes, plural } from "@/lib/platform/text/format";
import type { Times } from "./times/rules";
import type { DocumentFacts, FactItem } from "./types";

type Lists = Pick<DocumentFacts["lists"], "captures" | "hashes" | "stamps">;

/** What a certificate states about exhibits, from the record, the custody ledger and the time stamps held. */
export async function ledgerLists(
  ctx: TxCtx,
  exhibits: readonly ExhibitView[],
  playbook: Playbook,
  times: Times,
): Promise<Lists> {
  const ids = exhibits.map((exhibit) => exhibit.id);
  const lines = await countLines(ctx, ids);
  const { zone } = playbook.home;
  return {
    captures: exhibits.map((exhibit) => captureItem(exhibit, zone, times)),
    hashes: exhibits.map((exhibit) => ({
      code: exhibit.label,
      values: {
        number: exhibit.label,
        sha256: exhibit.sha256,
        size: formatBytes(exhibit.size),
        received: `${times.instant(exhibit.receivedAt, zone)}, by ${exhibit.receivedBy}`,
        lines: String(lines.get(exhibit.id) ?? 0),
        checked: exhibit.hashCheckedAt && times.instant(exhibit.hashCheckedAt, zone),
      },
    })),
    stamps: await stampItems(ctx, exhibits),
  };
}

function captureItem(exhibit: ExhibitView, zone: string, times: Times): FactItem {
  return {
    code: exhibit.label,
    values: {
      number: exhibit.label,
      at: exhibit.capturedAt && times.instant(exhibit.capturedAt, exhibit.capturedZone ?? zone),
      method: methodLabels[exhibit.method],
      by: exhibit.capturedBy,
      device: exhibit.device && [exhibit.device, exhibit.tool].filter(Boolean).join("; "),
      clock: clockWords(exhibit),
    },
  };
}

/** `Clock of the device, 40 seconds behind` */
function clockWords({ timeSource, clockOffset }: ExhibitView): string | null {
  if (!timeSource || timeSource === "not_known") return null;
  const source = timeSourceLabels[timeSource];
  if (clockOffset === null) return `${source}; not compared`;
  if (clockOffset === 0) return `${source}; right when compared`;
  return `${source}; ${plural(Math.abs(clockOffset), "second")} ${clockOffset > 0 ? "ahead" : "behind"}`;
}

async function countLines(ctx: TxCtx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: custodyEvents.exhibitId, count: count() })
    .from(custodyEvents)
    .where(among(custodyEvents.exhibitId, [...ids]))
    .groupBy(custodyEvents.exhibitId);
  return new Map(rows.map((row) => [row.id, row.count]));
}

/** The time of a token is that of its authority, written in UTC (RFC 3339). */
async function stampItems(ctx: TxCtx, exhibits: readonly ExhibitView[]): Promise<FactItem[]> {
  if (exhibits.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(timestamps)
    .where(
      and(
        eq(timestamps.state, "held"),
        among(
          timestamps.exhibitId,
          exhibits.map((exhibit) => exhibit.id),
        ),
      ),
    )
    .orderBy(asc(timestamps.genTime));
  return exhibits.flatMap(({ id, label }) =>
    rows
      .filter((row) => row.exhibitId === id)
      .map((row) => ({
        code: `${label}-${row.authority}`,
        values: {
          number: label,
          authority: row.tsaName ?? row.authority,
          time: row.genTime?.toISOString().replace(/\.\d+Z$/, "Z") ?? null,
          serial: row.serial,
          policy: row.policy,
        },
      })),
  );
}

import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { OwnTime } from "@/app/_ui/own-time";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import type { InboxItem } from "@/lib/handover/handovers/types";
import { kindLabels } from "@/lib/packets/packets/labels";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, plural } from "@/lib/platform/text/format";

/** Packets, newest first. Opening one is logged, so nothing is fetched ahead. */
export function InboxList({ items }: { items: readonly InboxItem[] }) {
  return (
    <div className="items">
      {items.map((item) => (
        <PageLink className="item" key={item.handoverId} href={`/portal/${item.handoverId}` as Route}>
          <span className="item__title">
            {kindLabels[item.kind] ?? item.kind}, v{item.version}
          </span>
          <span className="item__why">
            {rich("{code} · {item}handed over {ownTime}", {
              code: <span className="ref">{item.code}</span>,
              item: sizeOf(item),
              ownTime: <OwnTime at={item.deliveredAt} zone={item.zone} />,
            })}
          </span>
          <span className="item__side">
            <ReceiptChip item={item} />
          </span>
        </PageLink>
      ))}
    </div>
  );
}

function sizeOf(item: InboxItem): string {
  return item.pages && item.fileSize ? `${plural(item.pages, "page")}, ${formatBytes(item.fileSize)} · ` : "";
}

const closedChips: Partial<Record<InboxItem["cover"], string>> = {
  revoked: t("Consent withdrawn"),
  taken_off: t("No longer named"),
};

/** The state of the packet for this officer. */
export function ReceiptChip({ item }: { item: InboxItem }) {
  if (item.status === "withdrawn") {
    return (
      <Chip kind="overdue" icon="ban">
        {t("Withdrawn")}
      </Chip>
    );
  }
  if (item.cover !== "covered") {
    return (
      <Chip kind="overdue" icon="ban">
        {closedChips[item.cover] ?? t("Closed: no release")}
      </Chip>
    );
  }
  if (item.newer) {
    return (
      <Chip kind="warning" icon="history">
        {t("Replaced by v{version}", { version: item.newer.version })}
      </Chip>
    );
  }
  if (item.acknowledgedAt) return <Chip kind="done">{t("Receipt acknowledged")}</Chip>;
  return <Chip kind="info">{item.openedAt ? t("Received, not acknowledged") : t("New")}</Chip>;
}

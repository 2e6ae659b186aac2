import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { PacketChip, PacketKindName } from "@/app/(work)/_components/packet-chip";
import type { HolderView, PacketRow } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant, plural } from "@/lib/platform/text/format";

type Props = {
  caseId: string;
  code: string;
  rows: readonly PacketRow[];
  /** The newest version there is, on whichever page. */
  newest: number;
  zone: string;
};

/** One packet of the case: its kind and number, each version with its state and receiver, and who holds it. */
export function PacketVersions({ caseId, code, rows, newest, zone }: Props) {
  const kind = rows[0]?.kind ?? "";
  return (
    <Panel
      id={code}
      title={<PacketKindName kind={kind} />}
      end={<span className="ref">{code}</span>}
      padded={false}
      foot={
        <PageLink href={`/cases/${caseId}/packets/new/${kind}` as Route}>
          {t("Draft version {value}", { value: newest + 1 })}
          <span className="vh"> {t("of {code}", { code })}</span>
        </PageLink>
      }
    >
      <div className="items">
        {rows.map((row) => (
          <PageLink className="item" key={row.id} href={`/packets/${row.id}` as Route}>
            <span className="item__title">{t("Version {version}", { version: row.version })}</span>
            <span className="item__why">
              {row.receiver ? (
                <span className="item__for">{t("For {receiver}", { receiver: row.receiver })}</span>
              ) : null}
              {[
                size(row),
                t("drafted by {draftedBy}, {draftedAt}", {
                  draftedBy: row.draftedBy,
                  draftedAt: formatInstant(row.draftedAt, zone),
                }),
              ]
                .filter(Boolean)
                .join(" · ")}
              <Holders holders={row.holders} />
            </span>
            <span className="item__side">
              <PacketChip status={row.status} />
            </span>
          </PageLink>
        ))}
      </div>
    </Panel>
  );
}

function size(row: PacketRow): string {
  return row.pages && row.fileSize ? `${plural(row.pages, "page")}, ${formatBytes(row.fileSize)}` : "";
}

function Holders({ holders }: { holders: readonly HolderView[] }) {
  if (holders.length === 0) return null;
  return (
    <>
      {holders.map((holder) => (
        <span key={holder.id} className="small">
          <br />
          {t("Held by {who}: {holder}", { who: holder.who, holder: stateOf(holder) })}
        </span>
      ))}
    </>
  );
}

function stateOf(holder: HolderView): string {
  const recalled = holder.recall ? `, ${recallWords[holder.recall]}` : "";
  if (holder.how === "paper") return t("on paper{recalled}", { recalled });
  return `${actOf(holder)}${holder.how === "link" ? t(", by a first-contact link") : ""}${recalled}`;
}

const recallWords: Record<NonNullable<HolderView["recall"]>, string> = {
  due: "recall due",
  returned: t("recalled and returned"),
  destroyed: t("recalled and destroyed"),
  kept: t("recalled, and kept by them"),
};

function actOf(holder: HolderView): string {
  if (holder.numbers.length > 0) return t("numbered {value}", { value: holder.numbers.join(", ") });
  if (holder.acknowledgedAt) return "receipt acknowledged";
  if (holder.downloadedAt) return t("downloaded, not acknowledged");
  return holder.openedAt ? t("opened, not acknowledged") : t("not opened yet");
}

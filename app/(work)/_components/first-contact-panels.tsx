import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { type Item, Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import type { FirstContactEvent, FirstContactItem, MyWork, PacketItem } from "@/lib/oversight/my-work/types";
import { kindLabels } from "@/lib/packets/packets/labels";
import { t } from "@/lib/platform/language/translate";
import { formatCount, formatInstant } from "@/lib/platform/text/format";

const eventWords: Record<FirstContactEvent, { words: string; kind: ChipKind }> = {
  redeemed: { words: t("Opened"), kind: "done" },
  other_browser: { words: t("Opened elsewhere too"), kind: "overdue" },
  locked: { words: t("Locked"), kind: "overdue" },
};

/** What happened at links of first contact on my cases, and links of others that wait for my release. */
export function FirstContactPanels({ work, zone }: { work: MyWork; zone: string }) {
  const { firstContacts, releases } = work;
  return (
    <>
      {releases.count > 0 ? (
        <LinkPanel
          id="to-release"
          title={t("Links to release")}
          items={releases.items.map((item) => toRelease(item, zone))}
        />
      ) : null}
      {firstContacts.count > 0 ? (
        <LinkPanel
          id="first-contacts"
          title={t("First contact")}
          items={firstContacts.items.map((item) => news(item, zone))}
        />
      ) : null}
    </>
  );
}

function LinkPanel({ id, title, items }: { id: string; title: string; items: readonly Item[] }) {
  return (
    <Panel id={id} title={title} end={<span className="muted">{formatCount(items.length, 99)}</span>} padded={false}>
      <Items items={items} />
    </Panel>
  );
}

function news(item: FirstContactItem, zone: string): Item {
  const { words, kind } = eventWords[item.event];
  return {
    key: item.linkId,
    href: `/packets/${item.packetId}#first-link-${item.linkId}` as Route,
    title: t("{pseudonym}, {value}, version {version}", {
      pseudonym: item.pseudonym,
      value: kindLabels[item.kind] ?? t("packet"),
      version: item.version,
    }),
    why: t("Link for {officer}. {at}.", { officer: item.officer, at: formatInstant(item.at, zone) }),
    side: <Chip kind={kind}>{words}</Chip>,
  };
}

function toRelease(item: PacketItem, zone: string): Item {
  return {
    key: `${item.id}:${item.at.getTime()}`,
    href: `/packets/${item.id}#first-links` as Route,
    title: t("{pseudonym}, {value}, version {version}", {
      pseudonym: item.pseudonym,
      value: kindLabels[item.kind] ?? t("packet"),
      version: item.version,
    }),
    why: t("{by} made a link {at}. It opens nothing before you release it.", {
      by: item.by,
      at: formatInstant(item.at, zone),
    }),
    side: <Chip kind="warning">{t("To release")}</Chip>,
  };
}

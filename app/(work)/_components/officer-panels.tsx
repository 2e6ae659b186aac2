import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { type Item, Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import { reasonLabels } from "@/lib/handover/handovers/labels";
import type { MyWork, OfficerItem } from "@/lib/oversight/my-work/types";
import { kindLabels } from "@/lib/packets/packets/labels";
import { t } from "@/lib/platform/language/translate";
import { formatCount, formatInstant } from "@/lib/platform/text/format";

/** What officers ask and refuse on my cases, oldest first. Each line leads to the very question or handover. */
export function OfficerPanels({ work, zone }: { work: MyWork; zone: string }) {
  const { questions, refusals } = work;
  return (
    <>
      {refusals.count > 0 ? (
        <OfficerPanel
          id="refusals"
          title={t("Refused by officers")}
          items={refusals.items.map((item) => refusalItem(item, zone))}
        />
      ) : null}
      {questions.count > 0 ? (
        <OfficerPanel
          id="questions"
          title={t("Questions from officers")}
          items={questions.items.map((item) => questionItem(item, zone))}
        />
      ) : null}
    </>
  );
}

const shown = 6;

type PanelProps = { id: string; title: string; items: readonly Item[] };

function OfficerPanel({ id, title, items }: PanelProps) {
  const rest = items.slice(shown);
  return (
    <Panel id={id} title={title} end={<span className="muted">{formatCount(items.length, 99)}</span>} padded={false}>
      <Items items={items.slice(0, shown)} />
      {rest.length > 0 ? (
        <div className="panel__foot">
          <Disclosure label={t("Show {value} more", { value: rest.length })}>
            <Items items={rest} />
          </Disclosure>
        </div>
      ) : null}
    </Panel>
  );
}

function questionItem(item: OfficerItem, zone: string): Item {
  return {
    key: item.targetId,
    href: `/packets/${item.packetId}#question-${item.targetId}` as Route,
    title: item.reason ? reasonLabels[item.reason] : t("Question"),
    why: t("{item}. {officer} asked {at}.", {
      item: packetWords(item),
      officer: item.officer,
      at: formatInstant(item.at, zone),
    }),
    side: (
      <Chip kind="warning" icon="circle-help">
        {t("To answer")}
      </Chip>
    ),
  };
}

function refusalItem(item: OfficerItem, zone: string): Item {
  return {
    key: `${item.targetId}:${item.at.getTime()}`,
    href: `/packets/${item.packetId}#handover-${item.targetId}` as Route,
    title: packetWords(item),
    why: t("{officer} refused it {at}.", { officer: item.officer, at: formatInstant(item.at, zone) }),
    side: (
      <Chip kind="overdue" icon="ban">
        {t("Refused")}
      </Chip>
    ),
  };
}

const packetWords = ({ pseudonym, kind, version }: OfficerItem) =>
  t("{pseudonym}, {value}, version {version}", { pseudonym, value: kindLabels[kind] ?? t("packet"), version });

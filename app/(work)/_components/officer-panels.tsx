import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { type Item, Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import { reasonLabels } from "@/lib/handover/handovers/labels";
import type { MyWork, OfficerItem } from "@/lib/oversight/my-work/types";
import { kindLabels } from "@/lib/packets/packets/labels";
import { formatCount, formatInstant } from "@/lib/platform/text/format";

/** What officers ask and refuse on my cases, oldest first. Each line leads to the very question or handover. */
export function OfficerPanels({ work, zone }: { work: MyWork; zone: string }) {
  const { questions, refusals } = work;
  return (
    <>
      {refusals.count > 0 ? (
        <OfficerPanel
          id="refusals"
          title="Refused by officers"
          items={refusals.items.map((item) => refusalItem(item, zone))}
        />
      ) : null}
      {questions.count > 0 ? (
        <OfficerPanel
          id="questions"
          title="Questions from officers"
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
          <Disclosure label={`Show ${rest.length} more`}>
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
    title: item.reason ? reasonLabels[item.reason] : "Question",
    why: `${packetWords(item)}. ${item.officer} asked ${formatInstant(item.at, zone)}.`,
    side: (
      <Chip kind="warning" icon="circle-help">
        To answer
      </Chip>
    ),
  };
}

function refusalItem(item: OfficerItem, zone: string): Item {
  return {
    key: `${item.targetId}:${item.at.getTime()}`,
    href: `/packets/${item.packetId}#handover-${item.targetId}` as Route,
    title: packetWords(item),
    why: `${item.officer} refused it ${formatInstant(item.at, zone)}.`,
    side: (
      <Chip kind="overdue" icon="ban">
        Refused
      </Chip>
    ),
  };
}

const packetWords = ({ pseudonym, kind, version }: OfficerItem) =>
  `${pseudonym}, ${kindLabels[kind] ?? "packet"}, version ${version}`;

import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { type Item, Items } from "@/app/_ui/items";
import { Panel } from "@/app/_ui/panel";
import type { MyWork, Queue, WaitingItem } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { formatCount, formatDateNear, formatInstant, plural } from "@/lib/platform/text/format";
import { type CivilDate, daysBetween } from "@/lib/platform/time/calendar";
import { packetLine } from "./ask-lines";

const shownAtFirst = 6;

/** The calm list: what others have, the longest wait first. */
export function WaitingPanel({ waiting, today }: { waiting: Queue["waiting"]; today: CivilDate }) {
  const lines = waiting.items.map((item) => waitingLine(item, today));
  const rest = lines.slice(shownAtFirst);
  return (
    <Panel
      id="waiting"
      title={t("Waiting on others")}
      end={<span className="muted">{formatCount(waiting.count, 99)}</span>}
      padded={false}
    >
      {lines.length === 0 ? (
        <EmptyState icon="hourglass" title={t("You are not waiting for anyone")}>
          {t("A step that you have sent shows here until its answer is recorded.")}
        </EmptyState>
      ) : (
        <Items items={lines.slice(0, shownAtFirst)} />
      )}
      {rest.length > 0 ? (
        <Disclosure label={t("{value} more", { value: rest.length })}>
          <Items items={rest} />
        </Disclosure>
      ) : null}
      {waiting.count > waiting.items.length ? (
        <p className="panel__body muted">
          {t("The {items} longest waits of {count} are listed.", {
            items: waiting.items.length,
            count: formatCount(waiting.count),
          })}
        </p>
      ) : null}
    </Panel>
  );
}

/** Packets of this person that a supervisor has. */
export function SentPanel({ sent, zone }: { sent: MyWork["sent"]; zone: string }) {
  if (sent.length === 0) return null;
  return (
    <Panel id="sent" title={t("Sent for approval")} end={<span className="muted">{sent.length}</span>} padded={false}>
      <Items
        items={sent.map((item) =>
          packetLine(
            item,
            t("Waits for a supervisor since {at}.", { at: formatInstant(item.at, zone) }),
            <Chip icon="stamp">{t("Sent for approval")}</Chip>,
          ),
        )}
      />
    </Panel>
  );
}

function waitingLine(item: WaitingItem, today: CivilDate): Item {
  const days = item.submittedOn ? daysBetween(item.submittedOn, today) : null;
  return {
    key: item.id,
    href: item.href as Route,
    title: item.title,
    why: [
      t("{pseudonym}. Waiting on {waitsOn}{value}.", {
        pseudonym: item.pseudonym,
        waitsOn: item.waitsOn,
        value: item.submittedOn
          ? t(" since {submittedOn}", { submittedOn: formatDateNear(item.submittedOn, today) })
          : "",
      }),
      item.askOn ? t("Ask again {askOn}.", { askOn: formatDateNear(item.askOn, today) }) : null,
    ]
      .filter((part) => part !== null)
      .join(" "),
    side: days === null ? null : <Chip kind="waiting">{days === 0 ? t("Today") : plural(days, "day")}</Chip>,
  };
}

import type { ReactNode } from "react";
import { plural } from "@/lib/platform/text/format";
import { Disclosure } from "./disclosure";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export type TimelineEvent = {
  key: string;
  icon: IconName;
  title: ReactNode;
  detail?: ReactNode;
  /** Machine instant or civil date, and how it reads with its zone: "13 Oct 2026, 10:06 SAST, 04:06 Ohio". */
  at: string;
  when: ReactNode;
};

export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li className="event" key={event.key}>
          <span className="event__mark">
            <Icon name={event.icon} />
          </span>
          <div>
            <p>{event.title}</p>
            {event.detail ? <p className="muted">{event.detail}</p> : null}
            <time dateTime={event.at}>{event.when}</time>
          </div>
        </li>
      ))}
    </ol>
  );
}

type FoldedProps = { events: readonly TimelineEvent[]; first: number; more: string; many?: string };

/** The newest come first and stay in sight; a long past folds away, so that a page stays short on a phone. */
export function FoldedTimeline({ events, first, more, many }: FoldedProps) {
  const rest = events.slice(first);
  return (
    <>
      <Timeline events={events.slice(0, first)} />
      {rest.length > 0 ? (
        <Disclosure label={plural(rest.length, more, many)}>
          <Timeline events={rest} />
        </Disclosure>
      ) : null}
    </>
  );
}

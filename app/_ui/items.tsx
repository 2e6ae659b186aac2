import type { Route } from "next";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { PageLink } from "./page-link";

export type Item = { key: string; href: Route; title: ReactNode; why?: ReactNode; side?: ReactNode };

/** A list of things to do: what, why and for which case, and by when at the side. */
export function Items({ items }: { items: readonly Item[] }) {
  return (
    <div className="items">
      {items.map((item) => (
        <PageLink className="item" key={item.key} href={item.href}>
          <span className="item__title">{item.title}</span>
          {item.why ? <span className="item__why">{item.why}</span> : null}
          {item.side ? <span className="item__side">{item.side}</span> : null}
        </PageLink>
      ))}
    </div>
  );
}

export type Tally = {
  name: string;
  count: string | number;
  note?: string;
  href: Route;
  icon: IconName;
  kind?: "overdue" | "waiting" | "accent";
};

/** Counts at the top of a page. Each number opens the list that it counts. */
export function Tallies({ items, label = "Summary" }: { items: readonly Tally[]; label?: string }) {
  return (
    <nav className="tallies" aria-label={label}>
      {items.map((item) => (
        <PageLink key={item.name} className={classes("tally", item.kind && `tally--${item.kind}`)} href={item.href}>
          <b>
            <Icon name={item.icon} />
            {item.count}
          </b>
          <span className="tally__name">{item.name}</span>
          {item.note ? <span className="tally__note">{item.note}</span> : null}
        </PageLink>
      ))}
    </nav>
  );
}

export type Clock = { key: string; name: ReactNode; when: ReactNode; why: ReactNode };

/** Clocks running: the event, the time or chip, and why. */
export function Clocks({ items }: { items: readonly Clock[] }) {
  return (
    <div>
      {items.map((item) => (
        <div className="clock" key={item.key}>
          <span className="strong">{item.name}</span>
          <span className="clock__when">{item.when}</span>
          <span className="small">{item.why}</span>
        </div>
      ))}
    </div>
  );
}

import type { Route } from "next";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { PageLink } from "./page-link";

export type Tab = { href: Route; label: string; count?: ReactNode; current?: boolean; icon?: IconName };

/** Links to views of one thing. They are links, not script tabs: each has an address. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <PageLink key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.icon ? <Icon name={item.icon} /> : null}
          {item.label}
          {item.count === undefined ? null : <span className="count">{item.count}</span>}
        </PageLink>
      ))}
    </nav>
  );
}

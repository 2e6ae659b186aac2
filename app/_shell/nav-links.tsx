"use client";

import { usePathname } from "next/navigation";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import { PageLink } from "@/app/_ui/page-link";
import { t } from "@/lib/platform/language/translate";
import { isCurrent, type NavItem, type SectionItem } from "./nav";

function current(path: string, href: string, exact?: boolean) {
  return isCurrent(path, href, exact) ? "page" : undefined;
}

export function NavLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  return items.map((item) => (
    <PageLink key={item.href} href={item.href} aria-current={current(path, item.href)}>
      <Icon name={item.icon} />
      {item.label}
      {item.count === undefined ? null : (
        <span className={classes("nav__n", item.alert && "nav__n--alert")}>{item.count}</span>
      )}
    </PageLink>
  ));
}

export function TabLinks({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  return items.map((item) => (
    <PageLink key={item.href} href={item.href} aria-current={current(path, item.href)}>
      <Icon name={item.icon} />
      {item.short ?? item.label}
    </PageLink>
  ));
}

export function SectionLinks({ items, countClass }: { items: readonly SectionItem[]; countClass: "nav__n" | "count" }) {
  const path = usePathname();
  return items.map((item) => (
    <PageLink key={item.href} href={item.href} aria-current={current(path, item.href, item.exact)}>
      {item.label}
      {item.attention ? <span className="vh">{t(", needs attention")}</span> : null}
      {item.count === undefined ? null : <span className={countClass}>{item.count}</span>}
      {item.attention ? <span className={classes("dot", item.count !== undefined && "dot--tight")} /> : null}
    </PageLink>
  ));
}

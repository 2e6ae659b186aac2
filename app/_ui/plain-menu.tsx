import type { Route } from "next";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type PlainMenuProps = { label: string; items: readonly { label: string; href: Route; icon: IconName }[] };

/** The same list of actions for a browser without JavaScript: it opens in place. */
export function PlainMenu({ label, items }: PlainMenuProps) {
  return (
    <details className="plainmenu">
      <summary className="btn btn--secondary">
        {label}
        <Icon name="chevron-down" />
      </summary>
      <div className="menu">
        {items.map((item) => (
          <a className="menu__item" key={item.label} href={item.href}>
            <Icon name={item.icon} />
            {item.label}
          </a>
        ))}
      </div>
    </details>
  );
}

"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { Route } from "next";
import type { ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "./button";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { PageLink } from "./page-link";

type MenuProps = {
  label: ReactNode;
  /** The accessible name if the button is only an icon. */
  ariaLabel?: string;
  variant?: ButtonVariant;
  small?: boolean;
  icon?: IconName;
  iconOnly?: boolean;
  children: ReactNode;
};

/** A list of actions behind one button, in a fixed order. What a role may not do is omitted. */
export function Menu({ label, ariaLabel, variant = "secondary", small, icon, iconOnly, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={buttonClass({ variant, small, iconOnly })} aria-label={ariaLabel}>
        {icon ? <Icon name={icon} /> : null}
        {iconOnly ? null : label}
        {iconOnly ? null : <Icon name="chevron-down" />}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="menu__layer" sideOffset={6} align="end">
          <Base.Popup className="menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type LinkProps = { href: Route; icon?: IconName; children: ReactNode };

export function MenuLink({ href, icon, children }: LinkProps) {
  return (
    <Base.LinkItem className="menu__item" render={<PageLink href={href} />} closeOnClick>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Base.LinkItem>
  );
}

export function MenuRule() {
  return <Base.Separator className="menu__rule" />;
}

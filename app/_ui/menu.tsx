"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
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

/**
 * A list of actions behind one button, in a fixed order. What a role may not do is omitted. A `details`, so that it opens
 * without script; with it Esc, a press beside it and navigation close it, and arrows move.
 */
export function Menu({ label, ariaLabel, variant = "secondary", small, icon, iconOnly, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const pressBeside = (event: PointerEvent) => {
      if (menu.current?.open && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    document.addEventListener("pointerdown", pressBeside);
    return () => document.removeEventListener("pointerdown", pressBeside);
  }, []);

  function press(event: KeyboardEvent<HTMLDetailsElement>) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>(".menu__item")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = placeOf(event.key, at, items.length);
    if (event.key === "Escape") {
      event.currentTarget.open = false;
      event.currentTarget.querySelector("summary")?.focus();
    } else if (to !== undefined) {
      event.currentTarget.open = true;
      items[to]?.focus();
    } else return;
    event.preventDefault();
  }

  /** A part of the same page may be what was chosen. */
  function choose(event: MouseEvent<HTMLDetailsElement>) {
    if ((event.target as Element).closest("a")) event.currentTarget.open = false;
  }

  return (
    <details className="plainmenu" ref={menu} key={usePathname()} onToggle={fit} onKeyDown={press} onClick={choose}>
      <summary className={buttonClass({ variant, small, iconOnly })} aria-label={ariaLabel}>
        {icon ? <Icon name={icon} /> : null}
        {iconOnly ? null : label}
        {iconOnly ? null : <Icon name="chevron-down" />}
      </summary>
      <div className="menu">{children}</div>
    </details>
  );
}

/** It scrolls by itself where it would leave the screen. */
function fit({ currentTarget: menu }: { currentTarget: HTMLDetailsElement }) {
  const below = window.innerHeight - menu.getBoundingClientRect().bottom - 16;
  menu.style.setProperty("--available-height", `${Math.max(below, 200)}px`);
}

/** Where an arrow, Home or End leads; from the button to the first, or by an arrow up to the last. */
function placeOf(key: string, at: number, length: number): number | undefined {
  if (key === "ArrowDown") return (at + 1) % length;
  if (key === "ArrowUp") return at <= 0 ? length - 1 : at - 1;
  if (key === "Home") return 0;
  return key === "End" ? length - 1 : undefined;
}

type LinkProps = { href: Route; icon?: IconName; children: ReactNode };

export function MenuLink({ href, icon, children }: LinkProps) {
  return (
    <PageLink href={href} className="menu__item">
      {icon ? <Icon name={icon} /> : null}
      {children}
    </PageLink>
  );
}

export function MenuRule() {
  return <hr className="menu__rule" />;
}

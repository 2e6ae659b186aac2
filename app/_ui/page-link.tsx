"use client";

import type { Route } from "next";
import type { ComponentProps, MouseEvent } from "react";
import { usePageRouter } from "./use-page-router";

type PageLinkProps<T extends string> = Omit<ComponentProps<"a">, "href"> & {
  href: Route<T>;
  /** Off where the page stays as it is scrolled. */
  scroll?: boolean;
  /** Before the router follows it; may prevent that. */
  onNavigate?: (event: { preventDefault: () => void }) => void;
};

/**
 * The link of the product. It never fetches ahead: reading a page is an act that may be logged as "opened". Fetching
 * ahead is most of `next/link`, which every page would load for it.
 */
export function PageLink<T extends string>({ href, scroll, onClick, onNavigate, ...rest }: PageLinkProps<T>) {
  const router = usePageRouter();

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (!router || event.defaultPrevented || !isForRouter(event)) return;
    event.preventDefault();
    let isPrevented = false;
    onNavigate?.({ preventDefault: () => (isPrevented = true) });
    if (!isPrevented) router.push(href, { scroll });
  }

  return <a {...rest} href={href} onClick={follow} />;
}

/** A plain press that stays in this tab. All else is the browser's. */
function isForRouter(event: MouseEvent<HTMLAnchorElement>): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.currentTarget;
  const isHere = link.target === "" || link.target === "_self";
  return isHere && !link.hasAttribute("download") && link.origin === window.location.origin;
}

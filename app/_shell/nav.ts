import type { Route } from "next";
import type { IconName } from "@/app/_ui/icon-names";

export type NavItem = {
  href: Route;
  label: string;
  icon: IconName;
  /** A shorter word for the tab bar of a phone. */
  short?: string;
  count?: string | number;
  /** The count asks for action. */
  alert?: boolean;
};

export type SectionItem = {
  href: Route;
  label: string;
  count?: string | number;
  /** Something here needs attention; also expressed in words. */
  attention?: boolean;
  /** Current only on its own page, not on the pages below it. */
  exact?: boolean;
};

/** `id` is the member: an open page uses it to detect whether the same person came back. */
export type Person = { id: string; name: string; role: string; href?: Route };

/** Is the page at `path` this item or below it? */
export function isCurrent(path: string, href: string, exact = false): boolean {
  const own = href.split(/[?#]/)[0] ?? "";
  if (path === own) return true;
  return !exact && own !== "/" && path.startsWith(`${own}/`);
}

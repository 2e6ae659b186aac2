import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonStyle, buttonClass } from "./button";
import { Icon } from "./icon";
import { PageLink } from "./page-link";

type LinkButtonProps<T extends string> = ButtonStyle & {
  href: Route<T>;
  children?: ReactNode;
  "aria-label"?: string;
  rel?: "prev" | "next";
  onNavigate?: ComponentProps<typeof PageLink>["onNavigate"];
};

/** A link that looks like a button: for navigation, never for a change. */
export function LinkButton<T extends string>(props: LinkButtonProps<T>) {
  const { variant, small, icon, iconOnly, className, children, href, ...rest } = props;
  return (
    <PageLink href={href} className={buttonClass({ variant, small, iconOnly, className })} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </PageLink>
  );
}

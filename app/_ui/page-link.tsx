import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";

type PageLinkProps<T extends string> = Omit<ComponentProps<typeof Link>, "href" | "prefetch"> & { href: Route<T> };

/** The link of the product. It never fetches ahead: reading a page is an act that may be logged as "opened". */
export function PageLink<T extends string>({ href, ...rest }: PageLinkProps<T>) {
  return <Link href={href} prefetch={false} {...rest} />;
}

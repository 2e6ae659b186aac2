import type { Route } from "next";
import { PageLink } from "./page-link";

/** Two rails, two countries, one crossing. */
function BrandMark() {
  return (
    <svg className="brand__mark" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M5 1.5v21M19 1.5v21" strokeWidth="3.5" />
      <path d="M5 7.5h14" strokeWidth="3" />
      <path className="brand__bridge" d="M5 15.5h14" strokeWidth="4" />
    </svg>
  );
}

/** The product's name and, under it, whose it is: "Kestrel Advocacy Trust", "Officer portal". */
export function Brand({ href, name = "Crossdocket", note }: { href: Route; name?: string; note?: string }) {
  return (
    <PageLink className="brand" href={href}>
      <BrandMark />
      <span>
        {name}
        {note ? <small>{note}</small> : null}
      </span>
    </PageLink>
  );
}

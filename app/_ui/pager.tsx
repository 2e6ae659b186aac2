import type { Route } from "next";
import { rich } from "@/app/_ui/rich";
import { t } from "@/lib/platform/language/translate";
import { lastPage, type Paged, pageSize } from "@/lib/platform/paging";
import { formatCount } from "@/lib/platform/text/amounts";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { LinkButton } from "./link-button";

type PagerProps = {
  /** "1 to 25 of 1,000+, soonest deadline first" */
  children: React.ReactNode;
  previous: Route | undefined;
  next: Route | undefined;
  /** What turns the page where script does it, instead of opening the address. */
  turn?: (href: Route) => void;
};

/** Previous and Next by keyset; never page numbers, because a large set is not counted. */
export function Pager({ children, previous, next, turn }: PagerProps) {
  return (
    <nav className="pager" aria-label={t("Pages of this list")}>
      <span>{children}</span>
      <span className="row">
        <Way href={previous} icon="arrow-left" label={t("Previous")} rel="prev" turn={turn} />
        <Way href={next} icon="arrow-right" label={t("Next")} rel="next" turn={turn} trailing />
      </span>
    </nav>
  );
}

type NumberedPagerProps = {
  list: Pick<Paged<unknown>, "page" | "total">;
  /** What is listed, and in which order: "incidents, oldest first". */
  of: string;
  at: (page: number) => Route;
  /** Rows on a page, where they are large. */
  size?: number;
};

/** For a list that is counted: first, previous, next and last. A list of one page has none. */
export function NumberedPager({ list: { page, total }, of, at, size = pageSize }: NumberedPagerProps) {
  const last = lastPage(total, size);
  if (last === 1) return null;
  const from = (page - 1) * size + 1;
  const back = page > 1;
  const on = page < last;
  return (
    <nav className="pager noprint" aria-label={t("Pages of {value}", { value: of.split(",")[0] })}>
      <span>
        {rich("{from} to {formatCount} of {total} {of}. Page {page} of {last}", {
          from: formatCount(from),
          formatCount: formatCount(Math.min(total, page * size)),
          total: formatCount(total),
          of,
          page: <span aria-current="page">{formatCount(page)}</span>,
          last: formatCount(last),
        })}
      </span>
      <span className="row row--tight">
        <Way href={back ? at(1) : undefined} icon="chevron-left" label={t("First")} />
        <Way href={back ? at(page - 1) : undefined} icon="arrow-left" label={t("Previous")} rel="prev" />
        <Way href={on ? at(page + 1) : undefined} icon="arrow-right" label={t("Next")} rel="next" trailing />
        <Way href={on ? at(last) : undefined} icon="chevron-right" label={t("Last")} trailing />
      </span>
    </nav>
  );
}

type WayProps = {
  href: Route | undefined;
  icon: IconName;
  label: string;
  rel?: "prev" | "next";
  trailing?: boolean;
  turn?: (href: Route) => void;
};

function Way({ href, icon, label, rel, trailing, turn }: WayProps) {
  const inside = (
    <>
      {trailing ? null : <Icon name={icon} />}
      {label}
      {trailing ? <Icon name={icon} /> : null}
    </>
  );
  if (href) {
    return (
      <LinkButton
        small
        href={href}
        rel={rel}
        onNavigate={
          turn &&
          ((event) => {
            event.preventDefault();
            turn(href);
          })
        }
      >
        {inside}
      </LinkButton>
    );
  }
  return (
    <span className="btn btn--secondary btn--small" aria-disabled="true">
      {inside}
    </span>
  );
}

import type { Route } from "next";
import { LinkButton } from "./button";
import { Icon } from "./icon";

type PagerProps = {
  /** "1 to 25 of 1,000+, soonest deadline first" */
  children: React.ReactNode;
  previous: Route | undefined;
  next: Route | undefined;
};

function Off({ children }: { children: React.ReactNode }) {
  return (
    <span className="btn btn--secondary btn--small" aria-disabled="true">
      {children}
    </span>
  );
}

/** Previous and Next by keyset; never page numbers, because a large set is not counted. */
export function Pager({ children, previous, next }: PagerProps) {
  const back = (
    <>
      <Icon name="arrow-left" />
      Previous
    </>
  );
  const on = (
    <>
      Next
      <Icon name="arrow-right" />
    </>
  );
  return (
    <nav className="pager" aria-label="Pages of this list">
      <span>{children}</span>
      <span className="row">
        {previous ? (
          <LinkButton small href={previous}>
            {back}
          </LinkButton>
        ) : (
          <Off>{back}</Off>
        )}
        {next ? (
          <LinkButton small href={next}>
            {on}
          </LinkButton>
        ) : (
          <Off>{on}</Off>
        )}
      </span>
    </nav>
  );
}

import type { Route } from "next";
import { Fragment } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import type { MissingFor } from "@/lib/oversight/missing/types";
import { t } from "@/lib/platform/language/translate";

/** What the case lacks and for what, each with the way to where it is added; nothing for a case that has all. */
export function MissingPanel({ missing }: { missing: readonly MissingFor[] }) {
  if (missing.length === 0) return null;
  return (
    <Panel id="missing" title={t("What is missing")}>
      <Facts
        items={missing.map(({ label, facts }) => ({
          name: label,
          value: facts.map(({ text, href }, at) => (
            <Fragment key={`${href} ${text}`}>
              {at > 0 ? ", " : ""}
              <PageLink href={href as Route}>{text}</PageLink>
            </Fragment>
          )),
        }))}
      />
    </Panel>
  );
}

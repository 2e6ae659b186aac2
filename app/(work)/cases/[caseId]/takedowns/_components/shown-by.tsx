import type { Route } from "next";
import { Fragment } from "react";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import type { TakedownView } from "@/lib/escalation/takedowns/types";
import { t } from "@/lib/platform/language/translate";

/** The exhibits and incidents that show an item. Without an exhibit, what is removed is lost as proof. */
export function ShownBy({ caseId, item: { showing } }: { caseId: string; item: Pick<TakedownView, "showing"> }) {
  const isShown = showing.some(({ kind }) => kind === "exhibit");
  return (
    <span>
      {showing.map(({ code, path }, at) => (
        <Fragment key={code}>
          {at > 0 ? ", " : null}
          <PageLink href={`/cases/${caseId}${path}` as Route}>{code}</PageLink>
        </Fragment>
      ))}
      {isShown ? null : (
        <>
          {" "}
          <Chip kind="warning" icon="triangle-alert">
            {t("No exhibit yet")}
          </Chip>
        </>
      )}
    </span>
  );
}

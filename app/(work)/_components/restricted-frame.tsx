import type { ReactNode } from "react";
import { Frozen } from "@/app/_ui/frozen";
import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Props = { restricted: { since: Date } | null; zone: string; children: ReactNode };

/** What belongs to a restricted case says so, and draws no form but those that a restriction lets through. */
export function RestrictedFrame({ restricted, zone, children }: Props) {
  if (!restricted) return children;
  return (
    <>
      <Notice
        kind="warning"
        icon="lock"
        title={t("Restricted since {since}", { since: formatInstant(restricted.since, zone) })}
      >
        <p>
          {t(
            "Everything is kept. Nothing can be changed or given out until a supervisor lifts the restriction. You can still add evidence and record danger.",
          )}
        </p>
      </Notice>
      <Frozen>{children}</Frozen>
    </>
  );
}

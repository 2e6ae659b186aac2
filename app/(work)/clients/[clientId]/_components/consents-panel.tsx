import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { groundLabels } from "@/lib/casework/consents/labels";
import type { ConsentOfCase } from "@/lib/casework/consents/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** On which ground we work on each case of a client. */
export function ConsentsPanel({ consents }: { consents: readonly ConsentOfCase[] }) {
  if (consents.length === 0) return null;
  return (
    <Panel id="consent" title={t("Consent")}>
      <Facts
        items={consents.map((consent) => ({
          name: consent.code,
          value: <PageLink href={`/cases/${consent.caseId}/consent` as Route}>{standing(consent)}</PageLink>,
        }))}
      />
      <p className="muted">
        {t(
          "Consent lets us help and keep records. It gives nothing to anybody: a release does that, and is signed apart.",
        )}
      </p>
    </Panel>
  );
}

function standing({ ground, givenOn, withdrawnOn }: ConsentOfCase): string {
  if (ground && givenOn) return t("{ground}, {on}", { ground: groundLabels[ground], on: formatDate(givenOn) });
  return withdrawnOn ? t("Withdrawn {on}", { on: formatDate(withdrawnOn) }) : t("Not recorded yet");
}

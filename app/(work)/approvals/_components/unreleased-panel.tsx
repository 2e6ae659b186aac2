import type { Route } from "next";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel, RecordPanel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { makeRecallAction } from "@/app/(work)/recall-actions";
import { unreleasedWords } from "@/lib/handover/recalls/labels";
import type { Unreleased } from "@/lib/handover/recalls/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** Packets that somebody has seen or holds on paper although no release of the client lets them, each with what to do. */
export function UnreleasedPanel({ held }: { held: readonly Unreleased[] }) {
  return (
    <Panel
      id="unreleased"
      title={t("Held without a release")}
      end={<span className="muted">{plural(held.length, "packet")}</span>}
      padded={false}
    >
      <p className="panel__body muted">
        {t(
          "The portal is closed for these officers. What they took is still with them until they are named on a release or the copy is recalled.",
        )}
      </p>
      {held.map((unreleased) => (
        <RecordPanel
          key={unreleased.id}
          label={`${unreleased.code}, ${unreleased.who}`}
          title={t("{who}: {code}, version {version}{value}", {
            who: unreleased.who,
            code: unreleased.code,
            version: unreleased.version,
            value: unreleased.how === "paper" ? t(", on paper") : "",
          })}
        >
          <p>
            {unreleased.pseudonym}. {unreleasedWords[unreleased.cover]}
          </p>
          <PageLink href={`/cases/${unreleased.caseId}/releases` as Route}>
            {t("Open releases of {pseudonym}", { pseudonym: unreleased.pseudonym })}
          </PageLink>
          <ActionForm
            whileRestricted
            action={makeRecallAction}
            label={t("Recall {code} from {who}", { code: unreleased.code, who: unreleased.who })}
          >
            <input type="hidden" name="how" value={unreleased.how} />
            <input type="hidden" name="heldId" value={unreleased.id} />
            <SubmitFoot variant="secondary" icon="ban" pendingText={t("Recalling")}>
              {t("Recall the copy")}
            </SubmitFoot>
          </ActionForm>
        </RecordPanel>
      ))}
    </Panel>
  );
}

import type { Route } from "next";
import { DownloadButton } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Radios } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel, RecordPanel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { outcomeLabels, whyRecalled } from "@/lib/handover/recalls/labels";
import type { RecallView } from "@/lib/handover/recalls/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { settleRecallAction } from "../recall-actions";

const outcomes = choicesOf(outcomeLabels);

/** Copies that are out and have to come back: who holds each, the letter to send, and what became of it. */
export function RecallPanel({ recalls, zone }: { recalls: readonly RecallView[]; zone: string }) {
  if (recalls.length === 0) return null;
  const open = recalls.filter((recall) => !recall.settledAt).length;
  return (
    <Panel
      id="recalls"
      title={t("Recalls")}
      end={<span className="muted">{open > 0 ? t("{open} due", { open }) : t("None due")}</span>}
      padded={false}
    >
      {recalls.map((recall) => (
        <Recall key={recall.id} recall={recall} zone={zone} />
      ))}
    </Panel>
  );
}

function Recall({ recall, zone }: { recall: RecallView; zone: string }) {
  const { id, who, code, version, how, madeAt, outcome, settledBy, settledAt } = recall;
  return (
    <RecordPanel
      label={t("Recall from {who}", { who })}
      title={who}
      end={
        settledAt ? (
          <Chip kind={outcome === "kept" ? "overdue" : "done"} icon={outcome === "kept" ? "ban" : "check"}>
            {t("Recalled")}
          </Chip>
        ) : (
          <Chip kind="warning" icon="timer">
            {t("Recall due")}
          </Chip>
        )
      }
    >
      <p>
        <PageLink href={`/packets/${recall.packetId}` as Route}>
          {t("{code}, version {version}", { code, version })}
        </PageLink>
        , {how === "paper" ? t("on paper") : t("in the portal or by a link")}. {whyRecalled(recall)},{" "}
        {formatInstant(madeAt, zone)}.
      </p>
      {settledAt && outcome ? (
        <p>
          {t("{outcomeLabels}. Noted by {settledBy}, {settledAt}.", {
            outcomeLabels: outcomeLabels[outcome],
            settledBy,
            settledAt: formatInstant(settledAt, zone),
          })}
        </p>
      ) : (
        <>
          <p className="muted">
            {t(
              "What to do: call the officer, send the letter, and record the answer. Copies are not recalled automatically.",
            )}
          </p>
          <p>
            <DownloadButton variant="secondary" icon="printer" href={`/api/packets/recalls/${id}`}>
              {t("Recall letter")}
            </DownloadButton>
          </p>
          <Disclosure icon="check" label={t("Record what happened to it")}>
            <ActionForm whileRestricted action={settleRecallAction} label={t("Settle the recall from {who}", { who })}>
              <input type="hidden" name="recallId" value={id} />
              <Radios name="outcome" label={t("What happened to the copy?")} options={outcomes} required />
              <SubmitFoot variant="secondary" pendingText={t("Noting")}>
                {t("Save")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
        </>
      )}
    </RecordPanel>
  );
}

import type { ReactNode } from "react";
import { Checkbox, Radios } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Facts, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { groundLabels, stateLabels, warnings } from "@/lib/privacy/erasures/labels";
import type { ErasedKind, ErasureCheck, ErasureView } from "@/lib/privacy/erasures/types";
import { askErasureAction, decideErasureAction } from "../keeping/actions";
import { DecideForm } from "./decide-form";

type PanelProps = {
  of: ErasedKind;
  id: string;
  checks: readonly ErasureCheck[];
  live: ErasureView | null;
  me: string | null;
  asks: Confirmation;
  zone: string;
};

const strong = (words: ReactNode) => <strong>{words}</strong>;

function checkWords({ id, stops, text }: ErasureCheck): ReactNode {
  if (stops) return rich("<strong>Stops it:</strong> {text}", { strong, text });
  return id === "with_police" ? rich("<strong>Consider:</strong> {text}", { strong, text }) : text;
}

/** Asking for an erasure, with what is to be thought of first; or the request that is under way. */
export function ErasurePanel({ of, id, checks, live, me, asks, zone }: PanelProps) {
  const stopped = checks.some((check) => check.stops);
  return (
    <Panel id="erase" title={of === "case" ? t("Erase this case") : t("Erase this client and all their cases")}>
      {live ? <ErasureLine view={live} me={me} asks={asks} zone={zone} /> : null}
      {live ? null : (
        <ul className="stack">
          {checks.map((check) => (
            <li key={check.id}>{checkWords(check)}</li>
          ))}
        </ul>
      )}
      {live || stopped ? null : <AskForm of={of} id={id} last={checks.some((check) => check.id === "last_case")} />}
    </Panel>
  );
}

function AskForm({ of, id, last }: { of: ErasedKind; id: string; last: boolean }) {
  return (
    <>
      <Notice kind="warning" title={t("Read this first")}>
        <ul className="stack">
          {warnings.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
      <ActionForm action={askErasureAction} label={t("Ask for the erasure")} prefix="erase">
        <input type="hidden" name="of" value={of} />
        <input type="hidden" name="id" value={id} />
        <Radios name="ground" label={t("Ground")} options={choicesOf(groundLabels)} />
        <TextArea
          name="reason"
          label={t("Why")}
          hint={t("The second person reads it. It goes with the case.")}
          rows={3}
        />
        {last ? (
          <Checkbox name="withClient" label={t("Erase the client too")} hint={t("This is their last case")} />
        ) : null}
        <SubmitFoot variant="secondary" pendingText={t("Asking")}>
          {t("Ask a second person to release it")}
        </SubmitFoot>
      </ActionForm>
    </>
  );
}

type LineProps = { view: ErasureView; me: string | null; asks: Confirmation; zone: string };

/** One request: what, why, who, and the decision while it waits. */
export function ErasureLine({ view, me, asks, zone }: LineProps) {
  const { code, of, ground, reason, state, askedBy, askedAt, decidedBy, withClient } = view;
  return (
    <div className="stack">
      <Facts
        items={[
          { name: of === "case" ? "Case" : "Client", value: withClient ? `${code}, with the client` : code },
          { name: t("State"), value: stateLabels[state] },
          { name: t("Ground"), value: groundLabels[ground] },
          ...(reason ? [{ name: t("Why"), value: reason }] : []),
          { name: t("Asked for by"), value: `${askedBy}, ${formatInstant(askedAt, zone)}` },
          ...(decidedBy ? [{ name: t("Decided by"), value: decidedBy }] : []),
        ]}
      />
      {state === "waiting" ? (
        <DecideForm
          action={decideErasureAction}
          label={t("Decide about {code}", { code: view.code })}
          prefix={`decide-${view.id}`}
          of={{ name: "requestId", id: view.id }}
          released={t("It is erased at once, and cannot be brought back")}
          asks={asks}
          only={
            view.askedById === me
              ? { why: t("Another supervisor has to release it."), word: t("Take it back") }
              : undefined
          }
        />
      ) : null}
    </div>
  );
}

import type { Route } from "next";
import type { ReactNode } from "react";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel, RecordPanel } from "@/app/_ui/panel";
import { checkWords } from "@/lib/operations/installation/labels";
import type { CheckKey, CheckResult } from "@/lib/operations/installation/types";
import { t } from "@/lib/platform/language/translate";
import { Findings, StateChip } from "./check-record";
import { SkipForm } from "./skip-form";

/** Where a step is settled in the product. The others are settings of the server, which the advice names. */
const places: Partial<Record<CheckKey, { href: Route; label: string }>> = {
  organisation: { href: "/admin/settings#desk", label: t("Open the settings") },
  administrators: { href: "/admin/invitations", label: t("Invite a second administrator") },
  law: { href: "/admin/law", label: t("Open the legal information") },
};

/** What a first run still has to settle, in order. Each can be skipped. */
export function FirstSteps({ steps, mail }: { steps: readonly CheckResult[]; mail: ReactNode }) {
  return (
    <Panel id="first-steps" title={t("First steps")} padded={false}>
      {steps.map(({ key, state, findings }, at) => {
        const place = places[key];
        return (
          <RecordPanel
            key={key}
            label={t("Step: {name}", { name: checkWords[key] })}
            title={t("{number}. {name}", { number: at + 1, name: checkWords[key] })}
            end={<StateChip state={state} />}
          >
            <Findings findings={findings.filter(([found]) => found !== "ok")} />
            {key === "mail" ? mail : null}
            <div className="row">
              {place ? (
                <LinkButton href={place.href} variant="secondary">
                  {place.label}
                </LinkButton>
              ) : null}
              <SkipForm step={key} name={checkWords[key]} />
            </div>
          </RecordPanel>
        );
      })}
    </Panel>
  );
}

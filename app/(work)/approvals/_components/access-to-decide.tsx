import { Panel } from "@/app/_ui/panel";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { adviceOf, kindLabels } from "@/lib/organisation/access-changes/labels";
import type { AccessChangeView, AccessRole } from "@/lib/organisation/access-changes/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { DecideForm } from "../../_components/decide-form";
import { decideAccessAction } from "../actions";

type AccessProps = {
  waiting: readonly AccessChangeView[];
  roleWords: Record<AccessRole, string>;
  zone: string;
  asks: Confirmation;
};

/** People who get access to cases only with a supervisor's approval. Nothing is shown if nobody is waiting. */
export function AccessToDecide({ waiting, roleWords, zone, asks }: AccessProps) {
  if (waiting.length === 0) return null;
  return (
    <Panel id="access" title={t("Access to cases")}>
      <ul className="stack stack--l">
        {waiting.map((accessChange) => (
          <li className="stack" key={accessChange.id}>
            <div>
              <span className="strong">
                {accessChange.name}, {roleWords[accessChange.role].toLowerCase()}
              </span>
              <p>
                {t("{kindLabels}. {email}. {askedBy} asked for it on {askedAt}.", {
                  kindLabels: kindLabels[accessChange.kind],
                  email: accessChange.email,
                  askedBy: accessChange.askedBy,
                  askedAt: formatInstant(accessChange.askedAt, zone),
                })}
              </p>
              {accessChange.opensAt ? (
                <p>
                  {t("It counts from {opensAt} unless you refuse it.", {
                    opensAt: formatInstant(accessChange.opensAt, zone),
                  })}
                </p>
              ) : null}
              <p className="muted">{accessChange.whyNot ?? adviceOf[accessChange.kind]}</p>
            </div>
            <DecideForm
              action={decideAccessAction}
              label={t("Decide about the access of {name}", { name: accessChange.name })}
              prefix={`access-${accessChange.id}`}
              of={{ name: "changeId", id: accessChange.id }}
              released={t("This person gets the access")}
              asks={asks}
              only={accessChange.whyNot ? { word: t("Refuse it") } : undefined}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

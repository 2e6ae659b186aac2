import { Panel } from "@/app/_ui/panel";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { adviceOf, kindLabels } from "@/lib/organisation/access-changes/labels";
import type { AccessChangeView, AccessRole } from "@/lib/organisation/access-changes/types";
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
    <Panel id="access" title="Access to cases">
      <ul className="stack stack--l">
        {waiting.map((accessChange) => (
          <li className="stack" key={accessChange.id}>
            <div>
              <span className="strong">
                {accessChange.name}, {roleWords[accessChange.role].toLowerCase()}
              </span>
              <p>
                {kindLabels[accessChange.kind]}. {accessChange.email}. {accessChange.askedBy} asked for it on{" "}
                {formatInstant(accessChange.askedAt, zone)}.
              </p>
              {accessChange.opensAt ? (
                <p>It counts from {formatInstant(accessChange.opensAt, zone)} unless you refuse it.</p>
              ) : null}
              <p className="muted">{accessChange.whyNot ?? adviceOf[accessChange.kind]}</p>
            </div>
            <DecideForm
              action={decideAccessAction}
              label={`Decide about the access of ${accessChange.name}`}
              prefix={`access-${accessChange.id}`}
              of={{ name: "changeId", id: accessChange.id }}
              released="This person gets the access"
              asks={asks}
              only={accessChange.whyNot ? { word: "Refuse it" } : undefined}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

import { Radios } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { adviceOf, kindLabels } from "@/lib/organisation/access-changes/labels";
import type { AccessChangeView, AccessRole } from "@/lib/organisation/access-changes/types";
import { formatInstant } from "@/lib/platform/text/format";
import { decideAccessAction } from "../actions";

type AccessProps = {
  waiting: readonly AccessChangeView[];
  roleWords: Record<AccessRole, string>;
  zone: string;
  asks: Confirmation;
};

/** People who get access to cases only when a supervisor says so. Nothing is shown when nobody waits. */
export function AccessToDecide({ waiting, roleWords, zone, asks }: AccessProps) {
  if (waiting.length === 0) return null;
  return (
    <Panel id="access" title="Access to cases">
      <ul className="stack stack--l">
        {waiting.map((one) => (
          <li className="stack" key={one.id}>
            <div>
              <span className="strong">
                {one.name}, {roleWords[one.role].toLowerCase()}
              </span>
              <p>
                {kindLabels[one.kind]}. {one.email}. {one.askedBy} asked for it on {formatInstant(one.askedAt, zone)}.
              </p>
              {one.opensAt ? <p>It counts from {formatInstant(one.opensAt, zone)} unless you refuse it.</p> : null}
              <p className="muted">{one.whyNot ?? adviceOf[one.kind]}</p>
            </div>
            <DecideForm change={one} asks={asks} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type DecideProps = { change: AccessChangeView; asks: Confirmation };

function DecideForm({ change: { id, name, whyNot }, asks }: DecideProps) {
  return (
    <ActionForm
      action={decideAccessAction}
      label={`Decide about the access of ${name}`}
      guard={false}
      prefix={`access-${id}`}
    >
      <input type="hidden" name="changeId" value={id} />
      {whyNot ? (
        <input type="hidden" name="decision" value="refuse" />
      ) : (
        <>
          <Radios
            name="decision"
            label="Decision"
            options={[
              { value: "release", label: "Release it", hint: "This person gets the access" },
              { value: "refuse", label: "Refuse" },
            ]}
          />
          <ConfirmField asks={asks} when="Only to release it." />
        </>
      )}
      <SubmitFoot look={whyNot ? "secondary" : "primary"} pendingText="Saving">
        {whyNot ? "Refuse it" : "Decide"}
      </SubmitFoot>
    </ActionForm>
  );
}

import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { DecideForm } from "@/app/(work)/_components/decide-form";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { limitWords, listOf, roleWords, stateLabels } from "@/lib/organisation/roles/labels";
import type { RoleChangeView } from "@/lib/organisation/roles/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";
import { decideRoleChangeAction, withdrawRoleChangeAction } from "../actions";

type WaitingProps = {
  changes: readonly RoleChangeView[];
  zone: string;
  asks: Confirmation;
  mayWithdraw: boolean;
};

/** What waits for a second person, with what it does and how many people it concerns. */
export function WaitingChanges({ changes, zone, asks, mayWithdraw }: WaitingProps) {
  const waiting = changes.filter(({ state }) => state === "waiting");
  if (waiting.length === 0) return null;
  return (
    <Panel id="waiting" title={t("Waits for a second person")}>
      <ul className="stack stack--l">
        {waiting.map((change) => (
          <li className="stack" key={change.id}>
            <div>
              <span className="strong">{titleOf(change)}</span>
              <Effect change={change} />
              <p>
                {t("It concerns {people}. {askedBy} asked for it on {askedAt}.", {
                  people: plural(change.concerns, "person", "people"),
                  askedBy: change.askedBy,
                  askedAt: formatInstant(change.askedAt, zone),
                })}
              </p>
              {change.opensAt ? (
                <p>
                  {t("Nobody can confirm it now, so it counts from {opensAt} unless it is refused.", {
                    opensAt: formatInstant(change.opensAt, zone),
                  })}
                </p>
              ) : null}
              {change.whyNot ? <p className="muted">{change.whyNot}</p> : null}
            </div>
            <DecideForm
              action={decideRoleChangeAction}
              label={t("Decide about {what}", { what: titleOf(change) })}
              prefix={`change-${change.id}`}
              of={{ name: "changeId", id: change.id }}
              yes={t("Confirm it")}
              released={t("It counts from the next click of each person")}
              asks={asks}
              only={change.whyNot ? { word: t("Refuse it") } : undefined}
            />
            {mayWithdraw ? (
              <ActionForm
                action={withdrawRoleChangeAction}
                label={t("Take back {what}", { what: titleOf(change) })}
                guard={false}
              >
                <input type="hidden" name="changeId" value={change.id} />
                <SubmitButton variant="secondary" small pendingText={t("Taking it back")}>
                  {t("Take it back")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What was asked for and decided before: nothing of it is taken away. */
export function ChangeHistory({ changes, zone }: { changes: readonly RoleChangeView[]; zone: string }) {
  const past = changes.filter(({ state }) => state !== "waiting");
  if (past.length === 0) return null;
  return (
    <Panel id="history" title={t("Earlier changes")}>
      <ul className="stack">
        {past.map((change) => (
          <li key={change.id}>
            <span className="strong">{titleOf(change)}</span>
            {change.kind === "rules" && change.state === "confirmed" ? <Effect change={change} /> : null}
            <p className="muted">
              {t("Asked for by {askedBy} on {askedAt}. {state}.", {
                askedBy: change.askedBy,
                askedAt: formatInstant(change.askedAt, zone),
                state: change.decidedBy
                  ? t("{state} by {name}", { state: stateLabels[change.state], name: change.decidedBy })
                  : stateLabels[change.state],
              })}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function titleOf({ kind, role, customRole, member }: RoleChangeView): string {
  const name = customRole ?? roleWords(role);
  return kind === "assign" ? t("{member} gets the role {name}", { member: member ?? "", name }) : name;
}

function Effect({ change: { loses, gets, limits } }: { change: RoleChangeView }) {
  return (
    <>
      {loses.length > 0 ? <p>{t("Without: {what}", { what: listOf(loses) })}</p> : null}
      {gets.length > 0 ? <p>{t("Gets back: {what}", { what: listOf(gets) })}</p> : null}
      {loses.length === 0 && gets.length === 0 ? <p>{t("Takes nothing away and gives nothing back.")}</p> : null}
      {limitWords(limits).map((words) => (
        <p key={words}>{words}</p>
      ))}
    </>
  );
}

import { Clash } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { lawKeyOf } from "@/lib/organisation/bodies/rules";
import type { Body, OfferedBody } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";
import {
  changeBodyAction,
  confirmBodiesAction,
  mergeBodyAction,
  reportBodyAction,
  restoreBodyAction,
  retireBodyAction,
  settleReportAction,
} from "../actions";
import { BodyFields, bodyFields } from "./body-fields";

type Props = {
  body: Body;
  /** Bodies of the same kind and country, with which it may be merged. */
  others: readonly OfferedBody[];
  countries: readonly string[];
  /** Whoever looks keeps the directory. */
  keeps: boolean;
  today: string;
};

/** What can be done with an entry: everybody confirms and reports; whoever keeps the directory changes it. */
export function BodyActs(props: Props) {
  const { body, keeps } = props;
  const hidden = <input type="hidden" name="bodyRef" value={body.ref} />;
  if (body.standing === "retired") {
    if (!keeps) return null;
    return (
      <Panel title={t("Back in use")} id="restore">
        <ActionForm action={restoreBodyAction} label={t("Back in use")}>
          {hidden}
          <SubmitFoot variant="secondary" pendingText={t("Saving")}>
            {t("Use it again")}
          </SubmitFoot>
        </ActionForm>
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t("Is this still right?")} id="confirm">
        <ActionForm action={confirmBodiesAction} label={t("Is this still right?")} guard={false}>
          <input type="hidden" name="bodyRefs" value={body.ref} />
          <p>{t("Call or look it up first. Confirming counts for a year.")}</p>
          <SubmitFoot icon="check" pendingText={t("Confirming")}>
            {t("Yes, confirm it")}
          </SubmitFoot>
        </ActionForm>
        <Disclosure icon="flag" label={t("Report a change")}>
          <ActionForm action={reportBodyAction} label={t("Report a change")}>
            {hidden}
            <TextArea
              name="note"
              label={t("What changed, and how you know")}
              hint={t("Nothing about a client.")}
              rows={3}
              maxLength={500}
              required
            />
            <SubmitFoot variant="secondary" icon="flag" pendingText={t("Reporting")}>
              {t("Report the change")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      </Panel>
      {keeps ? <Upkeep {...props} /> : null}
    </>
  );
}

function Upkeep({ body, others, countries, today }: Props) {
  const hidden = <input type="hidden" name="bodyRef" value={body.ref} />;
  const proposals = "merge-with";
  return (
    <Panel title={t("Upkeep")} id="upkeep">
      {body.standing === "reported" ? (
        <Notice kind="warning" title={t("A change was reported")}>
          {t("The history says what. Change the entry, confirm it, or say that nothing changed.")}
          <ActionForm action={settleReportAction} label={t("Settle the report")} guard={false}>
            {hidden}
            <SubmitFoot variant="secondary" pendingText={t("Saving")}>
              {t("Nothing changed")}
            </SubmitFoot>
          </ActionForm>
        </Notice>
      ) : null}
      <Disclosure icon="pencil" label={t("Change the entry")}>
        <ActionForm action={changeBodyAction} label={t("Change the entry")}>
          {hidden}
          {lawKeyOf(body.ref) === null ? <Clash record={body.ref} fields={bodyFields} /> : null}
          <BodyFields body={{ ...body, readOn: today }} countries={countries} today={today} />
          <SubmitFoot variant="secondary" icon="save" pendingText={t("Saving")}>
            {t("Save, confirmed today")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
      <Disclosure icon="link" label={t("Merge with another entry")}>
        <ActionForm action={mergeBodyAction} label={t("Merge with another entry")}>
          {hidden}
          <p>{t("This entry goes out of use. Its name and the records that name it count as those of the other.")}</p>
          <TextField name="into" label={t("The entry that stays")} list={proposals} required />
          <datalist id={proposals}>
            {others.map(({ ref, label }) => (
              <option key={ref} value={label} />
            ))}
          </datalist>
          <SubmitFoot variant="secondary" pendingText={t("Merging")}>
            {t("Merge")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
      <Disclosure icon="ban" label={t("Take out of use")}>
        <ActionForm action={retireBodyAction} label={t("Take out of use")}>
          {hidden}
          <TextField name="note" label={t("Why")} maxLength={300} required />
          <SubmitFoot variant="secondary" icon="ban" pendingText={t("Saving")}>
            {t("Take out of use")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
    </Panel>
  );
}

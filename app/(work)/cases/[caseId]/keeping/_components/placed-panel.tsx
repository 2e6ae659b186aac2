import { TextArea } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PlacedView } from "@/lib/casework/cases/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Props = {
  id: string;
  title: string;
  caseId: string;
  placed: readonly PlacedView[];
  words: { one: string; none: string; place: string; lift: string; why: string };
  actions: { place: FormAction; lift: FormAction; liftField: string };
};

/** Places something on a case, or lifts it; with who did so before and why. */
export function PlacedPanel({ id, title, caseId, placed, words, actions }: Props) {
  const live = placed.find((hold) => !hold.liftedAt);
  const act = live ? words.lift : words.place;
  return (
    <Panel id={id} title={title}>
      {placed.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <Facts
          items={placed.map((hold, at) => ({ name: `${words.one} ${placed.length - at}`, value: wordsOf(hold) }))}
        />
      )}
      <ActionForm
        key={live?.id ?? "none"}
        action={live ? actions.lift : actions.place}
        label={act}
        prefix={id}
        whileRestricted
      >
        <input type="hidden" name={live ? actions.liftField : "caseId"} value={live?.id ?? caseId} />
        <TextArea name="reason" label={live ? t("Why it is lifted") : words.why} rows={2} />
        <SubmitFoot variant="secondary" pendingText={t("Saving")}>
          {act}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

function wordsOf({ reason, placedBy, placedAt, liftedAt, liftedBy, liftReason }: PlacedView): string {
  const zone = officeZone();
  const message = `${reason} (${placedBy}, ${formatInstant(placedAt, zone)})`;
  return liftedAt
    ? t("{message}. Lifted: {liftReason} ({liftedBy}, {liftedAt})", {
        message,
        liftReason,
        liftedBy,
        liftedAt: formatInstant(liftedAt, zone),
      })
    : message;
}

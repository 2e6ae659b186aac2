import { Radios } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { outcomeIcons } from "@/app/_ui/outcome-icons";
import { OwnTime } from "@/app/_ui/own-time";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { Timeline } from "@/app/_ui/timeline";
import { outcomeLabels } from "@/lib/handover/handovers/labels";
import { isReadable } from "@/lib/handover/handovers/rules";
import { type HandoverView, outcomes } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { outcomeAction } from "../actions";

type Props = { packet: HandoverView; today: CivilDate };

/** The status of the matter with the officer, newest first, and the form to report it. */
export function OutcomePanel({ packet, today }: Props) {
  return (
    <Panel id="outcome" title={t("5. Update the status")}>
      {packet.outcomes.length > 0 ? (
        <Timeline
          events={packet.outcomes.map(({ id, outcome, on, note, recordedAt }) => ({
            key: id,
            icon: outcomeIcons[outcome],
            title: `${outcomeLabels[outcome].label}, ${formatDate(on)}`,
            detail: note ? <span className="event__words">{note}</span> : null,
            at: recordedAt.toISOString(),
            when: (
              <>
                {t("Recorded")} <OwnTime at={recordedAt} zone={packet.zone} />
              </>
            ),
          }))}
        />
      ) : (
        <p>
          {t("What has your office done with it? {orgName} sees your answer at once and does not have to phone you.", {
            orgName: packet.orgName,
          })}
        </p>
      )}
      {isReadable(packet) ? (
        <Disclosure label={t("Say where it stands")}>
          <OutcomeForm packet={packet} today={today} />
        </Disclosure>
      ) : null}
    </Panel>
  );
}

function OutcomeForm({ packet, today }: Props) {
  const options = outcomes.map((value) => ({ value, ...outcomeLabels[value] }));
  return (
    <ActionForm action={outcomeAction} label={t("Update the status")}>
      <input type="hidden" name="handoverId" value={packet.handoverId} />
      <Radios name="outcome" label={t("Where it stands")} options={options} />
      <DateField name="on" label={t("Since which day")} defaultValue={today} />
      <TextArea
        name="note"
        label={t("Note, or the reason of a refusal")}
        hint={t("A refusal needs one. For example: with the unit of another station")}
        rows={2}
        maxLength={1000}
        optional
      />
      <SubmitFoot variant="secondary" icon="flag" pendingText={t("Saving the status")}>
        {t("Save the status")}
      </SubmitFoot>
    </ActionForm>
  );
}

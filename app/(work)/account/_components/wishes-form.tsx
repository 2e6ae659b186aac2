import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { mailChoiceHints, mailChoiceLabels } from "@/lib/escalation/reminders/labels";
import { mailChoices, type Wishes } from "@/lib/escalation/reminders/types";
import { setWishesAction } from "../actions";

/** Which mails, and at which hours of whose day. */
export function WishesForm({ wishes, zones }: { wishes: Wishes; zones: readonly string[] }) {
  return (
    <ActionForm action={setWishesAction} label="Reminders by e-mail">
      <Radios
        name="mails"
        label="Mails"
        options={mailChoices.map((value) => ({
          value,
          label: mailChoiceLabels[value],
          hint: mailChoiceHints[value],
        }))}
        defaultValue={wishes.mails}
      />
      <TextField
        name="zone"
        label="Your time zone"
        hint={`Region and city, for example ${zones[0] ?? "UTC"}. Every time below is on your clock.`}
        defaultValue={wishes.zone}
        list="known-zones"
        required
      />
      <datalist id="known-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField
        name="digestAt"
        label="Daily mail from"
        hint="At most one a day, and none when there is nothing to say"
        type="time"
        short
        defaultValue={wishes.digestAt}
        required
      />
      <div className="row">
        <TextField
          name="quietFrom"
          label="Quiet from"
          hint="No mail after this"
          type="time"
          short
          defaultValue={wishes.quietFrom}
          required
        />
        <TextField
          name="quietUntil"
          label="Quiet until"
          hint="Urgent mails wait for this"
          type="time"
          short
          defaultValue={wishes.quietUntil}
          required
        />
      </div>
      <p className="muted">
        One mail does not wait: a case in which somebody is in danger. Set both times the same for no quiet hours.
      </p>
      <SubmitFoot pendingText="Saving">Save reminders</SubmitFoot>
    </ActionForm>
  );
}

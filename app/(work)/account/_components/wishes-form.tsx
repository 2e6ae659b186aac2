import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { mailChoiceHints, mailChoiceLabels } from "@/lib/escalation/reminders/labels";
import { mailChoices, type Wishes } from "@/lib/escalation/reminders/types";
import { t } from "@/lib/platform/language/translate";
import { setWishesAction } from "../actions";

/** Which mails, and at which hours of whose day. */
export function WishesForm({ wishes, zones }: { wishes: Wishes; zones: readonly string[] }) {
  return (
    <ActionForm action={setWishesAction} label={t("Reminders by e-mail")}>
      <Radios
        name="mails"
        label={t("Mails")}
        options={mailChoices.map((value) => ({
          value,
          label: mailChoiceLabels[value],
          hint: mailChoiceHints[value],
        }))}
        defaultValue={wishes.mails}
      />
      <TextField
        name="zone"
        label={t("Your time zone")}
        hint={t("Region and city, for example {value}. Every time below is on your clock.", {
          value: zones[0] ?? t("UTC"),
        })}
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
        label={t("Daily mail from")}
        hint={t("At most one a day, and none when there is nothing to say")}
        type="time"
        short
        defaultValue={wishes.digestAt}
        required
      />
      <div className="row">
        <TextField
          name="quietFrom"
          label={t("Quiet from")}
          hint={t("No mail after this")}
          type="time"
          short
          defaultValue={wishes.quietFrom}
          required
        />
        <TextField
          name="quietUntil"
          label={t("Quiet until")}
          hint={t("Urgent mails wait for this")}
          type="time"
          short
          defaultValue={wishes.quietUntil}
          required
        />
      </div>
      <p className="muted">
        {t(
          "One kind of e-mail does not wait: when someone on a case is in danger. For no quiet hours, set both times the same.",
        )}
      </p>
      <SubmitFoot pendingText={t("Saving")}>{t("Save reminders")}</SubmitFoot>
    </ActionForm>
  );
}

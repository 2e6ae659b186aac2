import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import { named } from "@/app/_ui/named";
import { tickOptions } from "@/app/_ui/settle-clash";
import type { AccountView } from "@/lib/casework/subjects/types";
import { t } from "@/lib/platform/language/translate";

type Props = {
  prefix?: string;
  /** Left out where the platform is settled. */
  platforms?: readonly Choice[];
  confidences: readonly Choice[];
  known?: AccountView;
  /** What was typed before, where no account is known yet. */
  handle?: string | undefined;
  /** Off in a form that may leave the whole account out. */
  required?: boolean;
};

type Described = Pick<Props, "confidences" | "prefix">;

/** What can be changed about an account later; its platform cannot. */
export const accountFields = ({ confidences, prefix }: Described) =>
  named(
    {
      handle: { label: t("Handle") },
      platformId: { label: t("Permanent ID") },
      idNotKnown: { label: t("Not known yet"), options: tickOptions },
      url: { label: t("Address of the profile") },
      displayName: { label: t("Name shown") },
      confidence: { label: t("How sure it is"), options: confidences },
      linkReason: { label: t("What points to the subject") },
      firstSeenOn: { label: t("First seen") },
      lastSeenOn: { label: t("Last seen") },
    },
    prefix,
  );

/** One account: the platform's permanent ID first, because handles change. */
export function AccountFields({ prefix = "", platforms, confidences, known, handle, required = true }: Props) {
  const fields = accountFields({ confidences, prefix });
  return (
    <div className="cols cols--2">
      {platforms ? (
        <Select
          name={`${prefix}platform`}
          label={t("Platform")}
          options={platforms}
          blank={t("Choose a platform")}
          required={required}
        />
      ) : null}
      <TextField
        {...fields.handle}
        hint={t("As it is shown, with the @")}
        defaultValue={known?.handle ?? handle}
        required={required}
      />
      <div className="stack stack--s">
        <TextField
          {...fields.platformId}
          hint={known?.stableIdentifier || t("The numeric id or channel id that stays when the handle changes")}
          defaultValue={known?.platformId ?? undefined}
        />
        {known && !known.needsId ? (
          <Checkbox name={`${prefix}correctsId`} label={t("This corrects a slip in the id")} />
        ) : (
          <Checkbox
            {...fields.idNotKnown}
            hint={t("Kept as a gap to close: police and providers ask for the id first")}
            defaultChecked={known?.needsId}
          />
        )}
      </div>
      <TextField
        {...fields.url}
        hint={t("Kept as text. It is never opened from here")}
        defaultValue={known?.url ?? undefined}
        optional
      />
      <TextField {...fields.displayName} defaultValue={known?.displayName ?? undefined} optional />
      <Select
        {...fields.confidence}
        label={t("How sure is it that this is the subject?")}
        defaultValue={known?.confidence ?? "possible"}
      />
      <TextField
        {...fields.linkReason}
        hint={t("For example: same picture and same words as account A1")}
        defaultValue={known?.linkReason ?? undefined}
        optional
      />
      <div className="row">
        <DateField {...fields.firstSeenOn} defaultValue={known?.firstSeenOn ?? undefined} optional />
        <DateField {...fields.lastSeenOn} defaultValue={known?.lastSeenOn ?? undefined} optional />
      </div>
    </div>
  );
}

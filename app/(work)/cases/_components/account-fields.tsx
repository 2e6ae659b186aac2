import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { DateField, TextField } from "@/app/_ui/field";
import type { AccountView } from "@/lib/casework/subjects/types";

type Props = {
  prefix?: string;
  /** Left out where the platform is settled. */
  platforms?: readonly Choice[];
  confidences: readonly Choice[];
  known?: AccountView;
  /** Off in a form that may leave the whole account out. */
  required?: boolean;
};

/** One account: the platform's unchanging id first, because handles change. */
export function AccountFields({ prefix = "", platforms, confidences, known, required = true }: Props) {
  const name = (field: string) => `${prefix}${field}`;
  return (
    <div className="cols cols--2">
      {platforms ? (
        <Select
          name={name("platform")}
          label="Platform"
          options={platforms}
          blank="Choose a platform"
          required={required}
        />
      ) : null}
      <TextField
        name={name("handle")}
        label="Handle"
        hint="As it is shown, with the @"
        defaultValue={known?.handle}
        required={required}
      />
      <div className="stack stack--s">
        <TextField
          name={name("platformId")}
          label="Unchanging id"
          hint={known?.stableIdentifier || "The numeric id or channel id that stays when the handle changes"}
          defaultValue={known?.platformId ?? undefined}
        />
        {known && !known.needsId ? (
          <Checkbox name={name("correctsId")} label="This corrects a slip in the id" />
        ) : (
          <Checkbox
            name={name("idNotKnown")}
            label="Not known yet"
            hint="Kept as a gap to close: police and providers ask for the id first"
            defaultChecked={known?.needsId}
          />
        )}
      </div>
      <TextField
        name={name("url")}
        label="Address of the profile"
        hint="Kept as text. It is never opened from here"
        defaultValue={known?.url ?? undefined}
        optional
      />
      <TextField
        name={name("displayName")}
        label="Name shown"
        defaultValue={known?.displayName ?? undefined}
        optional
      />
      <Select
        name={name("confidence")}
        label="How sure is it that this is the subject?"
        options={confidences}
        defaultValue={known?.confidence ?? "possible"}
      />
      <TextField
        name={name("linkReason")}
        label="What points to the subject"
        hint="For example: same picture and same words as account A1"
        defaultValue={known?.linkReason ?? undefined}
        optional
      />
      <div className="row">
        <DateField
          name={name("firstSeenOn")}
          label="First seen"
          defaultValue={known?.firstSeenOn ?? undefined}
          optional
        />
        <DateField name={name("lastSeenOn")} label="Last seen" defaultValue={known?.lastSeenOn ?? undefined} optional />
      </div>
    </div>
  );
}

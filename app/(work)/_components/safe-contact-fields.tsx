import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import type { SafeContact } from "@/lib/casework/clients/types";

type Props = { prefix?: string; zones: readonly Choice[]; known?: SafeContact };

/** The protocol as it is agreed with the client. All of it is sealed. */
export function SafeContactFields({ prefix = "", zones, known }: Props) {
  const name = (field: string) => `${prefix}${field}`;
  return (
    <div className="cols cols--2">
      <TextField
        name={name("channel")}
        label="How to reach the client"
        hint="For example: WhatsApp text only"
        defaultValue={known?.channel}
        required
      />
      <TextField
        name={name("hours")}
        label="Safe hours"
        hint="For example: weekdays 09:00 to 15:00"
        defaultValue={known?.hours}
        required
      />
      <Select
        name={name("zone")}
        label="In which time zone"
        options={zones}
        defaultValue={known?.zone ?? zones[0]?.value}
      />
      <Radios
        name={name("voicemail")}
        label="May a voicemail be left?"
        options={[
          { value: "no", label: "No" },
          { value: "yes", label: "Yes" },
        ]}
        defaultValue={known ? (known.voicemail ? "yes" : "no") : "no"}
      />
      <TextField
        name={name("deviceSeenBy")}
        label="Who else sees the device or account"
        hint="“Nobody” is an answer"
        defaultValue={known?.deviceSeenBy}
        required
      />
      <TextField
        name={name("codeWord")}
        label="Code word"
        hint="Said before any detail, so that both know who is there"
        defaultValue={known?.codeWord ?? undefined}
        optional
      />
      <TextArea
        name={name("never")}
        label="Never do"
        hint="One line each. For example: No calls"
        rows={3}
        defaultValue={known?.never.join("\n")}
        optional
      />
      <TextField
        name={name("subjectLine")}
        label="What a subject line may say"
        hint="For example: library books. Never the name of the organisation"
        defaultValue={known?.subjectLine}
        required
      />
    </div>
  );
}

import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { named } from "@/app/_ui/named";
import type { SafeContact } from "@/lib/casework/clients/types";

type Props = { prefix?: string; zones: readonly Choice[]; known?: SafeContact };

export const safeContactFields = (prefix?: string) =>
  named(
    {
      channel: { label: "How to reach the client" },
      hours: { label: "Safe hours" },
      zone: { label: "Time zone" },
      voicemail: {
        label: "Voicemail",
        options: [
          { value: "yes", label: "May be left" },
          { value: "no", label: "Never" },
        ],
      },
      deviceSeenBy: { label: "Who else sees the device or account" },
      codeWord: { label: "Code word" },
      never: { label: "Never do" },
      subjectLine: { label: "What a subject line may say" },
    },
    prefix,
  );

/** The protocol as agreed with the client. All of it is encrypted. */
export function SafeContactFields({ prefix, zones, known }: Props) {
  const fields = safeContactFields(prefix);
  return (
    <div className="cols cols--2">
      <TextField {...fields.channel} hint="For example: WhatsApp text only" defaultValue={known?.channel} required />
      <TextField {...fields.hours} hint="For example: weekdays 09:00 to 15:00" defaultValue={known?.hours} required />
      <Select
        {...fields.zone}
        label="In which time zone"
        options={zones}
        defaultValue={known?.zone ?? zones[0]?.value}
      />
      <Radios
        {...fields.voicemail}
        label="May a voicemail be left?"
        options={[
          { value: "no", label: "No" },
          { value: "yes", label: "Yes" },
        ]}
        defaultValue={known ? (known.voicemail ? "yes" : "no") : "no"}
      />
      <TextField {...fields.deviceSeenBy} hint="“Nobody” is an answer" defaultValue={known?.deviceSeenBy} required />
      <TextField
        {...fields.codeWord}
        hint="Said before any detail, so that both know who is there"
        defaultValue={known?.codeWord ?? undefined}
        optional
      />
      <TextArea
        {...fields.never}
        hint="One line each. For example: No calls"
        rows={3}
        defaultValue={known?.never.join("\n")}
        optional
      />
      <TextField
        {...fields.subjectLine}
        hint="For example: library books. Never the name of the organisation"
        defaultValue={known?.subjectLine}
        required
      />
    </div>
  );
}

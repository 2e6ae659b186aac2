import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { named } from "@/app/_ui/named";
import type { SafeContact } from "@/lib/casework/clients/types";
import { t } from "@/lib/platform/language/translate";

type Props = {
  prefix?: string;
  zones: readonly Choice[];
  known?: SafeContact;
  /** Off where how to reach the client is asked apart, and the rest may wait. */
  whole?: boolean;
};

export const safeContactFields = (prefix?: string) =>
  named(
    {
      channel: { label: t("How to reach the client") },
      hours: { label: t("Safe hours") },
      zone: { label: t("Time zone") },
      voicemail: {
        label: t("Voicemail"),
        options: [
          { value: "yes", label: t("May be left") },
          { value: "no", label: t("Never") },
        ],
      },
      deviceSeenBy: { label: t("Who else sees the device or account") },
      codeWord: { label: t("Code word") },
      never: { label: t("Limits") },
      subjectLine: { label: t("What a subject line may say") },
    },
    prefix,
  );

/** The protocol as agreed with the client. All of it is encrypted. */
export function SafeContactFields({ prefix, zones, known, whole = true }: Props) {
  const fields = safeContactFields(prefix);
  return (
    <div className="cols cols--2">
      {whole ? (
        <TextField
          {...fields.channel}
          hint={t("For example: WhatsApp text only")}
          defaultValue={known?.channel}
          required
        />
      ) : null}
      <TextField
        {...fields.hours}
        hint={t("For example: weekdays 09:00 to 15:00")}
        defaultValue={known?.hours}
        required={whole}
      />
      <Select
        {...fields.zone}
        label={t("In which time zone")}
        options={zones}
        defaultValue={known?.zone ?? zones[0]?.value}
      />
      <Radios
        {...fields.voicemail}
        label={t("May a voicemail be left?")}
        options={[
          { value: "no", label: t("No") },
          { value: "yes", label: t("Yes") },
        ]}
        defaultValue={known ? (known.voicemail ? "yes" : "no") : "no"}
      />
      <TextField
        {...fields.deviceSeenBy}
        hint={t("“Nobody” is an answer")}
        defaultValue={known?.deviceSeenBy}
        required={whole}
      />
      <TextField
        {...fields.codeWord}
        hint={t("Say it before any details, so that you both know who is there")}
        defaultValue={known?.codeWord ?? undefined}
        optional
      />
      <TextArea
        {...fields.never}
        hint={t("One line each. For example: No calls")}
        rows={3}
        defaultValue={known?.never.join("\n")}
        optional
      />
      <TextField
        {...fields.subjectLine}
        hint={t("For example: library books. Never the name of the organisation")}
        defaultValue={known?.subjectLine}
        required={whole}
      />
    </div>
  );
}

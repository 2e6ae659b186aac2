import type { ReactNode } from "react";
import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { TextArea, TextField } from "@/app/_ui/field";
import { named } from "@/app/_ui/named";
import { tickOptions } from "@/app/_ui/settle-clash";
import { knowledgeFacts, knowledgeHints } from "@/lib/casework/cases/labels";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";

type KnownIncident = {
  natureValue: string;
  /** `2026-10-13T10:06` on the wall of `zone` */
  when: string | null;
  zone: string;
  timeIsExact: boolean;
  url: string | null;
  words: string | null;
  what: string;
  isKnowledge: boolean;
  knowledge: string | null;
};

type Props = {
  prefix?: string;
  /** The field in which the account is picked. */
  account: ReactNode;
  natures: readonly Choice[];
  zones: readonly Choice[];
  known?: KnownIncident;
};

type Described = { natures?: readonly Choice[]; accounts?: PickList; prefix?: string };

export const incidentFields = ({ natures, accounts, prefix }: Described) =>
  named(
    {
      nature: { label: t("What it was"), options: natures },
      accountId: {
        label: t("From which account"),
        options: accounts?.options.map(({ id, label }) => ({ value: id, label })),
      },
      when: { label: t("Day and time") },
      timeIsAbout: { label: t("The time is about right"), options: tickOptions },
      zone: { label: t("Time zone") },
      what: { label: t("What happened") },
      words: { label: t("Words as sent") },
      url: { label: t("Address of the post or message") },
      knowledge: { label: t("What it shows that the subject knew"), options: choicesOf(knowledgeFacts) },
    },
    prefix,
  );

/** One thing that happened: when and where first, then the words as they were sent. */
export function IncidentFields({ prefix, account, natures, zones, known }: Props) {
  const fields = incidentFields({ prefix });
  return (
    <div className="cols cols--2">
      <Select {...fields.nature} options={natures} blank={t("Not sure yet")} defaultValue={known?.natureValue} />
      {account}
      <div className="stack stack--s">
        <TextField
          {...fields.when}
          hint={t("On the clock of the time zone that is asked next. Leave it empty if it is not known yet")}
          type="datetime-local"
          defaultValue={known?.when ?? undefined}
          short
          optional
        />
        <Checkbox
          {...fields.timeIsAbout}
          label={t("The time is about right, not exact")}
          hint={t("If only the day is known, type 12:00 and tick this")}
          defaultChecked={known && known.when !== null && !known.timeIsExact}
        />
      </div>
      <Select {...fields.zone} options={zones} defaultValue={known?.zone ?? zones[0]?.value} />
      <TextArea
        {...fields.what}
        hint={t("A sentence or two. Facts, no opinions. Not needed if the words below say it")}
        rows={3}
        defaultValue={known?.what}
      />
      <TextArea
        {...fields.words}
        hint={t("Letter for letter, in the language as sent")}
        rows={3}
        defaultValue={known?.words ?? undefined}
        optional
      />
      <TextField
        {...fields.url}
        hint={t("Kept as text. It is never opened from here")}
        defaultValue={known?.url ?? undefined}
        optional
      />
      <Select
        {...fields.knowledge}
        hint={t("A case about threats needs facts like these: told to stop, blocked, came back anyway")}
        options={knowledgeChoices()}
        blank={t("Nothing of this kind")}
        defaultValue={known?.knowledge ?? (known?.isKnowledge ? "other" : undefined)}
        optional
      />
    </div>
  );
}

function knowledgeChoices(): Choice[] {
  return Object.entries(knowledgeFacts).map(([value, label]) => ({
    value,
    label: `${label}: ${knowledgeHints[value as keyof typeof knowledgeHints]}`,
  }));
}

import type { ReactNode } from "react";
import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { knowledgeFacts, knowledgeHints } from "@/lib/casework/cases/labels";

type KnownIncident = {
  nature: string;
  /** `2026-10-13T10:06` on the wall of `zone` */
  when: string;
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
  /** Off in a form that may leave the whole incident out. */
  required?: boolean;
};

/** One thing that happened: when and where first, then the words as they were sent. */
export function IncidentFields({ prefix = "", account, natures, zones, known, required = true }: Props) {
  const name = (field: string) => `${prefix}${field}`;
  return (
    <div className="cols cols--2">
      <Select
        name={name("nature")}
        label="What it was"
        options={natures}
        blank="Choose what it was"
        defaultValue={known?.nature}
        required={required}
      />
      {account}
      <div className="stack stack--s">
        <TextField
          name={name("when")}
          label="Day and time"
          hint="On the clock of the time zone that is asked next"
          type="datetime-local"
          defaultValue={known?.when}
          short
          required={required}
        />
        <Checkbox
          name={name("timeIsAbout")}
          label="The time is about right, not exact"
          defaultChecked={known && !known.timeIsExact}
        />
      </div>
      <Select name={name("zone")} label="Time zone" options={zones} defaultValue={known?.zone ?? zones[0]?.value} />
      <TextArea
        name={name("what")}
        label="What happened"
        hint="A sentence or two. Facts, no opinions"
        rows={3}
        defaultValue={known?.what}
        required={required}
      />
      <TextArea
        name={name("words")}
        label="Words as sent"
        hint="Letter for letter, in the language as sent"
        rows={3}
        defaultValue={known?.words ?? undefined}
        optional
      />
      <TextField
        name={name("url")}
        label="Address of the post or message"
        hint="Kept as text. It is never opened from here"
        defaultValue={known?.url ?? undefined}
        optional
      />
      <Select
        name={name("knowledge")}
        label="What it shows that the subject knew"
        hint="A case about threats needs such facts: told to stop, blocked, came back all the same"
        options={knowledgeChoices()}
        blank="Nothing of this kind"
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

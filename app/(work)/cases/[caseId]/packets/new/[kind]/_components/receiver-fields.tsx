"use client";

import { TextField } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { packetKinds, receiverLabels } from "@/lib/packets/packets/labels";
import { receiverFields } from "@/lib/packets/packets/rules";
import type { DraftChoices, ReceiverRole } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** The receivers, by role; with each, which of its officers a release covers today. */
export function ReceiverFields({ choices }: { choices: DraftChoices }) {
  const roles = packetKinds[choices.kind].receivers;
  return (
    <Panel id="draft-receivers" title={t("Who it is for")}>
      <p className="muted">{t("Roles and offices, not names. Leave out who does not receive this version.")}</p>
      {roles.map((role) => (
        <TextField
          key={role}
          name={receiverFields[role]}
          label={receiverLabels[role]}
          hint={releaseWords(role, choices)}
          defaultValue={choices.start[receiverFields[role]]}
          maxLength={160}
          optional={roles.length > 1}
        />
      ))}
    </Panel>
  );
}

function releaseWords(role: ReceiverRole, { releases }: DraftChoices): string {
  const mine = releases.filter((release) => release.roles.includes(role));
  if (mine.length === 0) return t("No release is valid for this receiver today.");
  const bare = mine.filter((releaseChoice) => releaseChoice.officers.length === 0);
  const naming = mine.filter((releaseChoice) => releaseChoice.officers.length > 0);
  const messages = naming.map(({ code, until, officers }) => {
    return t("{code} covers {value}{value2}.", {
      code,
      value: officers.join("; "),
      value2: until ? t(" until {until}", { until: formatDate(until) }) : "",
    });
  });
  return [
    ...messages,
    ...(messages.length > 0 ? [t("Nobody else of this receiver may have it.")] : []),
    ...bare.map(({ code }) =>
      t("{code} names no officer yet, so it covers nobody: name them under Releases.", { code }),
    ),
  ].join(" ");
}

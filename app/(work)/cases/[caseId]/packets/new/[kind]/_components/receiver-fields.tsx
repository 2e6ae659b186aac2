"use client";

import { TextField } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { packetKinds, receiverLabels } from "@/lib/packets/labels";
import { receiverFields } from "@/lib/packets/rules";
import type { DraftChoices, ReceiverRole } from "@/lib/packets/types";
import { formatDate } from "@/lib/platform/format";

/** Who it is for, by role; beside each, whether a release lets that receiver have it today. */
export function ReceiverFields({ choices }: { choices: DraftChoices }) {
  const roles = packetKinds[choices.kind].receivers;
  return (
    <Panel id="draft-receivers" title="Who it is for">
      <p className="muted">Roles and offices, not names. Leave out who does not receive this version.</p>
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
  const release = releases.find((one) => one.roles.includes(role));
  if (!release) return "No release is valid for this receiver today.";
  return `${release.code} covers this receiver${release.until ? ` until ${formatDate(release.until)}` : ""}.`;
}

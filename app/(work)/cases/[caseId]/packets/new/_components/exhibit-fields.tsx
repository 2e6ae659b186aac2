"use client";

import { Checkbox } from "@/app/_ui/choice";
import { Panel } from "@/app/_ui/panel";
import type { DraftChoices } from "@/lib/packets/types";
import { formatBytes, plural } from "@/lib/platform/format";

/** Which exhibits travel. All of them at first; one that is left out keeps its number and is not in this version. */
export function ExhibitFields({ choices }: { choices: DraftChoices }) {
  const chosen = choices.start.exhibits;
  return (
    <Panel
      id="exhibits"
      title="Exhibits"
      end={<span className="muted">{plural(choices.exhibits.length, "exhibit")} in the case</span>}
    >
      {choices.exhibits.length === 0 ? <p>No exhibit is in the case yet. The packet is built without any.</p> : null}
      {choices.exhibits.length > 0 ? <input type="hidden" name="exhibits.offered" value="yes" /> : null}
      <div>
        {choices.exhibits.map((exhibit) => (
          <Checkbox
            key={exhibit.code}
            name={`exhibits.${exhibit.code}`}
            label={`${exhibit.code} ${exhibit.title}`}
            hint={formatBytes(exhibit.size)}
            defaultChecked={chosen ? (chosen[exhibit.code] ?? true) : true}
          />
        ))}
      </div>
    </Panel>
  );
}

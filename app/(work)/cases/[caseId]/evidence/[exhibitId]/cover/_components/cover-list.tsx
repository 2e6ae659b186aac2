import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { coverMark } from "@/lib/evidence/redactions/labels";
import type { CoverStanding } from "@/lib/packets/packets/preview-words";
import { formatInstant } from "@/lib/platform/text/format";
import { liftWordCoverAction } from "../actions";

type Props = { covers: readonly CoverStanding[]; zone: string; liftable: boolean };

/** What is covered, by whom and why; each can be taken back. */
export function CoverList({ covers, zone, liftable }: Props) {
  return (
    <Panel title="Covered words" id="covered" padded={false}>
      {covers.length === 0 ? (
        <EmptyState icon="eye-off" title="None yet">
          What you cover here is covered in every packet and in every version, until you take it back.
        </EmptyState>
      ) : (
        <ul className="copies">
          {covers.map((cover) => (
            <li className="copy" key={cover.id}>
              <Cover cover={cover} zone={zone} />
              {liftable ? <Lift cover={cover} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Cover({ cover, zone }: { cover: CoverStanding; zone: string }) {
  const { words, kind, reason, near, sought, only, madeBy, madeAt } = cover;
  return (
    <>
      {words === null ? null : <p className="strong breakable">{words}</p>}
      <p className="breakable">
        {coverMark(cover)}
        {reason && kind !== "other" ? `, ${reason}` : ""}, {whereWords(cover)}
      </p>
      {sought || only ? null : (
        <p className="small muted">Covered in this exhibit alone: it is not looked for in the rest of a packet.</p>
      )}
      {near.length > 0 ? (
        <p className="small breakable">
          Still readable, because it is part of a longer word: {near.slice(0, 8).join(", ")}. Cover that word too if it
          names the same person or place.
        </p>
      ) : null}
      <p className="small muted">
        {formatInstant(madeAt, zone)}, by {madeBy}
      </p>
    </>
  );
}

function whereWords({ only, lost }: CoverStanding): string {
  if (only) return `only in ${only.of} ${only.no}`;
  return lost === null ? "everywhere" : `everywhere, since the file was read again: check number ${lost}`;
}

function Lift({ cover }: { cover: CoverStanding }) {
  return (
    <ActionForm action={liftWordCoverAction} label="Take the cover back" guard={false}>
      <input type="hidden" name="coverId" value={cover.id} />
      <SubmitButton small variant="quiet" icon="x" pendingText="Taking back">
        Take back<span className="vh"> the cover of {cover.words ?? coverMark(cover)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

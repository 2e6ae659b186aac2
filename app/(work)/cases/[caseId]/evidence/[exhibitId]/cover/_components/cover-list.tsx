import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitButton } from "@/app/_ui/submit-button";
import { coverMark } from "@/lib/evidence/redactions/labels";
import type { CoverStanding } from "@/lib/packets/packets/preview-words";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { liftWordCoverAction } from "../actions";

type Props = { covers: readonly CoverStanding[]; zone: string; liftable: boolean };

/** What is covered, by whom and why; each can be taken back. */
export function CoverList({ covers, zone, liftable }: Props) {
  return (
    <Panel title={t("Covered words")} id="covered" padded={false}>
      {covers.length === 0 ? (
        <EmptyState icon="eye-off" title={t("None yet")}>
          {t("What you cover here is covered in every packet and in every version, until you remove the cover.")}
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
        <p className="small muted">
          {t("Covered in this exhibit alone: it is not looked for in the rest of a packet.")}
        </p>
      )}
      {near.length > 0 ? (
        <p className="small breakable">
          {t(
            "Still readable, because it is part of a longer word: {value}. Cover that word too if it names the same person or place.",
            { value: near.slice(0, 8).join(", ") },
          )}
        </p>
      ) : null}
      <p className="small muted">{t("{madeAt}, by {madeBy}", { madeAt: formatInstant(madeAt, zone), madeBy })}</p>
    </>
  );
}

function whereWords({ only, lost }: CoverStanding): string {
  if (only) return t("only in {of} {no}", { of: only.of, no: only.no });
  return lost === null ? "everywhere" : t("everywhere, since the file was read again: check number {lost}", { lost });
}

function Lift({ cover }: { cover: CoverStanding }) {
  return (
    <ActionForm action={liftWordCoverAction} label={t("Remove the cover")} guard={false}>
      <input type="hidden" name="coverId" value={cover.id} />
      <SubmitButton small variant="quiet" icon="x" pendingText={t("Taking back")}>
        {rich("Remove<span> the cover of {value}</span>", {
          value: cover.words ?? coverMark(cover),
          span: (words) => <span className="vh">{words}</span>,
        })}
      </SubmitButton>
    </ActionForm>
  );
}

import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { heldWords } from "@/lib/handover/releases/labels";
import type { RecipientView, ReleaseView } from "@/lib/handover/releases/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { takeOffOfficerAction } from "../actions";

type NamedProps = { caseId: string; release: ReleaseView };

/** Whom a release covers, each with the way to take them off, and whom it covered before. */
export function NamedOfficers({ caseId, release }: NamedProps) {
  const { officers, takenOff, revokedAt } = release;
  return (
    <ul className="stack stack--s">
      {officers.length === 0 ? <li>{t("Nobody")}</li> : null}
      {officers.map((officer) => (
        <li key={officer.id}>
          {officer.who}{" "}
          <span className="muted">{t("(confirmed by {confirmedBy})", { confirmedBy: officer.confirmedBy })}</span>
          {revokedAt ? null : officers.length > 1 ? (
            <TakeOff caseId={caseId} release={release} officer={officer} />
          ) : (
            <p className="muted">{t("The last officer is not taken off: revoke the release instead.")}</p>
          )}
        </li>
      ))}
      {takenOff.map((recipient) => (
        <li key={recipient.id}>
          <s>{recipient.who}</s> <span className="muted">{offWords(recipient)}</span>
        </li>
      ))}
    </ul>
  );
}

function TakeOff({ caseId, release, officer }: NamedProps & { officer: RecipientView }) {
  const { who, holds } = officer;
  return (
    <Disclosure icon="circle-minus" label={t("Take off {who}", { who })}>
      <ActionForm
        whileRestricted
        action={takeOffOfficerAction}
        label={t("Take {who} off {code}", { who, code: release.code })}
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="releaseId" value={release.id} />
        <input type="hidden" name="memberId" value={officer.id} />
        <p>
          {t(
            "Immediately, for {who} only: anything that no other release lets them have is closed in the portal, with its files, the sealed annex and links, and they are told. A recall is opened for each copy that they opened or have on paper. The other officers keep what they have.",
            { who },
          )}
        </p>
        {holds.length > 0 ? (
          <>
            <p>{t("They have been given:")}</p>
            <ul>
              {holds.map((hold) => (
                <li key={heldWords(hold)}>{heldWords(hold)}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t("They have been given nothing of this case.")}</p>
        )}
        <TextField
          name="reason"
          label={t("Why")}
          hint={t("Do not include names. For example: named by mistake, left the unit")}
          required
        />
        <SubmitFoot variant="danger" pendingText={t("Taking the officer off")}>
          {t("Take them off {code}", { code: release.code })}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function offWords({ takenOff }: RecipientView): string {
  if (!takenOff) return "";
  return t("(taken off by {by}, {at}: {reason})", {
    by: takenOff.by,
    at: formatInstant(takenOff.at, officeZone()),
    reason: takenOff.reason,
  });
}

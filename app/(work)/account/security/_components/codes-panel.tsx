import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import type { CodesState } from "../codes-state";
import { CodesOnce } from "./codes-once";

type MakeCodes = (before: CodesState, form: FormData) => Promise<CodesState>;

/** For the day on which phone and key are gone: ten codes on paper. */
export function CodesPanel({ left, changes, make }: { left: number; changes: boolean; make: MakeCodes }) {
  return (
    <Panel id="codes" title={t("Recovery codes")}>
      <p className="read">
        {t(
          "{value} Each works once, after your password, when your devices are lost or broken. You then have to add a new one.",
          {
            value:
              left > 0
                ? t("You have {left} of ten left.", { left })
                : t("You have none. Make them now, before you need one."),
          },
        )}
      </p>
      {changes ? (
        <ActionForm action={make as FormAction} label={t("Make recovery codes")} guard={false} announceSaved={false}>
          <CodesOnce />
          {left > 0 ? <p className="muted">{t("New codes take the place of the old ones.")}</p> : null}
          <div className="row">
            <SubmitButton variant="secondary" pendingText={t("Making the codes")}>
              {left > 0 ? t("Make ten new codes") : t("Make ten codes")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Panel>
  );
}

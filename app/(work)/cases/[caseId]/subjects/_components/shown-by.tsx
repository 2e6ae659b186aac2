import { Chip } from "@/app/_ui/chip";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import type { AccountView } from "@/lib/casework/subjects/types";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { linkAccountExhibitAction, unlinkAccountExhibitAction } from "../actions";
import type { Board } from "./board";
import { OnDemand } from "./on-demand";

/** The exhibits that show whose an account is: those linked, one to link, one to unlink. */
export function ShownBy({ board, account }: { board: Board; account: AccountView }) {
  const linked = new Set(account.shownBy.map((exhibit) => exhibit.id));
  const { all, options } = board.exhibits;
  const free: PickList = { ...board.exhibits, options: options.filter((option) => !linked.has(option.id)) };
  const back: PickList = {
    kind: "exhibit",
    all: true,
    options: account.shownBy.map(({ id, code }) => ({ id, code, label: code })),
  };
  const of = { board, of: account.id, place: `#account-${account.number}`, name: account.code };
  return (
    <>
      <div className="row">
        <span className="strong">{t("Evidence of whose account it is:")}</span>
        {account.shownBy.map((exhibit) => (
          <Chip key={exhibit.id} kind="done" icon="paperclip">
            {exhibit.code}
          </Chip>
        ))}
        {account.shownBy.length === 0 ? <span className="muted">{t("No exhibit yet")}</span> : null}
      </div>
      <div className="row noprint">
        {!all || free.options.length > 0 ? (
          <OnDemand {...of} form="tie" icon="paperclip" label={t("Link evidence")}>
            {() => <ExhibitForm board={board} account={account} list={free} act="tie" />}
          </OnDemand>
        ) : null}
        {account.shownBy.length > 0 ? (
          <OnDemand {...of} form="untie" icon="undo-2" label={t("Take one back")}>
            {() => <ExhibitForm board={board} account={account} list={back} act="untie" />}
          </OnDemand>
        ) : null}
      </div>
    </>
  );
}

type FormProps = { board: Board; account: AccountView; list: PickList; act: "tie" | "untie" };

function ExhibitForm({ board, account, list, act }: FormProps) {
  const words = act === "tie" ? t("Link it to") : t("Unlink it from");
  return (
    <ActionForm
      action={act === "tie" ? linkAccountExhibitAction : unlinkAccountExhibitAction}
      label={`${words} ${account.code}`}
    >
      <input type="hidden" name="caseId" value={board.caseId} />
      <input type="hidden" name="accountId" value={account.id} />
      <PickOne name="exhibitId" label={t("Exhibit")} list={list} blank={t("Choose an exhibit")} required />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {words} {account.code}
      </SubmitFoot>
    </ActionForm>
  );
}

import { Chip } from "@/app/_ui/chip";
import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { AccountView } from "@/lib/subjects/types";
import type { Board } from "./board";

/** The exhibits that show whose an account is: what is tied, one to tie, one to take back. */
export function ShownBy({ board, account }: { board: Board; account: AccountView }) {
  const tied = new Set(account.shownBy.map((one) => one.id));
  const free = board.choices.exhibits.filter((one) => !tied.has(one.value));
  return (
    <>
      <div className="row">
        <span className="strong">What shows whose it is:</span>
        {account.shownBy.map((one) => (
          <Chip key={one.id} kind="done" icon="paperclip">
            {one.code}
          </Chip>
        ))}
        {account.shownBy.length === 0 ? <span className="muted">No exhibit yet</span> : null}
      </div>
      <div className="row noprint">
        {free.length > 0 ? (
          <Disclosure icon="paperclip" label="Tie an exhibit">
            <ExhibitForm board={board} account={account} options={free} act="tie" />
          </Disclosure>
        ) : null}
        {account.shownBy.length > 0 ? (
          <Disclosure icon="undo-2" label="Take one back">
            <ExhibitForm
              board={board}
              account={account}
              options={account.shownBy.map((one) => ({ value: one.id, label: one.code }))}
              act="untie"
            />
          </Disclosure>
        ) : null}
      </div>
    </>
  );
}

type FormProps = {
  board: Board;
  account: AccountView;
  options: readonly { value: string; label: string }[];
  act: "tie" | "untie";
};

function ExhibitForm({ board, account, options, act }: FormProps) {
  const { tieAccountExhibitAction, untieAccountExhibitAction } = board.actions;
  const words = act === "tie" ? "Tie it to" : "Take it from";
  return (
    <ActionForm
      action={act === "tie" ? tieAccountExhibitAction : untieAccountExhibitAction}
      label={`${words} ${account.code}`}
    >
      <input type="hidden" name="caseId" value={board.caseId} />
      <input type="hidden" name="accountId" value={account.id} />
      <Select name="exhibitId" label="Exhibit" options={options} blank="Choose an exhibit" required />
      <FormFoot>
        <SubmitButton look="secondary" pendingText="Saving">
          {words} {account.code}
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}

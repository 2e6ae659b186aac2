"use client";

import { useState } from "react";
import { Select } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import type { AccountOption } from "./capture-fields";

type Props = { caseId: string; accounts: readonly AccountOption[]; known: string | undefined };

/** The account, and in place the unchanging id of one that has none yet: companies refuse a handle alone. */
export function AccountFields({ caseId, accounts, known }: Props) {
  const { typed } = useField("accountId");
  const [picked, setPicked] = useState(typed ?? known ?? "");
  const account = accounts.find((one) => one.value === picked);
  return (
    <>
      <input type="hidden" name="caseId" value={caseId} />
      <Select
        name="accountId"
        label="Account"
        options={accounts.map(({ value, label }) => ({ value, label }))}
        blank="None, or not known"
        defaultValue={known}
        onChange={(event) => setPicked(event.currentTarget.value)}
        optional
      />
      {account && !account.platformId ? (
        <TextField
          name="platformId"
          label={`Unchanging id of ${account.label.split(" ")[0]}`}
          hint="The number that stays when the handle changes. It is kept with the account"
          inputMode="numeric"
          optional
        />
      ) : null}
    </>
  );
}

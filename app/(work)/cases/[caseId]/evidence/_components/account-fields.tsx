"use client";

import { useState } from "react";
import { TextField } from "@/app/_ui/field";
import { useField } from "@/app/_ui/form-context";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../_components/pick-one";
import { numbersOf } from "../../../numbers-field";
import type { AccountOption } from "./capture-fields";
import { captured } from "./captured";

type Props = {
  caseId: string;
  accounts: readonly AccountOption[];
  all: boolean;
  known: { id: string; code: string } | null;
};

/** The account, and in place the permanent ID of one that has none yet: companies refuse a handle alone. */
export function AccountFields({ caseId, accounts, all, known }: Props) {
  const byId = useField("accountId");
  const byNumber = useField(numbersOf("accountId"));
  const [picked, setPicked] = useState(byId.typed ?? byNumber.typed ?? known?.id ?? "");
  const account = accounts.find(
    (accountOption) => accountOption.value === picked || accountOption.code === picked.trim().toUpperCase(),
  );
  return (
    <>
      <input type="hidden" name="caseId" value={caseId} />
      <PickOne
        {...captured.accountId}
        list={{ kind: "account", all, options: accounts.map(({ value, code, label }) => ({ id: value, code, label })) }}
        blank={t("None, or not known")}
        chosen={known}
        onPick={setPicked}
        optional
      />
      {account && !account.platformId ? (
        <TextField
          name="platformId"
          label={t("Permanent ID of {code}", { code: account.code })}
          hint={t("The number that stays when the handle changes. It is kept with the account")}
          inputMode="numeric"
          optional
        />
      ) : null}
    </>
  );
}

import { redirect } from "next/navigation";
import { AppError, ClashError } from "@/lib/platform/errors";
import type { FormState } from "./form-state";
import { type Settled, settleClash } from "./settle-clash";
import { neverEchoed, severalValues, typedValues } from "./typed-values";

/**
 * Runs one act for a form. An AppError becomes messages with the typed text kept, an ended session leads to the sign-in
 * page, anything else is rethrown. If somebody else changed the record meanwhile, both versions are returned; the next
 * attempt says which to keep.
 * @param prepare replaces typed values with what they mean, before two versions are compared
 */
export async function runForm(
  form: FormData,
  act: () => Promise<string | undefined>,
  prepare?: (form: FormData) => Promise<void>,
): Promise<FormState> {
  const values = typedValues(form);
  let settled: Settled | undefined;
  try {
    await prepare?.(form);
    settled = settleClash(form);
    const message = await act();
    return { status: "saved", message, fields: {}, values: {} };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect("/sign-in");
    const { mine, clash: before } = settled ?? settleClash(form);
    const shown = Object.fromEntries(Object.entries(mine).filter(([name]) => !neverEchoed.test(name)));
    const clash = error instanceof ClashError ? error.clash : before;
    return {
      status: "failed",
      message: error.message,
      fields: error.fields,
      values,
      several: severalValues(form),
      twoVersions: clash && { ...clash, mine: shown },
    };
  }
}

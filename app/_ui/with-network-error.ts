import { unstable_rethrow } from "next/navigation";
import type { FormAction } from "@/app/_ui/form";
import { typedValues } from "@/app/_ui/typed-values";
import { t } from "@/lib/platform/language/translate";

const noAnswer = t(
  "No response: the connection was lost, or the server is busy. What you typed is still here. Wait a few seconds, check whether it was saved, and if not, send it again.",
);

/** Whether an answer of ours came. What the router says by an error, such as a redirect, is one. */
export async function isAnswered(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    return isOfRouter(error);
  }
}

function isOfRouter(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}

/**
 * In the browser: if no response arrives, the form keeps what was typed and says so, without an error page. An error
 * that the server reports with a number is rethrown.
 */
export function withNetworkError(action: FormAction): FormAction {
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof Error && "digest" in error) throw error;
      return { status: "failed", message: noAnswer, fields: {}, values: typedValues(form) };
    }
  };
}

import { unstable_rethrow } from "next/navigation";
import type { FormAction } from "@/app/_ui/form";
import { typedValues } from "@/app/_ui/typed-values";

const noAnswer =
  "No answer came: the connection is gone, or the server is busy. What you typed is still here. Wait a few seconds, look whether it was saved all the same, and otherwise send it again.";

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
 * In a browser: when no answer of ours comes, the form stays as it was typed and says so, and no error page takes its
 * place. An error that the server tells of by its number is thrown on.
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

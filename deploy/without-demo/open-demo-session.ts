import "server-only";
import { AppError } from "@/lib/platform/errors";

/** An image has no demonstration: no door is drawn, whatever the settings say. */
export function demoIsOpen(_host: string | null): boolean {
  return false;
}

/** And none opens. @throws AppError not_found always */
export async function openDemoSession(_role: unknown, _host: string | null): Promise<void> {
  throw new AppError("not_found", "There is no such sign-in here.");
}

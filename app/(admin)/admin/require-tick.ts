import { AppError } from "@/lib/platform/errors";

/** A form that cannot be undone asks for a tick. @throws AppError invalid on that field */
export function requireTick(form: FormData, name: string, message: string): void {
  if (form.get(name) !== "on") throw new AppError("invalid", message, { [name]: message });
}

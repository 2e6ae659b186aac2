import { notFound } from "next/navigation";
import { AppError } from "@/lib/platform/errors";

/** What may not be seen does not exist: a not_found refusal becomes the 404 page. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) notFound();
    throw error;
  }
}

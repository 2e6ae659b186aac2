import "server-only";

export { readCaseClocks } from "@/lib/ladder/queries";

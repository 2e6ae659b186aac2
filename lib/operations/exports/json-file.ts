import "server-only";
import type { ZipPiece } from "@/lib/platform/zip/zip-pieces";
import { textFile } from "./text-file";

export const jsonFile = (name: string, value: unknown): ZipPiece =>
  textFile(name, `${JSON.stringify(value, null, 1)}\n`);

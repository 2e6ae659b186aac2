import { onPath } from "./chromium.mjs";

/** Whether a program such as `qpdf` is installed. A test without it must say that it was skipped. */
export const hasTool = (
  name: "pdftotext" | "pdftoppm" | "qpdf" | "setpriv" | "moto_server" | "openssl" | "pdfsig" | "pdfimages",
): boolean => onPath(name) !== undefined;

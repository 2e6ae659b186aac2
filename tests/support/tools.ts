import { onPath } from "./chromium.mjs";

/** Whether a program such as `qpdf` is installed. A test without it must say that it was skipped. */
export const hasTool = (
  name:
    | "pdftotext"
    | "pdftoppm"
    | "pdfimages"
    | "qpdf"
    | "python3"
    | "setpriv"
    | "moto_server"
    | "openssl"
    | "pdfsig"
    | "unzip"
    | "zbarimg"
    | "age"
    | "caddy"
    | "nginx"
    | "pgbouncer"
    | "dovecot"
    | "wrk",
): boolean => onPath(name) !== undefined;

/** In bytes: a message, or a signature. Files come another way. */
const most = 256 * 1024;

/** The fields of a small form; null for what is too large or no form. */
export async function smallForm(request: Request): Promise<FormData | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= most)) return null;
  return request.formData().catch(() => null);
}

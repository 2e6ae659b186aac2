import "server-only";
import { filePlaces } from "./file-storage";

const patience = 2_000;

/** True when the folder or the bucket of sealed files answers within two seconds. Nothing lies at the key asked for. */
export async function storageAnswers(): Promise<boolean> {
  const asked = filePlaces()
    .store.stat("none/none/none")
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref());
  return Promise.race([asked, late]);
}

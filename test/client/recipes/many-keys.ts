import { createClient, isJetEmailError } from "../../../src/index.js";

type Body = Parameters<ReturnType<typeof createClient>["updateTransactionalKey"]>[0]["body"];

/** Updates any number of keys, 200 a minute, draws a bar, and gives back what failed. */
export async function updateKeys(bodies: readonly Body[], draw: (text: string) => void) {
  const failed: { readonly body: Body; readonly error: Error }[] = [];
  let done = 0;
  const show = (note = ""): void => {
    const filled = Math.round((20 * done) / bodies.length);
    draw(`[${"#".repeat(filled).padEnd(20)}] ${done} of ${bodies.length}${note}`);
  };
  const jetemail = createClient({
    waitForBlock: true,
    onWait: ({ waitMs }) => show(`, waiting for ${Math.ceil(waitMs / 1000)} s`),
  });
  for (const body of bodies) {
    try {
      await jetemail.updateTransactionalKey({ body });
    } catch (error) {
      if (!isJetEmailError(error)) throw error;
      failed.push({ body, error });
    }
    done++;
    show();
  }
  return failed;
}

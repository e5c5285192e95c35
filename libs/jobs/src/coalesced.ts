/**
 * Makes a starter of `run` that can be called any number of times: while one run is under way at most one more is
 * remembered, and that one begins after every call it stands for. `run` must not reject.
 */
export function coalesced(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;

  async function runWhileAsked(): Promise<void> {
    running = true;
    try {
      do {
        again = false;
        await run();
      } while (again);
    } finally {
      running = false;
    }
  }

  return () => {
    if (running) again = true;
    else void runWhileAsked();
  };
}

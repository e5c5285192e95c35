const PATIENCE_MS = 30_000;

/**
 * Aborts when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the process that handed over
 * to us is gone. Further requests change nothing; what does not end in half a minute is cut off.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) return;
    controller.abort();
    setTimeout(cutOff, PATIENCE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  process.once('disconnect', stop);
  process.channel?.unref();
  return controller.signal;
}

/** Resolves when the signal aborts; keeps the process alive until then. */
export function stopRequested(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const alive = setInterval(() => undefined, 2 ** 30);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}

function cutOff(): void {
  process.stderr.write('plenum: something did not end in half a minute and is cut off.\n');
  process.exit(1);
}

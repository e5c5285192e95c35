/** The embedded database cannot run here; the message is one line that says why and what helps. */
export class EmbeddedServerError extends Error {
  override name = 'EmbeddedServerError';
}

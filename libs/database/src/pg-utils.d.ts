/** What the driver lends to those who write queries of their own kind, as pg-cursor does. */
declare module 'pg/lib/utils.js' {
  const utils: {
    /** A value as PostgreSQL reads it. */
    prepareValue(value: unknown): string | Buffer | null;
  };
  export default utils;
}

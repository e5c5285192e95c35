/** Injection token of the signing keys, newest first: `readonly string[]`. */
export const SECRET_KEYS = Symbol('SECRET_KEYS');

/** One read that everybody shares who asks while it runs or shortly after. A failed one is not kept. */
export class SharedRead<T> {
  private current?: Promise<T>;
  private freshUntil = 0;

  /** `keepFor` in milliseconds, counted from the start of the read. */
  constructor(
    private readonly read: () => Promise<T>,
    private readonly keepFor: number,
  ) {}

  get(): Promise<T> {
    // Not the injected clock: this is about the age of a memory, whatever day it is in the programme.
    const now = performance.now();
    if (!this.current || now >= this.freshUntil) {
      const reading = this.read();
      this.current = reading;
      this.freshUntil = now + this.keepFor;
      reading.catch(() => {
        if (this.current === reading) this.current = undefined;
      });
    }
    return this.current;
  }
}

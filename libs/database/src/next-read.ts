/**
 * One read for everybody who asks at the same time: who asks while a read is under way shares the next, which begins
 * after all of them have asked. So what they get is never older than a read of their own.
 */
export class NextRead<T> {
  private running?: Promise<unknown>;
  private next?: Promise<T>;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    if (this.next) return this.next;
    if (!this.running) return this.begin();
    const next = this.running.then(() => {
      this.next = undefined;
      return this.begin();
    });
    this.next = next;
    return next;
  }

  private begin(): Promise<T> {
    const reading = this.read();
    // Whoever waits for the next read does not care how this one ended.
    const running: Promise<void> = reading.then(
      () => this.ended(running),
      () => this.ended(running),
    );
    this.running = running;
    return reading;
  }

  private ended(running: Promise<unknown>): void {
    if (this.running === running) this.running = undefined;
  }
}

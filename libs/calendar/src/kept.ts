/** Results worth making once, by key: what was not asked for the longest goes first. A failure is not kept. */
export class Kept<T> {
  private readonly results = new Map<string, Promise<T>>();

  constructor(private readonly most: number) {}

  /** The kept result, or the one being made; else makes it. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const result = this.results.get(key) ?? this.start(key, make);
    // A Map remembers the order in which keys came: the first is the one to go.
    this.results.delete(key);
    this.results.set(key, result);
    if (this.results.size > this.most) this.results.delete(this.results.keys().next().value ?? key);
    return result;
  }

  private start(key: string, make: () => Promise<T>): Promise<T> {
    const result = make();
    result.catch(() => {
      if (this.results.get(key) === result) this.results.delete(key);
    });
    return result;
  }
}

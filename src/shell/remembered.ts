/** Rounds and circles kept in memory; the one unused for longest goes first. */
const REMEMBERED_MAX = 500;

type Entry<State> = { readonly state: State; readonly epoch: number };

/**
 * The latest state of what is in use, so that a hundred answers in one second are decided one
 * after another without reading the database a hundred times.
 *
 * What is remembered may be ahead of the disk while a commit is under way. Should that commit
 * fail, all that was decided on top of it fails too, and `forget` drops the whole epoch, but never
 * a state that was loaded anew meanwhile.
 */
export class Remembered<Id, State> {
  readonly #entries = new Map<Id, Entry<State>>();
  #epochs = 0;

  get(id: Id): State | undefined {
    const entry = this.#entries.get(id);
    if (entry) this.#touch(id, entry);
    return entry?.state;
  }

  /** Keeps a state just read, unless one is remembered already; gives the one that counts. */
  loaded(id: Id, state: State): State {
    const known = this.get(id);
    if (known) return known;
    this.#epochs += 1;
    this.#touch(id, { state, epoch: this.#epochs });
    return state;
  }

  /** Puts a decided state in place of the one it was decided on. Returns its epoch. */
  decided(id: Id, state: State): number {
    const epoch = this.#entries.get(id)?.epoch ?? (this.#epochs += 1);
    this.#touch(id, { state, epoch });
    return epoch;
  }

  forget(id: Id, epoch: number): void {
    if (this.#entries.get(id)?.epoch === epoch) this.#entries.delete(id);
  }

  #touch(id: Id, entry: Entry<State>): void {
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    if (this.#entries.size <= REMEMBERED_MAX) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}

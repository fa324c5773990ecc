import type BetterSqlite3 from 'better-sqlite3';
import { is, Param, Placeholder } from 'drizzle-orm';
import type { Prepared, Values } from './unit.ts';

/** Gives what a statement is run with, in the place of one of its question marks. */
type Binding = (values: Values) => unknown;

type Bound = { readonly statement: BetterSqlite3.Statement; readonly bindings: readonly Binding[] };

/**
 * Runs prepared statements on the click path. What each question mark stands for is looked up once
 * for a statement; the library looks it up at every run, which costs more than the run itself.
 */
export class BoundStatements {
  readonly #raw: BetterSqlite3.Database;
  readonly #bound = new WeakMap<Prepared, Bound>();

  constructor(raw: BetterSqlite3.Database) {
    this.#raw = raw;
  }

  /** Runs a statement that changes rows, and says how many. */
  run(prepared: Prepared, values: Values): number {
    const { statement, bindings } = this.#bound.get(prepared) ?? this.#bind(prepared);
    return statement.run(...bindings.map((binding) => binding(values))).changes;
  }

  #bind(prepared: Prepared): Bound {
    const { sql, params } = prepared.getQuery();
    const bound = { statement: this.#raw.prepare(sql), bindings: params.map(bindingOf) };
    this.#bound.set(prepared, bound);
    return bound;
  }
}

function bindingOf(param: unknown): Binding {
  if (is(param, Placeholder)) return (values) => valueOf(values, param.name);
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder } = param;
  const { name } = param.value;
  return (values) => encoder.mapToDriverValue(valueOf(values, name));
}

function valueOf(values: Values, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`A statement was given nothing for ${name}`);
  return value;
}

import type { Row, Tables } from './tables.ts';

/**
 * The tables drawn from a round or a circle beside its own row, with the columns that tell their
 * rows apart. A row is written, changed and taken away with what it is drawn from.
 */
export const PROJECTED_KEYS = {
  memberships: ['circle_id', 'member_id'],
  versions: ['round_id', 'number'],
  extensions: ['round_id', 'position'],
  decisions: ['team_id', 'number'],
  asked: ['round_id', 'version_number', 'member_id'],
  answers: ['round_id', 'version_number', 'member_id'],
  objections: ['round_id', 'id'],
  questions: ['round_id', 'position'],
} as const satisfies { readonly [Name in keyof Tables]?: readonly (keyof Row<Name>)[] };

export type ProjectedName = keyof typeof PROJECTED_KEYS;

/** A row of any table, by its columns. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** What to do to one table so that it shows the state after a commit. */
type Change = {
  readonly table: ProjectedName;
  readonly kept: readonly AnyRow[];
  readonly gone: readonly AnyRow[];
};

/** How one table is drawn from a state: every row of it, or only what differs between two. */
export type Part<State> = {
  readonly table: ProjectedName;
  rowsOf(state: State): readonly AnyRow[];
  changes(before: State | null, after: State): Change;
};

type Items<Item> = ReadonlyMap<unknown, Item> | readonly Item[];

/**
 * A table drawn from a list or map in the state, one row for each item. States are never changed
 * in place, so an item that is the same object in both gives the same row and is passed over,
 * unless `sees` (what a row takes from outside its item) differs.
 */
export function part<State, Item, Name extends ProjectedName>(
  table: Name,
  itemsOf: (state: State) => Items<Item>,
  rowOf: (item: Item, state: State, position: number) => Row<Name>,
  sees: (state: State) => readonly unknown[] = () => [],
): Part<State> {
  const rowsMissingIn = (others: Items<Item>, state: State): AnyRow[] => {
    const found: AnyRow[] = [];
    let position = 0;
    for (const [key, item] of itemsOf(state).entries()) {
      if (itemAt(others, key) !== item) found.push(storable(rowOf(item, state, position)));
      position += 1;
    }
    return found;
  };
  const changes = (before: State | null, after: State): Change => {
    if (!before) return { table, kept: rowsMissingIn([], after), gone: [] };
    const seen = sees(after);
    const isAlike = sees(before).every((one, index) => one === seen[index]);
    const [old, now] = [itemsOf(before), itemsOf(after)];
    if (isAlike && old === now) return { table, kept: [], gone: [] };
    const kept = rowsMissingIn(isAlike ? old : [], after);
    const left = rowsMissingIn(isAlike ? now : [], before);
    const keys = new Set(kept.map((row) => keyOf(table, row)));
    return { table, kept, gone: left.filter((row) => !keys.has(keyOf(table, row))) };
  };
  return { table, rowsOf: (state) => rowsMissingIn([], state), changes };
}

function itemAt<Item>(items: Items<Item>, key: unknown): Item | undefined {
  return items instanceof Map ? items.get(key) : (items as readonly Item[])[Number(key)];
}

/** What tells a row of a table from its others, as text. */
export function keyOf(table: ProjectedName, row: AnyRow): string {
  return JSON.stringify(PROJECTED_KEYS[table].map((column) => row[column]));
}

/**
 * The row with texts that both databases can hold: PostgreSQL knows no character zero, and neither
 * knows half a surrogate pair. The history keeps what was typed.
 */
export function storable<AnyOne extends AnyRow>(row: AnyOne): AnyOne {
  const strange = Object.entries(row).filter(
    ([, value]) => typeof value === 'string' && (!value.isWellFormed() || value.includes('\0')),
  );
  if (strange.length === 0) return row;
  const mended = strange.map(([column, value]) => [
    column,
    String(value).toWellFormed().replaceAll('\0', '\uFFFD'),
  ]);
  return { ...row, ...Object.fromEntries(mended) };
}

import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../docs/process.md', import.meta.url), 'utf8');

/** The part of docs/process.md below a heading, up to the next one of its rank or above. */
export function sectionOf(heading: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line === heading);
  if (from < 0) throw new Error(`docs/process.md has no heading “${heading}”`);
  const rank = heading.indexOf(' ');
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => /^#+ /u.test(line) && line.indexOf(' ') <= rank);
  return rest.slice(0, to < 0 ? undefined : to).join('\n');
}

/** The rows of the tables in a part of the document, each by the names of its columns. */
export function rowsIn(part: string): ReadonlyMap<string, string>[] {
  const rows: ReadonlyMap<string, string>[] = [];
  let columns: readonly string[] | null = null;
  for (const line of part.split('\n')) {
    if (!line.startsWith('|')) columns = null;
    else if (columns === null) columns = cellsOf(line);
    else if (!/^[|\s-]+$/u.test(line)) rows.push(rowOf(columns, cellsOf(line)));
  }
  return rows;
}

function rowOf(columns: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> {
  return new Map(columns.map((column, index) => [column, cells[index] ?? '']));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The numbered cases of docs/process.md §10, by number, each with its question. */
export function edgeCases(): ReadonlyMap<number, string> {
  const cases = [...sectionOf('# §10. Edge cases').matchAll(/^(\d+)\. \*\*(.+?)\*\*/gmu)];
  return new Map(cases.map(([, number, question]) => [Number(number), question ?? '']));
}

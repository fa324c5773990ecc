import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TRANSITIONS } from '../src/core/round-states.ts';

const PROCESS = fileURLToPath(new URL('process.md', import.meta.url));
const BEGIN = '<!-- states:begin -->';
const END = '<!-- states:end -->';

/** The states of a round as a diagram, from the rules: for docs/process.md §2.1. */
export function statesDiagram(): string {
  const lines = TRANSITIONS.flatMap(({ from, to, when }) =>
    to.map((state) => `    ${from} --> ${state}: ${when}`),
  );
  return [
    '```mermaid',
    'stateDiagram-v2',
    '    [*] --> questions: proposed, with questions first or to be opened',
    '    [*] --> consent_open: proposed',
    ...lines,
    '```',
  ].join('\n');
}

/** The document with the diagram between its two marks. Throws where they are missing. */
export function withDiagram(document: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/process.md has no place for the diagram');
  const before = document.slice(0, from + BEGIN.length);
  return `${before}\n\n${statesDiagram()}\n\n${document.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PROCESS, withDiagram(readFileSync(PROCESS, 'utf8')));
}

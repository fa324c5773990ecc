import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The folders of the program, innermost first: a file belongs to the first that holds it. */
const LAYERS = {
  core: 'src/core/',
  words: 'src/words/',
  shell: 'src/shell/',
  blocks: 'src/slack/blocks/',
  slack: 'src/slack/',
  pretend: 'src/sandbox/slack/',
  sandbox: 'src/sandbox/',
  wiring: 'src/',
  db: 'db/',
} as const;
type Layer = keyof typeof LAYERS;

/** What each layer may import beside itself: other layers, or single files. */
const MAY_IMPORT = {
  core: [],
  words: ['core'],
  shell: ['core', 'words', 'src/log.ts'],
  blocks: ['core', 'words', 'src/slack/ids.ts'],
  slack: ['core', 'words', 'shell', 'blocks', 'src/log.ts', 'src/config.ts', 'src/start-error.ts'],
  pretend: [],
  sandbox: ['core', 'words', 'shell', 'slack', 'blocks', 'pretend', 'wiring', 'db'],
  wiring: ['core', 'words', 'shell', 'slack', 'sandbox', 'db'],
  db: ['core', 'shell', 'src/log.ts'],
} as const satisfies Record<Layer, readonly string[]>;

/** Packages that only one layer may know, so that another one can take its place there. */
const KNOWN_TO = [
  { packages: /^(drizzle-orm|better-sqlite3|pg)(\/|$)/u, layer: 'db' },
  { packages: /^@slack\/(bolt|web-api|oauth|socket-mode)(\/|$)/u, layer: 'slack' },
] as const;

/** Where the store is opened; nothing else knows that there is a database. */
const OPENS_STORE = ['src/program.ts', 'src/sandbox/main.ts'];

type Source = {
  readonly path: string;
  readonly text: string;
  readonly layer: Layer;
  readonly imports: readonly string[];
};

const sources: readonly Source[] = globSync(['src/**/*.ts', 'db/**/*.ts'], { cwd: ROOT })
  .map((path) => ({ path, text: read(path), layer: layerOf(path) }))
  .map((source) => ({ ...source, imports: importsOf(source.path, source.text) }));
const coreSources = sources.filter(({ layer }) => layer === 'core');

function layerOf(path: string): Layer {
  for (const layer of ['core', 'words', 'shell', 'blocks', 'slack', 'pretend'] as const) {
    if (path.startsWith(LAYERS[layer])) return layer;
  }
  if (path.startsWith(LAYERS.sandbox)) return 'sandbox';
  return path.startsWith(LAYERS.wiring) ? 'wiring' : 'db';
}

/** What a file imports: a path from the root for our own files, a package's name otherwise. */
function importsOf(path: string, text: string): string[] {
  const from = /^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gmu;
  return [...text.matchAll(from)].map(([, one, two, three]) => {
    const target = one ?? two ?? three ?? '';
    return target.startsWith('.') ? normalize(join(dirname(path), target)) : target;
  });
}

const isOurs = (target: string) => /^(src|db|test)\//u.test(target);

describe('layers', () => {
  test.each(Object.keys(LAYERS))('%s has files to look at', (layer) => {
    expect(sources.filter((source) => source.layer === layer).length).toBeGreaterThan(0);
  });

  test('each imports only what it may', () => {
    const wrong = sources.flatMap(({ path, layer, imports }) => {
      const allowed: readonly string[] = MAY_IMPORT[layer];
      return imports
        .filter(isOurs)
        .filter((target) => layerOf(target) !== layer || target.startsWith('test/'))
        .filter((target) => !allowed.includes(layerOf(target)) && !allowed.includes(target))
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('nobody imports the database but who opens the store', () => {
    const wrong = sources
      .filter(({ layer, path }) => layer !== 'db' && !OPENS_STORE.includes(path))
      .filter(({ imports }) => imports.some((target) => target.startsWith('db/')));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('nothing imports main', () => {
    const wrong = sources.filter(({ imports }) => imports.includes('src/main.ts'));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test.each(KNOWN_TO)('only $layer knows $packages', ({ packages, layer }) => {
    const knowing = sources.filter(({ imports }) => imports.some((one) => packages.test(one)));
    expect(knowing.length).toBeGreaterThan(0);
    expect(knowing.filter((source) => source.layer !== layer).map(({ path }) => path)).toEqual([]);
  });
});

describe('the core', () => {
  // Dates and word-level differences are pure, and better done by libraries than by us.
  test('imports no package but date-fns and diff', () => {
    const packages = coreSources.flatMap(({ imports }) => imports.filter((one) => !isOurs(one)));
    expect(packages.filter((one) => !/^(@date-fns\/tz|date-fns|diff)(\/|$)/u.test(one))).toEqual(
      [],
    );
    expect(packages.length).toBeGreaterThan(0);
  });

  test('reads no clock, no randomness and nothing of the machine', () => {
    const impure =
      /new Date\(\)|Date\.now|Math\.random|crypto|performance\.|process\.|set(Timeout|Interval)/u;
    expect(impure.test('const now = new Date();')).toBe(true);
    const wrong = coreSources.filter(({ text }) =>
      impure.test(text.replaceAll(/process\.md/gu, '')),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('says of everything that it exports what it is', () => {
    const wrong = coreSources.flatMap(({ path, text }) =>
      exportsOf(text)
        .filter(({ docstring }) => docstring === '')
        .map(({ name }) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('says of every rule where the process asks for it', () => {
    const rules = coreSources
      .filter(({ path }) => !ABOUT_TEXT.includes(basename(path)))
      .flatMap(({ path, text }) =>
        exportsOf(text)
          .filter(({ name, isFunction }) => isFunction && IS_RULE.test(name))
          .map((rule) => ({ ...rule, path, cited: /docs\/process\.md §/u.test(text) })),
      );
    expect(rules.length).toBeGreaterThan(25);
    const wrong = rules.filter(({ cited, docstring }) => !cited && !docstring.includes('§'));
    expect(wrong.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
    const deciding = rules.filter(({ name }) => /^(decide|whyNot)/u.test(name));
    expect(deciding.filter(({ docstring }) => !docstring.includes('§'))).toEqual([]);
  });
});

/** How formatted text is kept is no rule of the process. */
const ABOUT_TEXT = ['document.ts', 'document-of-text.ts', 'shortened-document.ts', 'text.ts'];
const IS_RULE = /^(decide|whyNot|check|may)|Of$|At$/u;

/** What a file exports, each with its docstring; empty where it has none. */
function exportsOf(text: string) {
  const exported =
    /(?<docstring>\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^export (?<keyword>async function|function|type|const|class|interface) (?<name>\w+)(?<rest>[^\n]*)/gmu;
  return [...text.matchAll(exported)].map(({ groups }) => ({
    name: groups?.name ?? '',
    docstring: groups?.docstring ?? '',
    isFunction: /function/u.test(groups?.keyword ?? '') || /=> |=>$/u.test(groups?.rest ?? ''),
  }));
}

describe('docs/process.md', () => {
  const manual = read('docs/process.md');
  const headings = new Set(
    [...manual.matchAll(/^#+ §(D?\d*(?:\.\d+)?)\b/gmu)].map(([, section]) => section),
  );
  const itemsOf = (section: string) => {
    const [, after = ''] = manual.split(new RegExp(`^# §${section}\\. `, 'mu'));
    const [body = ''] = after.split(/^# /mu);
    return new Set([...body.matchAll(/^(\d+)\. /gmu)].map(([, number]) => number));
  };
  const numbered = { '0': itemsOf('0'), '10': itemsOf('10') };

  test('has its sections, invariants and edge cases', () => {
    expect([...headings]).toEqual(expect.arrayContaining(['D', 'D15', '0', '2.4', '10', '11']));
    expect(numbered['0'].size).toBe(10);
    expect(numbered['10'].size).toBeGreaterThan(20);
  });

  test('has every section that the code cites', () => {
    const cited = citations(/§(D?\d+(?:\.\d+)?)/gu);
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter(({ value }) => !headings.has(value))).toEqual([]);
  });

  test('has every invariant and edge case that the code cites', () => {
    const cases = citations(/§10,? (?:cases?|nos?\.) ((?:\d+(?:, | and )?)+)/gu);
    const invariants = citations(/§0,? invariants? ((?:\d+(?:, | and )?)+)/gu);
    expect(cases.length).toBeGreaterThan(5);
    expect(invariants.length).toBeGreaterThan(2);
    expect(cases.filter(({ value }) => !hasAll(numbered['10'], value))).toEqual([]);
    expect(invariants.filter(({ value }) => !hasAll(numbered['0'], value))).toEqual([]);
  });

  function hasAll(known: ReadonlySet<string | undefined>, list: string): boolean {
    return [...list.matchAll(/\d+/gu)].every(([number]) => known.has(number));
  }

  function citations(pattern: RegExp) {
    return sources.flatMap(({ path, text }) =>
      [...text.matchAll(pattern)].map(([, value = '']) => ({ path, value })),
    );
  }
});

describe('files', () => {
  test('stay small enough to read at a sitting', () => {
    const wrong = sources.flatMap(({ path, layer, text }) => {
      const most = layer === 'core' || layer === 'slack' || layer === 'blocks' ? 200 : 300;
      const lines = text.trimEnd().split('\n').length;
      return lines > most ? [`${path}: ${lines} lines, at most ${most}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('are named for what is in them', () => {
    const drawer = /(^|-)(utils?|helpers?|common|types?|managers?|misc)\.ts$/u;
    expect(drawer.test('string-utils.ts')).toBe(true);
    expect(sources.filter(({ path }) => drawer.test(basename(path)))).toEqual([]);
  });

  test('export by name: a thing has one name everywhere', () => {
    const toolsAsk = /^db\/drizzle\.\w+\.ts$/u;
    const wrong = sources
      .filter(({ path }) => !toolsAsk.test(path))
      .filter(({ text }) => /^export default\b/mu.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

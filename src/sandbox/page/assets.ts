import { readdirSync, readFileSync } from 'node:fs';

/** A file of the page, as it is sent to the browser. */
export type Asset = { readonly type: string; readonly body: string };

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Every file of the page by name, read once. Nothing is built: they are sent as they are. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const folder = new URL('./assets/', import.meta.url);
  return new Map(
    readdirSync(folder).map((name) => {
      const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8';
      return [name, { type, body: readFileSync(new URL(name, folder), 'utf8') }];
    }),
  );
}

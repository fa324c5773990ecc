import { expect, test } from 'vitest';
import { mainOptions } from '../../src/sandbox/main-options.ts';

test('without anything, the page is on 4600 and nothing is kept', () => {
  expect(mainOptions([])).toEqual({
    options: { port: 4600, opensBrowser: false, keep: undefined },
  });
});

test('everything can be asked for', () => {
  expect(mainOptions(['--port', '0', '--open', '--keep', 'mine.db'])).toEqual({
    options: { port: 0, opensBrowser: true, keep: 'mine.db' },
  });
  expect(mainOptions(['--keep'])).toMatchObject({ options: { keep: 'data/sandbox.db' } });
});

test.each([
  ['--port', 'x'],
  ['--port', '70000'],
  ['--prot', '1'],
  ['mine.db'],
  ['--keep', 'a', 'b'],
])('%s %s is a mistake, answered with the right form', (...given) => {
  expect(mainOptions(given)).toEqual({
    help: expect.stringContaining('npm run sandbox -- [--port 4600]'),
    isMistake: true,
  });
});

test('--help is no mistake', () => {
  expect(mainOptions(['--help'])).toMatchObject({ isMistake: false });
});

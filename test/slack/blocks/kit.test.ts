import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as elements from '../../../src/slack/blocks/elements.ts';
import {
  input,
  numberInput,
  plainTextInput,
  richTextInput,
} from '../../../src/slack/blocks/input.ts';
import * as kit from '../../../src/slack/blocks/kit.ts';
import { message } from '../../../src/slack/blocks/message.ts';
import { home, modal } from '../../../src/slack/blocks/view.ts';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import type { Saying } from '../../../src/words/message.ts';
import { member, verbatim } from '../../../src/words/terms.ts';
import { sayingOfLines } from '../../../src/words/user-text.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { problemsOfBlocks, problemsOfMessage, problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor('en');
const hello = verbatim('Hello');

function optionsOf(saying: Saying, count: number) {
  const option = elements.option({ value: 'x', label: saying, description: saying });
  return kit.someOf(Array.from({ length: count }, () => option)) ?? [option];
}

function pressables(saying: Saying) {
  const confirm = { title: saying, text: saying, confirm: saying, deny: saying };
  const button = { actionId: 'a', value: '1', label: saying, spokenLabel: saying, confirm };
  return [
    elements.button(button),
    elements.linkButton({ actionId: 'b', label: saying, url: 'https://a.example' }),
    elements.overflow('c', optionsOf(saying, 7)),
    elements.named('d', elements.staticSelect({ options: optionsOf(saying, 120) })),
    elements.named('e', elements.radioButtons({ options: optionsOf(saying, 12), initial: 'x' })),
    elements.named('f', elements.checkboxes({ options: optionsOf(saying, 12), initial: ['x'] })),
    elements.named('g', elements.usersSelect({ placeholder: saying })),
    elements.named('h', elements.multiUsersSelect({ placeholder: saying, initial: ['U1'] })),
    elements.named('i', elements.datepicker('2026-09-05')),
    elements.named('j', elements.datetimepicker(Date.UTC(2026, 8, 5))),
  ] as const;
}

function everyBlock(saying: Saying) {
  const some = kit.someOf(Array.from({ length: 12 }, () => saying)) ?? [saying];
  return [
    kit.header(saying),
    kit.section(saying),
    ...kit.sections(saying),
    kit.sectionWith(saying, pressables(saying)[0]),
    ...kit.fields(some),
    kit.context(some),
    kit.divider(),
    kit.actions(pressables(saying), 'row'),
  ];
}

function everyField(saying: Saying, typed: string) {
  const parts = { label: saying, hint: saying };
  const options = optionsOf(saying, 120);
  return [
    input({
      ...parts,
      field: 'a',
      element: plainTextInput({ initial: typed, placeholder: saying }),
    }),
    input({ ...parts, field: 'b', element: richTextInput({ initial: documentOfText(typed) }) }),
    input({
      ...parts,
      field: 'c',
      element: elements.staticSelect({ options, placeholder: saying }),
    }),
    input({ ...parts, field: 'd', element: elements.radioButtons({ options }), optional: true }),
    input({ ...parts, field: 'e', element: elements.checkboxes({ options }) }),
    input({ ...parts, field: 'f', element: elements.multiUsersSelect(), dispatch: true }),
    input({ ...parts, field: 'g', element: elements.usersSelect({ initial: 'U1' }) }),
    input({ ...parts, field: 'h', element: elements.datepicker() }),
    input({ ...parts, field: 'i', element: elements.datetimepicker() }),
    input({ ...parts, field: 'j', element: numberInput({ initial: 3, min: 1, max: 30 }) }),
  ];
}

describe('whatever people typed', () => {
  test('every block meets Slack’s limits', () => {
    fc.assert(
      fc.property(extremeText, (typed) => {
        const said = [
          verbatim(typed),
          sayingOfLines(typed),
          words.everyday.quoted({ said: typed }),
        ];
        for (const saying of said) expect(problemsOfBlocks(everyBlock(saying))).toEqual([]);
      }),
    );
  });

  test('a message of all blocks is one that Slack takes', () => {
    fc.assert(
      fc.property(extremeText, (typed) => {
        const saying = sayingOfLines(typed);
        const content = message({ text: saying, blocks: everyBlock(saying) });
        expect(problemsOfMessage(content)).toEqual([]);
      }),
    );
  });

  test('a modal and a Home of all blocks and fields are views that Slack takes', () => {
    fc.assert(
      fc.property(extremeText, (typed) => {
        const saying = sayingOfLines(typed);
        const blocks = [...everyBlock(saying), ...everyField(saying, typed)];
        const frame = { callbackId: 'x', title: saying, close: saying, submit: saying };
        expect(problemsOfView(modal({ ...frame, blocks }))).toEqual([]);
        expect(problemsOfView(home(everyBlock(saying)))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('a field gives people’s own words back to them as they typed them', () => {
    const typed = 'R&D <b> `x`\n> y';
    expect(plainTextInput({ initial: typed }).initial_value).toBe(typed);
    expect(plainTextInput({ initial: '😀'.repeat(30), max: 11 }).initial_value).toBe(
      '😀'.repeat(5),
    );
  });
});

describe('texts', () => {
  test('are verbatim mrkdwn, or plain without emoji codes', () => {
    expect(kit.section(verbatim('@here :tada: R&D')).text).toEqual({
      type: 'mrkdwn',
      text: '@here :tada: R&amp;D',
      verbatim: true,
    });
    expect(kit.header(verbatim('R&D')).text).toEqual({
      type: 'plain_text',
      text: 'R&D',
      emoji: false,
    });
  });

  test('are never empty', () => {
    expect(kit.section(verbatim(' ')).text?.text).toBe('—');
    expect(kit.header(verbatim('')).text.text).toBe('—');
  });

  test('of any length become several sections', () => {
    const long = sayingOfLines('bread & butter '.repeat(800));
    const parts = kit.sections(long);
    expect(parts.length).toBeGreaterThanOrEqual(5);
    expect(parts.map((part) => part.text?.text).join(' ')).toBe(long.mrkdwn);
  });
});

describe('rows', () => {
  test('of eleven fields become two sections, of none none', () => {
    expect(
      kit.fields(Array.from({ length: 11 }, () => hello)).map((each) => each.fields?.length),
    ).toEqual([10, 1]);
    expect(kit.fields([])).toEqual([]);
  });

  test('of twelve small texts keep all of them in ten elements', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => verbatim(`n${index + 1}`));
    const row = kit.context(kit.someOf(twelve) ?? [hello]);
    expect(row.elements).toHaveLength(10);
    expect(row.elements.at(-1)).toMatchObject({ text: 'n10 · n11 · n12' });
  });

  test('of nothing cannot be made', () => {
    expect(kit.someOf([])).toBeNull();
    const neverCalled = () => {
      // @ts-expect-error Slack refuses a row of nothing
      kit.actions([]);
      // @ts-expect-error and small print of nothing
      kit.context([]);
    };
    expect(neverCalled).toBeTypeOf('function');
  });
});

describe('choices', () => {
  const options = optionsOf(hello, 2);

  test('begin with the one that is wanted, and with none where it is not there', () => {
    expect(elements.radioButtons({ options, initial: 'x' }).initial_option?.value).toBe('x');
    expect(elements.radioButtons({ options, initial: 'y' })).not.toHaveProperty('initial_option');
    expect(elements.checkboxes({ options, initial: [] })).not.toHaveProperty('initial_options');
    expect(elements.staticSelect({ options, initial: 'x' }).initial_option?.value).toBe('x');
  });
});

describe('a field', () => {
  test('is found by its name, and forgets what was typed under another block id', () => {
    const field = input({
      field: 'reason',
      blockId: 'reason:2',
      label: hello,
      element: plainTextInput(),
    });
    expect(field).toMatchObject({ block_id: 'reason:2', element: { action_id: 'reason' } });
    expect(input({ field: 'reason', label: hello, element: plainTextInput() }).block_id).toBe(
      'reason',
    );
  });

  test('tells of each change only where it is asked to', () => {
    const parts = { field: 'on', label: hello, element: elements.datepicker() };
    expect(input({ ...parts, dispatch: true }).dispatch_action).toBe(true);
    expect(input(parts)).not.toHaveProperty('dispatch_action');
  });
});

describe('a bug of ours is thrown', () => {
  test.each([
    [
      'an action id too long',
      () => elements.button({ actionId: 'a'.repeat(256), label: hello, value: '1' }),
    ],
    ['an action id of nothing', () => elements.button({ actionId: '', label: hello, value: '1' })],
    [
      'a value too long',
      () => elements.button({ actionId: 'a', label: hello, value: 'x'.repeat(2001) }),
    ],
    ['an option value too long', () => elements.option({ label: hello, value: 'x'.repeat(76) })],
    [
      'an address too long',
      () => elements.linkButton({ actionId: 'a', label: hello, url: 'x'.repeat(3001) }),
    ],
    [
      'a block id too long',
      () =>
        input({ field: 'a', blockId: 'x'.repeat(256), label: hello, element: plainTextInput() }),
    ],
    [
      'a callback id too long',
      () => modal({ callbackId: 'x'.repeat(256), title: hello, close: hello, blocks: [] }),
    ],
  ])('%s', (_, build) => {
    expect(build).toThrow(RangeError);
  });

  test('a form that cannot be sent', () => {
    const blocks = [input({ field: 'a', label: hello, element: plainTextInput() })];
    expect(() => modal({ callbackId: 'a', title: hello, close: hello, blocks })).toThrow(TypeError);
  });
});

test('strings and colours do not compile', () => {
  const neverCalled = () => {
    // @ts-expect-error a string is neither escaped nor translated
    kit.section('Hello');
    // @ts-expect-error nor is this
    kit.header(`Decided: ${member('U1').mrkdwn}`);
    // @ts-expect-error all buttons look alike
    elements.button({ actionId: 'a', value: '1', label: hello, style: 'primary' });
    // @ts-expect-error only sealed metadata can be read again
    modal({ callbackId: 'a', title: hello, close: hello, blocks: [], metadata: '{}' });
  };
  expect(neverCalled).toBeTypeOf('function');
});

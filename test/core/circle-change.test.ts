import { describe, expect, test } from 'vitest';
import { decideCircle, mayKeepCircle } from '../../src/core/circle-change.ts';
import { CIRCLE_AIM_MAX, CIRCLE_NAME_MAX, WINDOW_DAYS } from '../../src/core/circle-form.ts';
import type { CircleForm } from '../../src/core/circle-form.ts';
import { isSecretary, type CircleSettings } from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakeryCreated,
  bakeryRoster,
  bakerySettings,
  ben,
  cai,
  closesAccount,
  comesBack,
  dee,
  eli,
  fay,
  founded,
  goesOnLeave,
  gus,
  leavesCircle,
  olu,
  tuesday,
} from '../support/bakery.ts';
import { givenCircle } from '../support/given.ts';

const at = tuesday;
const form: CircleForm = {
  settings: bakerySettings,
  roster: bakeryRoster,
  facilitators: [ana, cai],
};
const { id, teamId, channelId } = bakery;
const create = (changes: Partial<CircleForm> = {}) =>
  ({
    ...({
      type: 'create_circle',
      id,
      teamId,
      channelId,
    } as const),
    at: founded,
    by: ana,
    form: {
      ...form,
      ...changes,
    },
  }) as const;
const change = (changes: Partial<CircleForm>, by = ana) =>
  ({ type: 'change_circle', form: { ...form, ...changes }, at, by }) as const;
const settings = (changes: Partial<CircleSettings>) => ({
  settings: { ...bakerySettings, ...changes },
});
const changeLeave = (
  by = eli,
  member = eli,
  fromOn = '2026-06-08',
  untilOn: string | null = null,
) => ({ type: 'change_leave', member, leave: { fromOn, untilOn }, at, by }) as const;
const account = (closed: boolean, member = eli) =>
  ({ type: 'account_changed', member, closed, at, by: member }) as const;
const untilFurther = { fromOn: '2026-06-01', untilOn: null };
const nobodyFacilitates = bakeryAfter(
  goesOnLeave(ana, untilFurther),
  goesOnLeave(cai, untilFurther),
);

describe('setting up a circle', () => {
  test('anybody may, and belongs to it only as the form says', () => {
    givenCircle(null).when(create()).happens(bakeryCreated);
    givenCircle(null)
      .when({ ...create(), by: olu })
      .happens({ type: 'circle_created', by: olu, roster: bakeryRoster });
  });

  test('nothing else can be done before that', () => {
    expect(() => decideCircle(null, change({}))).toThrow('no circle to change_circle');
  });
});

describe('a form that is not complete', () => {
  const one = [{ id: ana, status: 'full' } as const];

  test.each([
    ['no name', settings({ name: ' ' }), 'circle_name_missing'],
    [
      'too long a name',
      settings({ name: 'x'.repeat(CIRCLE_NAME_MAX + 1) }),
      'circle_name_too_long',
    ],
    ['no aim', settings({ aim: '' }), 'circle_aim_missing'],
    ['too long an aim', settings({ aim: 'x'.repeat(CIRCLE_AIM_MAX + 1) }), 'circle_aim_too_long'],
    ['one decider', { roster: one, facilitators: [ana] }, 'too_few_deciders'],
    [
      'one decider named twice',
      { roster: [...one, ...one], facilitators: [ana] },
      'too_few_deciders',
    ],
    ['no facilitator', { facilitators: [] }, 'facilitator_missing'],
    ['a facilitator who does not decide', { facilitators: [ana, fay] }, 'facilitator_not_decider'],
    ['a facilitator from outside', { facilitators: [olu] }, 'facilitator_not_decider'],
    ['a secretary who does not decide', { secretaries: [ana, fay] }, 'secretary_not_decider'],
    ['a stand-in from outside', settings({ standIn: olu }), 'stand_in_not_decider'],
    [
      'an unknown time zone',
      settings({ calendar: { ...bakerySettings.calendar, timeZone: 'Moon' } }),
      'time_zone_unknown',
    ],
    ['too short a window', settings({ windowDays: WINDOW_DAYS.least - 1 }), 'window_out_of_range'],
    ['too long a window', settings({ windowDays: WINDOW_DAYS.most + 1 }), 'window_out_of_range'],
    ['half a day', settings({ windowDays: 7.5 }), 'window_out_of_range'],
  ] as const)('with %s is refused, at setting up and later', (_, changes, code) => {
    givenCircle(null).when(create(changes)).refused(code);
    givenCircle(bakery).when(change(changes)).refused(code);
  });

  test('is not what one with everything at its limit is', () => {
    const full = settings({
      name: 'x'.repeat(CIRCLE_NAME_MAX),
      aim: 'x'.repeat(CIRCLE_AIM_MAX),
      windowDays: WINDOW_DAYS.most,
    });
    givenCircle(null).when(create(full)).happens({ type: 'circle_created' });
  });
});

describe('secretaries and who stands in', () => {
  test('are kept with the circle, and may be none', () => {
    givenCircle(bakery)
      .when(change({ secretaries: [dee, eli] }))
      .happens({ type: 'secretaries_changed', secretaries: [dee, eli], at, by: ana });
    const named = bakeryAfter({ type: 'secretaries_changed', secretaries: [dee], at, by: ana });
    givenCircle(named)
      .when(change({ secretaries: [] }))
      .happens({ type: 'secretaries_changed', secretaries: [] });
    givenCircle(bakery)
      .when(change(settings({ standIn: eli })))
      .happens({ type: 'settings_changed', changes: { standIn: eli } });
  });

  test('stay as they are where a form does not ask for them', () => {
    const named = bakeryAfter({ type: 'secretaries_changed', secretaries: [dee], at, by: ana });
    givenCircle(named).when(change({})).happens();
  });

  test('a circle of the first release has no secretaries, and replays as before', () => {
    expect(bakeryCreated).not.toHaveProperty('secretaries');
    expect(bakery.secretaries).toEqual([]);
    const { events } = givenCircle(null).when(create({ secretaries: [dee] }));
    expect(givenCircle(null, ...events).circle?.secretaries).toEqual([dee]);
  });

  test('secretaries keep the form, and lose that with the right to decide', () => {
    const named = bakeryAfter({ type: 'secretaries_changed', secretaries: [dee], at, by: ana });
    expect(mayKeepCircle(named, dee, at)).toBe(true);
    expect(mayKeepCircle(named, eli, at)).toBe(false);
    const left = evolveCircle(named, leavesCircle(dee, at));
    expect(isSecretary(left, dee)).toBe(false);
    expect(mayKeepCircle(left, dee, at)).toBe(false);
  });
});

describe('changing a circle', () => {
  test('records only what changed, with who and when', () => {
    givenCircle(bakery)
      .when(change(settings({ windowDays: 5, closing: 'automatic' })))
      .happens({
        type: 'settings_changed',
        at,
        by: ana,
        changes: {
          windowDays: 5,
          closing: 'automatic',
        },
      });
  });

  test('records who joined, who changed and who left', () => {
    const roster = [
      ...bakeryRoster.filter((entry) => entry.id !== eli && entry.id !== fay),
      { id: fay, status: 'full' } as const,
      { id: olu, status: 'guest' } as const,
    ];
    const changed = givenCircle(bakery).when(change({ roster }));
    changed.happens({
      type: 'roster_changed',
      at,
      by: ana,
      left: [eli],
      joined: [
        {
          id: olu,
          status: 'guest',
        },
      ],
      changed: [
        {
          id: fay,
          status: 'full',
        },
      ],
    });
  });

  test('records new facilitators', () => {
    givenCircle(bakery)
      .when(change({ facilitators: [dee] }))
      .happens({ type: 'facilitators_changed', facilitators: [dee], at, by: ana });
  });

  test('that changes nothing is nothing', () => {
    givenCircle(bakery)
      .when(change({ facilitators: [cai, ana] }))
      .happens();
  });

  test.each([
    ['a member who does not facilitate', ben],
    ['a learning member', fay],
    ['a guest', gus],
    ['somebody from outside, administrator or not', olu],
  ])('%s may not, and hears whom to ask (§D11)', (_, by) => {
    givenCircle(bakery)
      .when(change(settings({ windowDays: 5 }), by))
      .refused('not_circle_keeper', { facilitators: [ana, cai] });
  });

  test('a facilitator may, on leave or not', () => {
    const circle = bakeryAfter(goesOnLeave(cai, untilFurther));
    expect(mayKeepCircle(circle, cai, at)).toBe(true);
    expect(mayKeepCircle(circle, ana, at)).toBe(true);
    expect(mayKeepCircle(circle, ben, at)).toBe(false);
  });

  test('while no facilitator is here any deciding member may, and it is kept with their name', () => {
    givenCircle(nobodyFacilitates)
      .when(change({ facilitators: [ben] }, ben))
      .happens({ type: 'facilitators_changed', facilitators: [ben], by: ben });
    expect(mayKeepCircle(nobodyFacilitates, fay, at)).toBe(false);
    expect(mayKeepCircle(nobodyFacilitates, olu, at)).toBe(false);
  });
});

describe('leave', () => {
  test('anyone in the circle sets their own, and ends it', () => {
    for (const by of [eli, fay, gus]) {
      givenCircle(bakery)
        .when(changeLeave(by, by, '2026-06-08', '2026-06-12'))
        .happens({
          type: 'leave_changed',
          member: by,
          by,
          at,
          leave: {
            fromOn: '2026-06-08',
            untilOn: '2026-06-12',
          },
        });
    }
    givenCircle(bakery, goesOnLeave(eli, untilFurther))
      .when({ type: 'change_leave', member: eli, leave: null, at, by: eli })
      .happens({ type: 'leave_changed', leave: null });
  });

  test('facilitators set it for others, other members do not', () => {
    givenCircle(bakery).when(changeLeave(ana)).happens({ type: 'leave_changed', by: ana });
    givenCircle(bakery)
      .when(changeLeave(ben))
      .refused('leave_of_another', { facilitators: [ana, cai] });
  });

  test('is for people in the circle', () => {
    givenCircle(bakery).when(changeLeave(olu, olu)).refused('not_in_circle');
    givenCircle(bakery).when(changeLeave(ana, olu)).refused('not_in_circle');
  });

  test.each([
    ['ends before it begins', '2026-06-12', '2026-06-08'],
    ['is over', '2026-05-01', '2026-06-01'],
  ])('that %s is refused', (_, fromOn, untilOn) => {
    givenCircle(bakery)
      .when(changeLeave(eli, eli, fromOn, untilOn))
      .refused('leave_backwards', { field: 'until_on' });
  });

  test('of one day, and one that ends today, is possible', () => {
    givenCircle(bakery)
      .when(changeLeave(eli, eli, '2026-06-08', '2026-06-08'))
      .happens({ type: 'leave_changed' });
    givenCircle(bakery)
      .when(changeLeave(eli, eli, '2026-05-30', '2026-06-02'))
      .happens({ type: 'leave_changed' });
  });

  test('set twice is set once', () => {
    const leave = goesOnLeave(eli, { fromOn: '2026-06-08', untilOn: null });
    givenCircle(bakery, leave).when(changeLeave()).happens();
    givenCircle(bakery, leave, comesBack(eli, at))
      .when({ type: 'change_leave', member: eli, leave: null, at, by: eli })
      .happens();
  });
});

describe('accounts', () => {
  test('a closed one is recorded once, and by nobody', () => {
    givenCircle(bakery)
      .when(account(true))
      .happens({ type: 'account_closed', member: eli, at, by: null });
    givenCircle(bakery, closesAccount(eli, founded)).when(account(true)).happens();
  });

  test('one that opens again is recorded once', () => {
    givenCircle(bakery, closesAccount(eli, founded))
      .when(account(false))
      .happens({ type: 'account_reopened', member: eli });
    givenCircle(bakery).when(account(false)).happens();
  });

  test('of somebody outside the circle is no matter of the circle', () => {
    givenCircle(bakery).when(account(true, olu)).happens();
  });
});

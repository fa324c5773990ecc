import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftId, roundId } from '../../../src/core/ids.ts';
import { replayRound } from '../../../src/core/round-history.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/check.ts';
import { homeView, type HomeContent } from '../../../src/slack/blocks/home-view.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { openObjections } from '../../../src/core/standing.ts';
import { bakery, bakeryTime, ben, consents, dee, objects } from '../../support/bakery.ts';
import { sundayOpened, sundayOpening, tuesday } from '../../support/bakery.ts';
import { extremeTexts, objectedRound } from '../../support/extreme-round.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfView } from '../../support/slack-limits.ts';
import { asking, published } from '../../support/versions.ts';
import { emptyDraft } from '../../support/empty-draft.ts';

const words = wordsFor(undefined);
const sunday = { round: sundayOpening, circle: bakery, now: tuesday };
const due = {
  number: 12,
  roundId: 'round-oven',
  title: 'A second oven',
  owner: 'U0DEE',
  reviewOn: '2026-06-20',
  zone: 'Europe/Berlin',
};
const nothing: HomeContent = {
  waiting: [],
  mistakes: [],
  facilitating: [],
  own: [],
  objections: [],
  drafts: [],
  closingToday: [],
  by: dee,
  circles: [{ circle: bakery, openRounds: 2 }],
  decisionsDue: [],
  now: tuesday,
  words,
};

/** A draft of Dee's, or of Ben's, who invited her. */
function draftNamed(title: string, index = 0, author = dee) {
  const text = { ...emptyDraft, title, document: documentOfText(title) };
  const draft = {
    id: draftId(`d_${index}`),
    teamId: bakery.teamId,
    circleId: bakery.id,
    author,
    drafters: [dee],
    revision: 1,
    savedAt: tuesday,
    savedBy: author,
    text,
  };
  return { draft, circle: bakery };
}

const voidWish = { by: ben, at: tuesday, reason: 'It is there twice' };

const objected = (rounds: readonly HomeContent['waiting'][number][]) =>
  rounds.flatMap((seen) => openObjections(seen.round).map((objection) => ({ ...seen, objection })));

function homeOf(content: Partial<HomeContent>) {
  const view = homeView({ ...nothing, ...content });
  expect(problemsOfView(view)).toEqual([]);
  expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  return { shown: shownIn(view.blocks), actions: actionsIn(view.blocks) };
}

describe('a Home', () => {
  test('lets every waiting round be answered there', () => {
    const other = { ...sunday, round: { ...sundayOpening, id: roundId('r_2'), number: 32 } };
    const { shown, actions } = homeOf({ waiting: [sunday, other] });
    const answers = [actionIds.consent, actionIds.object, actionIds.moreTime, actionIds.readAll];
    expect(actions).toEqual([...answers, ...answers]);
    expect(shown).toContain('Waiting for you');
    expect(shown).toContain('Why: People ask for fresh bread');
    expect(shown).toContain('P-32');
  });

  test('says of a new version what they answered to the one before, and shows the change', () => {
    const round = replayRound([sundayOpened, consents(dee), published(2)]);
    const { shown, actions } = homeOf({ waiting: [{ ...sunday, round }] });
    expect(shown).toContain('You had no objection to version 1. There is a new version since you');
    expect(shown).toContain('Please confirm your answer, or change it.');
    expect(actions.at(-1)).toBe(actionIds.compareVersions);
    expect(homeOf({ waiting: [{ ...sunday, round }], by: ben }).shown).not.toContain('You had');
  });

  test('has nothing to compare where the same text is asked about again', () => {
    const again = { asking: asking(tuesday), at: tuesday + 2, by: ben } as const;
    const raised = objects(ben);
    const { objectionId } = raised;
    const lapses = { type: 'objection_lapsed_to_note', objectionId, ...again, by: null } as const;
    const round = replayRound([sundayOpened, consents(dee), raised, lapses]);
    const { shown, actions } = homeOf({ waiting: [{ ...sunday, round }] });
    expect(shown).toContain('The text is the same. An objection became something to watch');
    expect(actions.at(-1)).toBe(actionIds.readAll);
  });

  test('asks whoever can agree that a round was a mistake, each button once', () => {
    const one = { ...sunday, round: { ...sundayOpening, voidWish } };
    const other = { ...one, round: { ...one.round, id: roundId('r_2'), number: 32 } };
    const { shown, actions } = homeOf({ mistakes: [one, other] });
    expect(shown).toContain('Waiting for you');
    expect(shown).not.toContain('Nothing waits');
    expect(shown).toContain('<@U0BEN> says that this was opened by mistake: It is there twice');
    expect(shown).toContain('You can agree, or say that it was no mistake.');
    const both = [actionIds.confirmVoid, actionIds.takeVoidBack];
    expect(actions).toEqual([...both, ...both.map((id) => `${id}#1`)]);
  });

  test('says what each round needs next to who facilitates', () => {
    const { shown, actions } = homeOf({ facilitating: [sunday] });
    expect(shown).toContain('You facilitate');
    expect(shown).toContain('Next: 5 people still to be heard.');
    expect(actions).toEqual([actionIds.resolve]);
  });

  test('shows people their own proposals and their circles', () => {
    const { shown } = homeOf({ own: [sunday] });
    expect(shown).toContain('Your proposals');
    expect(shown).toContain('*Bakery* in <#C0BAKERY> · 2 open rounds');
  });

  test('shows an open objection to its owner, who can say there how it stands', () => {
    const texts = { title: 'Sundays', need: 'Bread', proposal: 'Open', replaces: '', aim: 'Bread' };
    const said = { harm: 'Nobody rests', effect: 'We wear out', remedy: '', note: '' };
    const round = objectedRound({ ...texts, ...said });
    const { shown, actions } = homeOf({ objections: objected([{ ...sunday, round }]) });
    expect(shown).toContain('Your objections');
    expect(shown).toContain('You see a problem: Nobody rests');
    expect(actions).toEqual([
      actionIds.settleObjection,
      actionIds.keepObjection,
      actionIds.takeBackObjection,
      actionIds.rewordObjection,
    ]);
  });

  test('shows drafts: one’s own, and those of others by name', () => {
    const { shown, actions } = homeOf({
      drafts: [draftNamed('A third baker'), draftNamed('', 1, ben)],
    });
    expect(shown).toContain('*A third baker* · draft for Bakery');
    expect(shown).toContain('*No title yet* · draft of <@U0BEN>, who invited you');
    expect(actions).toEqual([actionIds.openDraft, actionIds.discardDraft, actionIds.openDraft]);
  });

  test('shows the newest drafts, and where all the others are', () => {
    const drafts = Array.from({ length: 6 }, (_, index) => draftNamed(`Draft ${index}`, index));
    expect(homeOf({ drafts }).actions.at(-1)).toBe(actionIds.listDrafts);
    expect(homeOf({ drafts, circles: [] }).shown).toContain('Your drafts');
  });

  test('shows what closes today to who has answered', () => {
    const { shown, actions } = homeOf({ closingToday: [sunday] });
    expect(shown).toContain('Closing today');
    expect(actions).toEqual([actionIds.readAll]);
  });

  test('brings decisions to mind whose day comes, or is over', () => {
    const { shown, actions } = homeOf({ decisionsDue: [due] });
    expect(shown).toContain('Look again soon');
    expect(shown).toContain('*D-12* A second oven · <@U0DEE> looks after it · Sat 20 June 2026');
    expect(shown).not.toContain('this day is over');
    expect(actions).toEqual([actionIds.openDecision]);
    const later = homeOf({ decisionsDue: [due], now: bakeryTime('2026-06-21 09:00') });
    expect(later.shown).toContain('this day is over');
  });

  test('is friendly where nothing waits', () => {
    expect(homeOf({}).shown).toContain('Nothing waits for you. 2 rounds are open');
    const none = homeOf({ circles: [{ circle: bakery, openRounds: 0 }] });
    expect(none.shown).toContain('No round is open in your circles.');
  });

  test('welcomes who is in no circle, and says how to begin', () => {
    const { shown } = homeOf({ circles: [] });
    expect(shown).toContain('Welcome.');
    expect(shown).toContain('type `/circle` in its channel');
  });
});

test('whatever people write, and however much there is, Slack takes the Home', () => {
  fc.assert(
    fc.property(extremeTexts, fc.integer({ min: 0, max: 80 }), (texts, count) => {
      const rounds = Array.from({ length: count }, (_, index) => ({
        ...sunday,
        round: { ...objectedRound(texts), id: roundId(`r_${index}`) },
      }));
      homeOf({
        waiting: rounds,
        mistakes: rounds.map(({ round, ...seen }) => ({ ...seen, round: { ...round, voidWish } })),
        facilitating: rounds,
        own: rounds,
        objections: objected(rounds),
        drafts: rounds.map((_, index) => draftNamed(texts.title, index)),
        closingToday: rounds,
        decisionsDue: rounds.map(() => ({ ...due, title: texts.title })),
        circles: Array.from({ length: count + 1 }, () => ({ circle: bakery, openRounds: 1 })),
      });
    }),
    { numRuns: 30 },
  );
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import type { Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { replayRound } from '../../../src/core/round-history.ts';
import { directMessage } from '../../../src/slack/blocks/direct-message.ts';
import { nextVersionModal } from '../../../src/slack/blocks/next-version-modal.ts';
import { nudgeMessage } from '../../../src/slack/blocks/nudge.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { threadLine } from '../../../src/slack/blocks/thread-line.ts';
import { versionModal } from '../../../src/slack/blocks/version-modal.ts';
import { versionWithBefore } from '../../../src/core/version-changes.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { allConsentBut, ana, bakery, ben, cai, dee, eli } from '../../support/bakery.ts';
import { objects, sundayOpened, thursday, wednesday } from '../../support/bakery.ts';
import { cardOf } from '../../support/card.ts';
import { extremeTexts, objectedRound } from '../../support/extreme-round.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfMessage, problemsOfView } from '../../support/slack-limits.ts';
import { asking, published, reworded } from '../../support/versions.ts';

const words = wordsFor('en');
const permalink = 'https://willow.slack.com/archives/C1/p1';
const pairOf = (round: Round, number = 2) => {
  const pair = versionWithBefore(round, number);
  if (!pair) throw new Error('There is no such version');
  return pair;
};

describe('what people wrote at its longest', () => {
  test('fits into every view of a next version', () => {
    const property = fc.property(extremeTexts, extremeTexts, (before, after) => {
      const event = published(2, {
        title: after.title,
        need: after.need,
        document: documentOfText(after.proposal),
        link: 'https://example.org/plan',
        owner: ana,
        reviewOn: '2026-10-01',
        linkedDocumentChanged: true,
        onBehalf: 'agreed',
        by: ana,
      });
      const round = replayRound([
        { ...sundayOpened, title: before.title, need: before.need },
        ...allConsentBut([dee]),
        objects(dee),
        event,
      ]);
      const seen = { round, circle: bakery, now: thursday };
      cardOf(round, thursday);
      const told = { event, round, circle: bakery, words };
      const post = threadLine(told);
      expect(post && problemsOfMessage(post)).toEqual([]);
      for (const to of [ben, dee, eli]) {
        expect(problemsOfMessage(directMessage({ ...told, to, permalink }))).toEqual([]);
      }
      const pair = pairOf(round);
      expect(problemsOfView(versionModal({ seen, pair, from: 0 }, words))).toEqual([]);
      expect(problemsOfView(nextVersionModal({ ...seen, by: ana }, words))).toEqual([]);
      const waiting = { rounds: [{ round, circle: bakery }], to: ana, now: thursday, words };
      const nudge = nudgeMessage({ ...waiting, permalinks: new Map() });
      expect(problemsOfMessage(nudge)).toEqual([]);
    });
    fc.assert(property, { numRuns: 25 });
  });

  test('fits onto the form where everybody objects', () => {
    const property = fc.property(extremeTexts, (texts) => {
      const seen = { round: objectedRound(texts), circle: bakery, now: wednesday };
      expect(problemsOfView(nextVersionModal({ ...seen, by: ben }, words))).toEqual([]);
    });
    fc.assert(property, { numRuns: 25 });
  });
});

test('the card says that everyone has looked at a version only once everyone has', () => {
  const shownOf = (...events: readonly RoundEvent[]) =>
    shownIn(cardOf(replayRound([sundayOpened, published(2), ...events]), thursday).blocks);
  const looked = 'Everyone has looked at this version.';
  expect(shownOf()).not.toContain(looked);
  expect(shownOf(...allConsentBut([dee], thursday))).not.toContain(looked);
  expect(shownOf(...allConsentBut([], thursday))).toContain(looked);
});

describe('the form of a next version', () => {
  const round = replayRound([sundayOpened, objects(dee)]);
  const form = (by: typeof ana, now = wednesday) =>
    nextVersionModal({ round, circle: bakery, now, by }, words);

  test('holds the current text, and the objections that it can answer', () => {
    expect(JSON.stringify(form(ben).blocks)).toContain('Two people bake in turns.');
    expect(shownIn(form(ben).blocks)).toContain('Nobody would have a whole weekend');
  });

  test('asks a facilitator for the proposer’s agreement, and the proposer for none', () => {
    expect(actionsIn(form(ana).blocks)).toContain('version.agrees');
    expect(actionsIn(form(ben).blocks)).not.toContain('version.agrees');
  });

  test('asks whether the linked document changed where there is one', () => {
    const linked = replayRound([{ ...sundayOpened, link: 'https://example.org/plan' }]);
    const view = nextVersionModal(
      { round: linked, circle: bakery, now: wednesday, by: ben },
      words,
    );
    expect(actionsIn(view.blocks)).toContain('version.linked');
    expect(actionsIn(form(ben).blocks)).not.toContain('version.linked');
  });
});

describe('what the proposer hears of a version that a facilitator published', () => {
  const toldBen = (event: ReturnType<typeof published>, ...before: readonly RoundEvent[]) => {
    const round = replayRound([sundayOpened, ...before, event]);
    const content = directMessage({ event, round, circle: bakery, words, to: ben, permalink });
    expect(problemsOfMessage(content)).toEqual([]);
    return { shown: shownIn(content.blocks), actions: actionsIn(content.blocks) };
  };
  const ways = [actionIds.publishVersion, actionIds.takeBack];
  const answers = [actionIds.consent, actionIds.object, actionIds.moreTime];

  test('says whose word it is that they agree, and has every way on', () => {
    const { shown, actions } = toldBen(published(2, { by: ana, onBehalf: 'agreed' }));
    expect(shown).toContain('<@U0ANA> has published version 2 of your proposal, and says that you');
    expect(actions).toEqual([actionIds.compareVersions, ...answers, ...ways]);
  });

  test('says nothing of agreeing where they were away', () => {
    const { shown } = toldBen(published(2, { by: ana, onBehalf: 'away' }));
    expect(shown).toContain('<@U0ANA> has published version 2 of your proposal.');
    expect(shown).not.toContain('agree');
  });

  test('lets them say that new wording changes it only where they had answered', () => {
    const worded = { ...reworded(2, wednesday, ana), onBehalf: 'agreed' } as const;
    expect(toldBen(worded).actions).toEqual([actionIds.compareVersions, ...answers, ...ways]);
    expect(toldBen(worded).shown).not.toContain('Your answer stands.');
    const { shown, actions } = toldBen(worded, ...allConsentBut([]));
    expect(shown).toContain('Your answer stands.');
    expect(actions).toContain(actionIds.challengeWording);
  });

  test('asks them first whether it settles their own objection', () => {
    const event = published(2, { by: ana, onBehalf: 'agreed' });
    const { actions } = toldBen(event, objects(ben));
    const own = [actionIds.settleObjection, actionIds.keepObjection];
    expect(actions).toEqual([actionIds.compareVersions, ...own, ...ways]);
  });

  test('does not offer a version more than there may be', () => {
    const event = published(3, { by: ana, onBehalf: 'agreed' });
    const { shown, actions } = toldBen(event, published(2));
    expect(shown).toContain('You can object, or take the proposal back.');
    expect(actions).not.toContain(actionIds.publishVersion);
  });
});

describe('the card of a further version', () => {
  test('offers “This changes it for me” for 48 hours after a change of wording', () => {
    const round = replayRound([sundayOpened, ...allConsentBut([]), reworded(2)]);
    expect(cardOf(round, thursday).actions).toContain('version.challenge');
    const late = wednesday + 49 * 3_600_000;
    expect(cardOf(round, late).actions).not.toContain('version.challenge');
  });

  test('offers “Not yet” to whoever objects until they have said it', () => {
    const events = [sundayOpened, objects(dee), published(2)];
    expect(cardOf(replayRound(events), thursday).actions).toContain('objection.keep');
    const said = replayRound([
      ...events,
      {
        type: 'objection_stands',
        objectionId: objects(dee).objectionId,
        versionNumber: 2,
        at: thursday,
        by: dee,
      },
    ]);
    expect(cardOf(said, thursday).actions).not.toContain('objection.keep');
  });

  test('says that the linked document changed, where it did', () => {
    const link = 'https://example.org/plan';
    const round = replayRound([
      { ...sundayOpened, link },
      published(2, { link, linkedDocumentChanged: true }),
    ]);
    expect(cardOf(round, thursday).shown).toContain('The linked document changed.');
  });

  test('names the challenger once it has become substance', () => {
    const challenged = { type: 'wording_challenged', number: 2, asking: asking(thursday) } as const;
    const round = replayRound([
      sundayOpened,
      ...allConsentBut([]),
      reworded(2),
      { ...challenged, at: thursday, by: cai },
    ]);
    const { shown } = cardOf(round, thursday);
    expect(shown).toContain('<@U0CAI> said that the new wording changes it for them.');
    expect(shown).toContain('5 people please confirm.');
  });
});

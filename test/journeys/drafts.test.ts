import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftId, memberId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { proposalFormMetadata } from '../../src/slack/blocks/proposal-modal.ts';
import { forgedForm, richText, startForms, type Forms } from '../support/forms.ts';
import { shownIn } from '../support/shown.ts';

const { ana, ben, cai, otto } = people;
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
  await forms.setUp(ana, channels.willow);
});
afterEach(() => forms.stop());

const home = (who: string) => shownIn(forms.screen(who).home?.blocks);
const draftsOf = (who: string) =>
  forms.program.store.draftsOf(forms.program.identity.teamId, memberId(who));

async function homeOf(who: string) {
  await forms.slack.openHome(who);
  await forms.slack.until(() => forms.screen(who).home);
  return home(who);
}

/** Ben begins a proposal, and keeps it. */
async function keepDraft(values: Parameters<Forms['slack']['fill']>[1] = {}) {
  await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
  forms.slack.fill(ben, { need: 'We are closed.', ...values });
  await keep(ben);
}

async function keep(who: string) {
  await forms.slack.click(who, { text: 'Keep as a draft' });
  await forms.slack.until(() => forms.shown(who).includes('*Kept.*'));
}

async function open(who: string) {
  await homeOf(who);
  await forms.slack.click(who, { actionId: 'draft.open', in: 'home' });
  await forms.slack.until(() => forms.shown(who).includes('Keep as a draft'));
}

describe('a draft', () => {
  test('is kept incomplete, found on Home, and sent once', async () => {
    await keepDraft();
    expect(forms.valueOf(ben, 'need')).toMatchObject({ value: 'We are closed.' });
    await forms.slack.closeView(ben, { all: true });
    await open(ben);
    expect(forms.valueOf(ben, 'title')).toMatchObject({ value: 'Open on Sundays' });

    const answer = await forms.slack.submit(ben, { proposal: richText('Open 8–12') });
    expect(answer.kind).toBe('acked');
    expect(forms.shown(ben)).toContain('is stored as P-1.');
    expect(await draftsOf(ben)).toEqual([]);
    expect(await forms.roundNumbered(1)).toMatchObject({ proposedBy: ben });
    expect(await homeOf(ben)).not.toContain('Your drafts');
  });

  test('is nobody else’s to see or open, and /propose says where it is', async () => {
    await keepDraft();
    const [draft] = await draftsOf(ben);
    expect(await homeOf(ana)).not.toContain('Your drafts');
    for (const who of [ana, otto]) {
      for (const action_id of ['draft.open', 'draft.read', 'draft.discard']) {
        await forms.forged({
          type: 'block_actions',
          team: { id: 'TWILLOW' },
          user: { id: who, team_id: 'TWILLOW' },
          actions: [{ type: 'button', action_id, value: draft?.id }],
        });
      }
    }
    expect(await draftsOf(ben)).toEqual([draft]);
    await forms.slack.closeView(ben, { all: true });
    await forms.slack.command(ben, channels.willow, '/propose');
    expect(forms.shown(ben)).toContain('You have one draft for this circle');
  });

  test('is discarded from Home, and then really gone', async () => {
    await keepDraft();
    await forms.slack.closeView(ben, { all: true });
    await homeOf(ben);
    await forms.slack.click(ben, { actionId: 'draft.discard', in: 'home', confirm: 'yes' });
    await forms.slack.until(() => !home(ben).includes('Your drafts'));
    expect(await draftsOf(ben)).toEqual([]);
  });

  test('is written on by who is invited, and who comes second loses nothing', async () => {
    await keepDraft({ drafters: [cai] });
    await forms.settle();
    expect(await homeOf(cai)).toContain(`draft of <@${ben}>, who invited you`);
    await open(cai);
    expect(forms.shown(cai)).toContain('Only <@');
    forms.slack.fill(cai, { need: 'Many find us closed.' });
    await keep(cai);

    forms.slack.fill(ben, { need: 'Mine.' });
    await forms.slack.click(ben, { text: 'Keep as a draft' });
    await forms.slack.until(() => forms.shown(ben).includes('after you opened it'));
    expect(forms.valueOf(ben, 'need')).toMatchObject({ value: 'Mine.' });
    expect((await draftsOf(ben))[0]?.text.need).toBe('Many find us closed.');
    await keep(ben);
    expect((await draftsOf(ben))[0]).toMatchObject({ revision: 3, text: { need: 'Mine.' } });
  });

  test('is sent by its author only', async () => {
    await keepDraft({ drafters: [cai] });
    await open(cai);
    const answer = await forms.slack.submit(cai, { proposal: richText('Open 8–12') });
    expect(JSON.stringify(answer)).toContain('Only the person whose draft this is');
    expect(await forms.roundNumbered(1)).toBeNull();
    expect(await draftsOf(cai)).toHaveLength(1);
  });

  test('invites nobody from outside the circle', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    forms.slack.fill(ben, { drafters: [otto] });
    await forms.slack.click(ben, { text: 'Keep as a draft' });
    await forms.slack.until(() => forms.shown(ben).includes('cannot be invited'));
    expect(await draftsOf(ben)).toEqual([]);
  });

  test('tells who is invited by one message, from which it opens', async () => {
    await keepDraft({ drafters: [cai] });
    await forms.settle();
    await keep(ben);
    await forms.settle();
    const screen = forms.screen(cai);
    const told = screen.dms
      .flatMap(({ id }) => screen.messages(id))
      .filter(({ text }) => text.includes('draft'));
    expect(told).toHaveLength(1);
    const [{ channel, ts } = { channel: '', ts: '' }] = told;
    await forms.slack.click(cai, { text: 'Open the draft', channel, ts });
    await forms.slack.until(() => forms.shown(cai).includes('Keep as a draft'));
    expect(forms.valueOf(cai, 'title')).toMatchObject({ value: 'Open on Sundays' });
  });

  test('that somebody saved since is not sent unseen', async () => {
    await keepDraft({ drafters: [cai], proposal: richText('Open 8–12') });
    await open(cai);
    forms.slack.fill(cai, { need: 'Many find us closed.' });
    await keep(cai);
    await forms.slack.submit(ben, { need: 'Mine.' });
    expect(forms.shown(ben)).toContain('after you opened it');
    expect(forms.valueOf(ben, 'need')).toMatchObject({ value: 'Mine.' });
    expect(await forms.roundNumbered(1)).toBeNull();
    await forms.slack.click(ben, { text: 'Read what is kept' });
    await forms.slack.until(() => forms.shown(ben).includes('Many find us closed.'));
    await forms.slack.closeView(ben);
    await forms.slack.submit(ben);
    expect(await forms.roundNumbered(1)).toMatchObject({ need: 'Mine.' });
    expect(await draftsOf(ben)).toEqual([]);
  });

  test('sent twice opens one round', async () => {
    await keepDraft({ proposal: richText('Open 8–12') });
    await Promise.all([forms.slack.submit(ben), forms.slack.submit(ben).catch(() => null)]);
    expect(await forms.roundNumbered(1)).toMatchObject({ title: 'Open on Sundays' });
    expect(await forms.roundNumbered(2)).toBeNull();
    expect(await draftsOf(ben)).toEqual([]);
  });

  test('can be copied by an author who no longer decides there', async () => {
    await keepDraft();
    await forms.slack.closeView(ben, { all: true });
    const circle = await forms.circleOf(channels.willow);
    const { members, facilitators } = circle ?? { members: new Map(), facilitators: [] };
    const deciders = [...members.keys()].filter((one) => one !== ben);
    await forms.changeCircle(ana, { deciders, facilitators: [...facilitators] });
    await homeOf(ben);
    await forms.slack.click(ben, { actionId: 'draft.open', in: 'home' });
    await forms.slack.until(() => forms.shown(ben).includes('only here to be copied'));
    expect(forms.shown(ben)).toContain('We are closed.');
    expect(forms.screen(ben).modal?.submit).toBeUndefined();
  });
});

describe('a draft that is somebody else’s', () => {
  const idOf = async () => String((await draftsOf(ben))[0]?.id);
  const circleIn = async () => String((await forms.circleOf(channels.willow))?.id);
  const refTo = (id: string, revision = 1) => ({ id, revision, author: ben });
  const metadataOf = async (ref: object) =>
    proposalFormMetadata.seal({ circle: await circleIn(), revision: 0, draft: ref } as never);
  const typed = {
    title: { title: { type: 'plain_text_input', value: 'Mine now' } },
    need: { need: { type: 'plain_text_input', value: 'Why' } },
  };
  const sends = async (who: string, ref: object) =>
    (await forms.forged(forgedForm(who, 'proposal.form', await metadataOf(ref), typed))).body;

  test('is not sent by a forged form: who is outside hears what an unknown one is answered', async () => {
    await keepDraft({ proposal: richText('Open 8–12') });
    const [before] = await draftsOf(ben);
    const id = await idOf();
    for (const who of [otto, cai]) {
      const answer = await sends(who, refTo(id));
      expect(answer).not.toContain('Open on Sundays');
      expect(answer).not.toContain(ben);
      expect(answer).toContain('errors');
    }
    expect(await draftsOf(ben)).toEqual([before]);
    expect(await forms.roundNumbered(1)).toBeNull();
  });

  test('of another circle tells nothing of the round that it became', async () => {
    await keepDraft({ proposal: richText('Open 8–12') });
    const id = await idOf();
    await forms.slack.submit(ben);
    expect(await forms.roundNumbered(1)).not.toBeNull();
    await forms.setUp(otto, channels.general, { name: 'Garden' });
    const garden = String((await forms.circleOf(channels.general))?.id);
    const about = { circle: garden, revision: 0, draft: refTo(id) } as never;
    const metadata = proposalFormMetadata.seal(about);
    const { body } = await forms.forged(forgedForm(otto, 'proposal.form', metadata, typed));
    expect(body).toContain('errors');
    expect(body).not.toContain('P-1');
    expect(await forms.roundNumbered(2)).toBeNull();
  });

  test('is not kept over by a forged click', async () => {
    await keepDraft();
    const [before] = await draftsOf(ben);
    for (const revision of [0, 1, 7]) {
      for (const who of [otto, cai]) {
        await forms.forged({
          ...{ type: 'block_actions', team: { id: 'TWILLOW' } },
          user: { id: who, team_id: 'TWILLOW' },
          view: {
            ...{ id: 'VFORGED', type: 'modal', callback_id: 'proposal.form' },
            private_metadata: await metadataOf(refTo(String(before?.id), revision)),
            state: { values: typed },
          },
          actions: [{ type: 'button', action_id: 'draft.keep', value: String(before?.id) }],
        });
      }
    }
    expect(await draftsOf(ben)).toEqual([before]);
    expect(await draftsOf(otto)).toEqual([]);
  });
});

describe('a draft whose form is still open', () => {
  test('and which was discarded meanwhile loses nothing that is typed', async () => {
    await keepDraft();
    const [draft] = await draftsOf(ben);
    if (!draft) throw new Error('Nothing is kept');
    await forms.program.store.discardDraft(draft.id);
    const answer = await forms.slack.submit(ben, { proposal: richText('Open 8–12') });
    expect(JSON.stringify(answer)).toContain('errors');
    expect(await forms.roundNumbered(1)).toBeNull();
    expect(forms.valueOf(ben, 'need')).toMatchObject({ value: 'We are closed.' });
    await forms.slack.click(ben, { text: 'Keep as a draft' });
    await forms.slack.until(() => forms.shown(ben).includes('Keep as a draft'));
    await forms.settle();
    await forms.slack.click(ben, { text: 'Keep as a draft' });
    await forms.slack.until(() => forms.shown(ben).includes('*Kept.*'));
    expect((await draftsOf(ben))[0]).toMatchObject({ text: { need: 'We are closed.' } });
  });

  test('is one of twenty at most, and what is typed stays', async () => {
    await keepDraft();
    const [first] = await draftsOf(ben);
    if (!first) throw new Error('Nothing is kept');
    for (let n = 1; n < 20; n += 1) {
      const draft = { ...first, id: draftId(`d_more_${n}`), drafters: [] };
      await forms.program.store.saveDraft({ draft, notices: [] });
    }
    await forms.slack.closeView(ben, { all: true });
    await forms.slack.command(ben, channels.willow, '/propose', 'One more');
    forms.slack.fill(ben, { need: 'Too many.' });
    await forms.slack.click(ben, { text: 'Keep as a draft' });
    await forms.slack.until(() => forms.shown(ben).includes('20'));
    await forms.settle();
    expect(await draftsOf(ben)).toHaveLength(20);
    expect(forms.valueOf(ben, 'need')).toMatchObject({ value: 'Too many.' });
  });
});

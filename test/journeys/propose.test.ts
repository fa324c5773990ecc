import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { richText, startForms, type Forms } from '../support/forms.ts';
import { DAY, HOUR, MONDAY } from '../support/program.ts';

const { ana, ben, cai, dee, gus, hana } = people;
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
});
afterEach(() => forms.stop());

const written = {
  title: 'Open on Sundays',
  need: 'Thirty people a week find us closed.',
  proposal: {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Open 8–12 ' },
          { type: 'text', text: 'for three months', style: { bold: true } },
        ],
      },
    ],
  },
};

describe('in a circle', () => {
  beforeEach(() => forms.setUp(ana, channels.willow));

  test('the form opens with what is usual, and says who is asked until when', async () => {
    await forms.slack.command(ben, channels.willow, '/propose');

    expect(forms.screen(ben).modal).toMatchObject({
      title: 'Propose something',
      submit: 'Ask the circle',
    });
    expect(forms.screen(ben).modal?.values).toMatchObject({
      owner: { owner: { selected_user: ben } },
      review_on: { review_on: { selected_date: '2026-06-02' } },
    });
    expect(forms.valueOf(ben, 'proposal.deadline')).toMatchObject({
      selected_date_time: (MONDAY + 7 * DAY + 8 * HOUR) / 1000,
    });
    expect(forms.shown(ben)).toContain('Asks *6 people* of Willow Team until <!date^');
    expect(forms.shown(ben)).toContain('No other round is open.');
  });

  test('a sent form is stored and posted, and the proposer is told so', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', '“Open  on Sundays”');
    const answer = await forms.slack.submit(ben, {
      need: written.need,
      proposal: written.proposal,
    });

    expect(answer.kind).toBe('acked');
    expect(forms.shown(ben)).toContain('Your proposal *Open on Sundays* is stored as P-1.');
    expect(await forms.posted(channels.willow, 'Open on Sundays')).toBe(true);
    const round = await forms.roundNumbered(1);
    expect(round).toMatchObject({ title: 'Open on Sundays', proposedBy: ben, owner: ben });
    expect(round?.versions[0]?.document.paragraphs[0]?.spans[1]).toEqual({
      text: 'for three months',
      bold: true,
    });
  });

  test('a deadline in the words of the command is understood and shown', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays by friday 3pm');

    expect(forms.valueOf(ben, 'title')).toMatchObject({ value: 'Open on Sundays' });
    expect(forms.valueOf(ben, 'proposal.deadline')).toMatchObject({
      selected_date_time: (MONDAY + 4 * DAY + 6 * HOUR) / 1000,
    });
    expect(forms.shown(ben)).toContain('There is no weekend until then.');
  });

  test('one that is too soon is shown with the first time that is possible', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays by tomorrow 5pm');

    expect(forms.shown(ben)).toContain(
      '*Not possible yet:* This is too soon for everyone to answer.',
    );
  });

  test('channels, links and signs in the command read as plain text', async () => {
    const typed = 'Ask <friends> & family about #willow-team, see https://a.example';
    await forms.slack.command(ana, channels.willow, '/propose', typed);

    expect(forms.valueOf(ana, 'title')).toMatchObject({ value: typed });
  });

  test('a title that is too long is kept whole in the text', async () => {
    const typed = 'A very long thought '.repeat(10).trim();
    await forms.slack.command(ben, channels.willow, '/propose', typed);

    expect(JSON.stringify(forms.valueOf(ben, 'title'))).toContain('…');
    expect(JSON.stringify(forms.valueOf(ben, 'proposal'))).toContain(typed);
  });

  test('a preset sets the deadline, and what was typed stays', async () => {
    await forms.slack.command(ben, channels.willow, '/propose');
    forms.slack.fill(ben, { ...written, replaces: 'D-7' });
    await forms.slack.click(ben, { text: 'In two weeks' });
    const twoWeeks = (MONDAY + 14 * DAY + 8 * HOUR) / 1000;
    await forms.slack.until(() => forms.shown(ben).includes(`<!date^${twoWeeks}^`));

    expect(forms.valueOf(ben, 'proposal.deadline')).toMatchObject({ selected_date_time: twoWeeks });
    expect(forms.valueOf(ben, 'title')).toMatchObject({ value: written.title });
    expect(forms.valueOf(ben, 'replaces')).toMatchObject({ value: 'D-7' });
    expect(JSON.stringify(forms.valueOf(ben, 'proposal'))).toContain('for three months');
  });

  test('the same preset sets it again after another time was entered', async () => {
    await forms.slack.command(ben, channels.willow, '/propose');
    const preset = (MONDAY + 3 * DAY + 8 * HOUR) / 1000;
    const other = (MONDAY + 9 * DAY) / 1000;
    await forms.slack.click(ben, { text: 'In 3 working days' });
    await forms.slack.until(() => forms.shown(ben).includes(`<!date^${preset}^`));
    await forms.slack.click(ben, { actionId: 'proposal.deadline', choose: other });
    await forms.slack.until(() => forms.shown(ben).includes(`<!date^${other}^`));
    await forms.slack.click(ben, { text: 'In 3 working days' });
    await forms.slack.until(() => forms.shown(ben).includes(`<!date^${preset}^`));

    expect(forms.valueOf(ben, 'proposal.deadline')).toMatchObject({ selected_date_time: preset });
  });

  test.each([
    [-DAY, 'in the past'],
    [DAY, 'too soon'],
    [5 * DAY + 8 * HOUR, 'does not work on this day'],
    [7 * DAY + 14 * HOUR, 'at night'],
    [90 * DAY, 'too far away'],
  ])(
    'a deadline %i ms on is refused under its field, with one that is possible',
    async (ms, why) => {
      await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
      await forms.slack.click(ben, { text: 'In two weeks' });
      await forms.slack.until(() => forms.screen(ben).modal?.values['deadline_1']);
      const answer = await forms.slack.submit(ben, {
        ...written,
        'proposal.deadline': (MONDAY + ms) / 1000,
      });

      expect(answer).toMatchObject({
        kind: 'errors',
        errors: { deadline_1: expect.stringMatching(new RegExp(`${why}.* possible is \\w+ `)) },
      });
      expect(await forms.roundNumbered(1)).toBeNull();
    },
  );

  test('all that the form lacks is said at once, each under its field', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    const answer = await forms.slack.submit(ben, {
      title: '\u200B \u0007',
      need: '\u0007',
      proposal: richText('x'.repeat(12_001)),
      owner: hana,
      review_on: '2026-03-01',
      'proposal.deadline': MONDAY / 1000 - 60,
    });

    expect(answer).toMatchObject({
      kind: 'errors',
      errors: {
        proposal: expect.stringContaining('12,001 characters'),
        owner: 'Please choose someone who is in the circle.',
        review_on: expect.stringContaining('The first one possible is Tue 3 March 2026'),
        deadline_0: expect.stringContaining('in the past'),
      },
    });
    expect(forms.screen(ben).modal?.submit).toBe('Ask the circle');
  });

  test('a proposal of 12,000 characters is taken', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    const proposal = richText('word '.repeat(2_400).trim());
    const answer = await forms.slack.submit(ben, { need: 'We are closed', proposal });

    expect(answer.kind).toBe('acked');
    expect(await forms.posted(channels.willow, 'Open on Sundays')).toBe(true);
  });

  test('the same form sent twice is one proposal', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    forms.slack.faults.delivery('view_submission', 1, 'twice');
    await forms.slack.submit(ben, { need: written.need, proposal: written.proposal });
    await forms.settle();

    expect(await forms.roundNumbered(1)).not.toBeNull();
    expect(await forms.roundNumbered(2)).toBeNull();
  });

  test.each([
    ['a guest', gus],
    ['somebody of another circle', hana],
  ])('%s does not get the form, and learns whom to ask', async (_who, who) => {
    await forms.slack.joinChannel(hana, channels.willow);
    const answer = await forms.slack.command(who, channels.willow, '/propose', 'Idea');

    expect(answer).toMatchObject({ text: expect.stringContaining('Please ask <@UANA> to bring') });
    expect(forms.screen(who).modal).toBeUndefined();
  });

  test('who is taken out while the form is open keeps what they typed', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    await forms.slack.command(ana, channels.willow, '/circle');
    await forms.slack.click(ana, { text: 'Change' });
    await forms.slack.submit(ana, { deciders: [ana, cai, dee] });
    const answer = await forms.slack.submit(ben, {
      need: written.need,
      proposal: written.proposal,
    });

    expect(answer).toMatchObject({
      errors: { title: expect.stringContaining('Only people who decide in this circle propose') },
    });
  });

  test('a circle of which all but one are away cannot be asked', async () => {
    await forms.setUp(ana, channels.coop, { deciders: [ana, cai] });
    await forms.slack.command(cai, channels.coop, '/circle');
    await forms.slack.click(cai, { text: 'I am away' });
    await forms.slack.submit(cai);
    const answer = await forms.slack.command(ana, channels.coop, '/propose');

    expect(answer).toMatchObject({ text: expect.stringContaining('Fewer than two people') });
  });

  test('the preview counts who is away, and what else is open', async () => {
    await forms.slack.command(dee, channels.willow, '/circle');
    await forms.slack.click(dee, { text: 'I am away' });
    await forms.slack.submit(dee);
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    await forms.slack.submit(ben, { need: written.need, proposal: written.proposal });
    await forms.slack.command(cai, channels.willow, '/propose');

    expect(forms.shown(cai)).toContain('Asks *5 people* of Willow Team (1 on leave) until');
    expect(forms.shown(cai)).toContain('One other round is open.');
  });
});

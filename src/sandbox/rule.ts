import { readFileSync } from 'node:fs';
import type { Stored } from './stored.ts';

/** A section of docs/process.md: its heading, and how it begins. */
export type Rule = { readonly section: string; readonly title: string; readonly text: string };

type Happened = Stored['event']['type'];

/** Which section of docs/process.md each thing that is written down follows. */
const SECTIONS: Readonly<Record<Happened, string>> = {
  round_opened: '§2.7',
  consented: '§2.3',
  more_time_asked: '§D8',
  answer_taken_back: '§2.3',
  question_asked: '§2.3',
  question_answered: '§2.1',
  thought_given: '§2.1',
  nothing_further_said: '§2.1',
  draft_changed: '§2.1',
  thoughts_shown: '§2.1',
  question_step_ended: '§2.1',
  question_step_idle: '§2.1',
  question_step_moved: '§2.1',
  opening_asked: '§2.1',
  opening_idle: '§2.1',
  answers_begun: '§2.1',
  was_away: '§2.5',
  objection_raised: '§2.6',
  objection_reworded: '§2.6',
  objection_settled: '§2.6',
  objection_taken_back: '§2.6',
  clarity_asked: '§2.6',
  aim_link_asked: '§2.6',
  wording_suggested: '§2.6',
  way_suggested: '§2.6',
  talk_asked: '§2.6',
  objection_became_note: '§2.6',
  objector_contacted: '§2.6',
  owner_asked_for_idea: '§2.1',
  circle_asked_for_ideas: '§2.1',
  objector_away: '§2.6',
  objector_back: '§2.6',
  objection_adopted: '§2.6',
  objection_lapsed_to_note: '§2.6',
  help_asked: '§2.6',
  version_published: '§2.6',
  wording_stood: '§2.6',
  wording_challenged: '§2.6',
  objection_stands: '§2.6',
  asking_wished: '§2.7',
  member_added_to_round: '§2.7',
  answer_relayed: '§10',
  relay_confirmed: '§10',
  relay_denied: '§10',
  stand_in_declared: '§2.4',
  member_excused: '§2.7',
  member_returned: '§2.7',
  hold_ended: '§D8',
  members_reminded: '§D13',
  deadline_extended: '§2.4',
  deadline_shortened: '§2.2',
  deadline_given_back: '§2.2',
  deadline_passed: '§2.4',
  became_ready: '§2.4',
  grace_restarted: '§D4',
  closing_opened_to_members: '§2.4',
  round_decided: '§4.1',
  void_asked: '§2.1',
  void_taken_back: '§2.1',
  round_voided: '§2.1',
  round_withdrawn: '§D5',
  taken_to_meeting: '§D5',
  round_parked: '§D5',
  nobody_answered: '§2.4',
  floor_missed: '§2.4',
  round_resumed: '§D5',
  meeting_recorded: '§2.1',
  round_woke: '§2.1',
  round_handed_on: '§2.1',
  round_taken_over: '§2.1',
  proposer_left: '§2.4',
  proposer_returned: '§2.4',
  proposal_adopted: '§2.4',
  proposal_unadopted: '§2.4',
  late_objection_raised: '§10',
  late_objection_reminded: '§10',
  late_objection_unanswered: '§10',
  late_objection_answered: '§10',
  round_reopened: '§10',
  decision_paused: '§10',
  decision_unpaused: '§10',
  record_corrected: '§4.1',
  decision_superseded: '§10',
  decision_restored: '§10',
  circle_created: '§6',
  settings_changed: '§6',
  roster_changed: '§2.7',
  facilitators_changed: '§3',
  secretaries_changed: '§3',
  leave_changed: '§2.7',
  account_closed: '§2.7',
  account_reopened: '§2.7',
  return_expected: '§10',
  channel_left: '§D10',
  channel_rejoined: '§D10',
};

/** Where a refusal comes from: every one of them is answered. */
const REFUSAL = '§D12';

/** The rules that what was written down follows, each once, in the order of first use. */
export function rulesOf(stored: readonly Stored[]): Rule[] {
  const names = new Set(stored.map(({ event }) => SECTIONS[event.type]));
  return [...names].flatMap((section) => rules().get(section) ?? []);
}

/** The rule behind an answer that refuses. */
export function refusalRule(): Rule | undefined {
  return rules().get(REFUSAL);
}

/** The sections that this sandbox points to: a test holds each of them to be there. */
export function citedSections(): string[] {
  return [...new Set([...Object.values(SECTIONS), REFUSAL])];
}

let read: ReadonlyMap<string, Rule> | undefined;

function rules(): ReadonlyMap<string, Rule> {
  const file = new URL('../../docs/process.md', import.meta.url);
  read ??= rulesIn(readFileSync(file, 'utf8'));
  return read;
}

/** Every section of the document by its number. */
export function rulesIn(document: string): ReadonlyMap<string, Rule> {
  const sections = document.split(/^#{1,2} (?=§)/m).slice(1);
  return new Map(
    sections.map((text) => {
      const [heading = '', ...lines] = text.split('\n');
      const [, section = '', title = ''] = /^(§[\w.]+?)\.? (.*)$/.exec(heading) ?? [];
      return [
        section,
        { section, title: title.replaceAll('`', ''), text: beginning(lines.join('\n')) },
      ];
    }),
  );
}

/** Characters of a section that are shown: its first paragraphs. */
const SHOWN_MAX = 700;

/** The first paragraphs of a section as plain text; of a table, one line for each row. */
function beginning(text: string): string {
  let shown = '';
  for (const paragraph of paragraphsOf(text)) {
    if (shown !== '' && shown.length + paragraph.length > SHOWN_MAX) break;
    shown += `${shown === '' ? '' : '\n\n'}${paragraph}`;
  }
  return shown;
}

/** Marks of bold, slanted and code. */
const MARKS = /[*`_]{1,2}(?=\S)|(?<=\S)[*`_]{1,2}/g;

function paragraphsOf(text: string): string[] {
  const lines = text.replaceAll(/\n(?=[-|] )/g, '\n\n').split(/\n{2,}/);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(#|```|<|\|[ -]*-{3})/.test(line))
    .filter((line, place, all) => !line.startsWith('|') || all[place - 1]?.startsWith('|') === true)
    .map((line) => (line.startsWith('|') ? rowOf(line) : line))
    .map((line) => line.replace(/^\*\*(Built|Partly built|Planned)\.\*\* ?/, ''))
    .map((line) => line.replace(/^- /, '• ').replaceAll(MARKS, ''))
    .filter((line) => line !== '' && !/^(Built|Partly built|Planned),? as marked/.test(line));
}

/** The first row of a table names its columns and is left out; a row becomes one line. */
function rowOf(line: string): string {
  const cells = line.split('|').map((cell) => cell.trim());
  return `• ${cells.filter((cell) => cell !== '').join(' · ')}`;
}

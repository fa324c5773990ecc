import { inQuestions, shownThoughts, stepStage } from '../../core/question-step.ts';
import { openObjections } from '../../core/standing.ts';
import { member, moment } from '../../words/terms.ts';
import { line, memberOr, quiet, titled, written, type Post, type Told } from './thread-post.ts';

type StepTold = Told<
  'question_answered' | 'thoughts_shown' | 'question_step_moved' | 'answers_begun'
>;

/** What the thread hears of the question step (docs/process.md §2.1). */
export function stepPost(told: StepTold): Post {
  const { event } = told;
  switch (event.type) {
    case 'question_answered':
      return answered({ ...told, event });
    case 'thoughts_shown':
      return thoughts(told);
    case 'question_step_moved': {
      const until = moment(event.untilAt, told.circle.settings.calendar.timeZone);
      const { moved, movedAnew } = told.words.step.thread;
      return [line((event.isAnew ? movedAnew : moved)({ until }))];
    }
    case 'answers_begun':
      return begun({ ...told, event });
  }
}

function answered({ event, round, words }: Told<'question_answered'>): Post {
  const { thread } = words.step;
  const question = round.questions[event.question];
  const who = memberOr(event.by, words);
  if (!question) return [written(event.text)];
  const isOwn = question.by === event.by;
  const heading = isOwn
    ? thread.answeredOwn({ member: who })
    : thread.answered({ member: who, asker: member(question.by) });
  return [line(heading), quiet(thread.question({ said: question.text })), written(event.text)];
}

/** All first thoughts in one post, at the moment at which they are shown (docs/process.md §2.1). */
function thoughts({ round, words }: Told): Post {
  const { thread } = words.step;
  const all = shownThoughts(round).map(({ by, text }) =>
    titled(
      words.step.read.thought({ member: member(by), said: text }),
      thread.thoughtOf({ member: member(by) }),
      text,
    ),
  );
  const goesOn = inQuestions(round) && stepStage(round) === 'shown';
  return [line(thread.thoughts()), ...all, ...(goesOn ? [quiet(thread.thoughtsNext())] : [])];
}

function begun({ event, round, circle, words }: Told<'answers_begun'>): Post {
  const { thread } = words.step;
  const deadline = moment(event.deadlineAt, circle.settings.calendar.timeZone);
  const n = openObjections(round).length;
  const who = memberOr(event.by, words);
  const isOpened = round.step.openingAskedAt !== null;
  const said = isOpened ? words.opening.thread.begun : thread.begun;
  return [
    line(said({ member: who })),
    line(thread.begunNext({ deadline })),
    ...(n > 0 ? [quiet(thread.begunObjections({ n }))] : []),
  ];
}

import { parsedPattern } from '../../src/words/message.ts';
import type { Kinds, Message, Pattern } from '../../src/words/message.ts';

/**
 * Words that turn listening into winning, or a proposal's improvement into its defeat
 * (docs/process.md §9). “Pass it on” is what a circle does with a proposal, and stays.
 */
const AVOIDED = new RegExp(
  String.raw`\b(?:${[
    'vot(?:e[sdr]?|ers|ing)|ballots?|polls?|polling|quorum|turnout|candidates?',
    'reject\\w*|den(?:y|ies|ied)|veto\\w*|block(?:s|ed|ers?|ing)?|dismiss\\w*',
    'approv\\w*|authoris\\w*|majorit\\w*|overr(?:id|od|ul)\\w*|sign(?:ed)? off',
    'abst(?:ain|ention)\\w*|stand aside|disagree\\w*|dislik\\w*|complain\\w*|blame\\w*',
    'win(?:s|ners?|ning)?|won|loser\\w*|(?<!nothing is )lost|fail\\w*|invalid|nays?',
    'pass(?:ed|es)?(?! (?:it |this |them )?on\\b)',
  ].join('|')})\b`,
  'iu',
);

const WORDS_IN_SENTENCE_MAX = 25;
const MARKS = ['*', '_', '`'] as const;

/** What is wrong with a message of the catalogue; nothing where it may be said. */
export function problemsOfMessage(message: Message<Kinds>, locale: string): string[] {
  const parsed = parsedPattern(message.pattern, locale);
  const used = new Set(argumentsIn(parsed));
  const declared = Object.keys(message.args);
  return [
    ...declared.filter((name) => !used.has(name)).map((name) => `never says {${name}}`),
    ...[...used].filter((name) => !declared.includes(name)).map((name) => `unknown {${name}}`),
    ...choiceProblems(parsed, message.args),
    ...pluralProblems(parsed, locale),
    ...readingsOf(parsed).flatMap(readingProblems),
  ];
}

function readingProblems(reading: string): string[] {
  const avoided = AVOIDED.exec(reading)?.[0];
  const sentences = reading.split(/(?<=[.!?…])\s+|\n/u);
  const longest = Math.max(...sentences.map((sentence) => sentence.split(/\s+/u).length));
  return [
    ...(avoided === undefined ? [] : [`says “${avoided}”`]),
    ...(longest > WORDS_IN_SENTENCE_MAX ? [`a sentence of ${longest} words`] : []),
    ...(reading.trim() === '' ? ['says nothing'] : []),
    ...MARKS.filter((mark) => reading.split(mark).length % 2 === 0).map(
      (mark) => `an odd number of ${mark}`,
    ),
  ];
}

/** Every way in which a pattern can read, with one word for each argument. */
function readingsOf(pattern: Pattern): string[] {
  return pattern.reduce(
    (readings, element) => {
      const nexts =
        'options' in element
          ? Object.values(element.options).flatMap((option) => readingsOf(option.value))
          : ['value' in element && isLiteral(element) ? element.value : 'Name'];
      return readings.flatMap((reading) => nexts.map((next) => reading + next)).slice(0, 500);
    },
    [''],
  );
}

function argumentsIn(pattern: Pattern): string[] {
  return pattern.flatMap((element) => [
    ...('value' in element && !isLiteral(element) ? [element.value] : []),
    ...('options' in element
      ? Object.values(element.options).flatMap((option) => argumentsIn(option.value))
      : []),
  ]);
}

function choiceProblems(pattern: Pattern, args: Kinds): string[] {
  return pattern.flatMap((element) => {
    if (!('options' in element)) return [];
    const inner = Object.values(element.options).flatMap((option) =>
      choiceProblems(option.value, args),
    );
    const choices = args[element.value]?.choices;
    if (!choices) return inner;
    const options = Object.keys(element.options).filter((name) => name !== 'other');
    const unknown = options.filter((name) => !choices.includes(name));
    return [...inner, ...unknown.map((name) => `{${element.value}} is never “${name}”`)];
  });
}

function pluralProblems(pattern: Pattern, locale: string): string[] {
  return pattern.flatMap((element) => {
    if (!('options' in element)) return [];
    const inner = Object.values(element.options).flatMap((option) =>
      pluralProblems(option.value, locale),
    );
    if (!('pluralType' in element)) return inner;
    const needed = new Intl.PluralRules(locale, { type: element.pluralType ?? 'cardinal' })
      .resolvedOptions()
      .pluralCategories.filter((category) => !Object.hasOwn(element.options, category));
    return [...inner, ...needed.map((category) => `{${element.value}} lacks “${category}”`)];
  });
}

function isLiteral({ type }: { readonly type: number }): boolean {
  return type === 0;
}

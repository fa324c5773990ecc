/**
 * Messages in ICU syntax with typed arguments, and what becomes of them: sayings.
 *
 * In a pattern `*`, `_` and back-ticks are always formatting (bold, italic, code) and are left out
 * of plain text; `& < >` are ordinary characters. Everything else that Slack would read as markup
 * comes in through arguments, so a pattern can neither mention nor link by accident.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { escaped, sayingOfLine, sayingOfLines } from './user-text.ts';

/** What is said, ready for both of Slack's text kinds. */
export type Saying = { readonly mrkdwn: string; readonly plain: string };

declare const value: unique symbol;
type KindName = 'number' | 'text' | 'lines' | 'term' | 'choice';

/** The kind of an argument: what a caller passes, and how it is put into the sentence. */
export type Kind<Value> = {
  readonly kind: KindName;
  readonly choices?: readonly string[];
  readonly [value]?: Value;
};
export type Kinds = Readonly<Record<string, Kind<unknown>>>;

/** A number: formatted and counted by the language's own rules. */
export const num: Kind<number> = { kind: 'number' };
/** A user's or any other string: escaped in mrkdwn, line ends become spaces. */
export const text: Kind<string> = { kind: 'text' };
/** The same with its line ends kept. */
export const lines: Kind<string> = { kind: 'lines' };
/** A saying (a member, a moment, a link, another message): inserted as it is. */
export const term: Kind<Saying> = { kind: 'term' };
/** One of some words of ours that the pattern selects by: `{state, select, open {…} other {…}}`. */
export function choice<const Choice extends string>(...choices: readonly Choice[]): Kind<Choice> {
  return { kind: 'choice', choices };
}

/** A message before it has a language: its pattern, and the kinds of its arguments. */
export type Message<Args extends Kinds> = { readonly pattern: string; readonly args: Args };
type NoArguments = Readonly<Record<string, never>>;

/** Describes a message. The pattern is English; other languages give their own by its path. */
export function msg(pattern: string): Message<NoArguments>;
export function msg<const Args extends Kinds>(pattern: string, args: Args): Message<Args>;
export function msg(pattern: string, args: Kinds = {}): Message<Kinds> {
  return { pattern, args };
}

/** What a message's function is given: a value of the right kind for each argument. */
type ValuesOf<Args extends Kinds> = {
  readonly [Name in keyof Args]: Args[Name] extends Kind<infer Value> ? Value : never;
};
type Speak<Args extends Kinds> = string extends keyof Args
  ? () => Saying
  : (values: ValuesOf<Args>) => Saying;

/** A message in a language, ready to be said. */
export type Spoken = (values?: Readonly<Record<string, unknown>>) => Saying;

/**
 * Prepares a message for a language. It is parsed when it is first said, and then kept; a message
 * without arguments is said only once.
 */
export function spoken(message: Message<Kinds>, locale: string): Spoken {
  let formats: Formats | undefined;
  let said: Saying | undefined;

  return (values) => {
    formats ??= formatsOf(message.pattern, locale);
    if (values === undefined) return (said ??= say(formats, {}));
    const given = Object.entries(message.args).map(([name, { kind }]) => {
      return [name, sayingOfArgument(kind, values[name])] as const;
    });
    return say(formats, Object.fromEntries(given));
  };
}

/** The type of the words made from a catalogue's part. */
export type SpokenAs<Part> =
  Part extends Message<infer Args>
    ? Speak<Args>
    : { readonly [Name in keyof Part]: SpokenAs<Part[Name]> };

/** The parsed form of a pattern, as intl-messageformat gives it. */
export type Pattern = ReturnType<IntlMessageFormat['getAst']>;

/** Parses a pattern. Throws where it is not ICU syntax. */
export function parsedPattern(pattern: string, locale: string): Pattern {
  return new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).getAst();
}

type Formats = { readonly mrkdwn: IntlMessageFormat; readonly plain: IntlMessageFormat };
type Argument = number | string | Saying;

function formatsOf(pattern: string, locale: string): Formats {
  const parsed = parsedPattern(pattern, locale);
  return {
    mrkdwn: new IntlMessageFormat(withLiterals(parsed, escaped), locale),
    plain: new IntlMessageFormat(withLiterals(parsed, withoutEmphasis), locale),
  };
}

function withoutEmphasis(literal: string): string {
  return literal.replaceAll(/[*_`]/gu, '');
}

/** The pattern with its own words changed; arguments and the choices between words stay. */
function withLiterals(pattern: Pattern, change: (literal: string) => string): Pattern {
  return pattern.map((element) => {
    if ('options' in element) {
      const options = Object.entries(element.options).map(([name, option]) => {
        return [name, { ...option, value: withLiterals(option.value, change) }] as const;
      });
      return { ...element, options: Object.fromEntries(options) };
    }
    const type: number = element.type;
    const isLiteral = 'value' in element && type === LITERAL;
    return isLiteral ? { ...element, value: change(element.value) } : element;
  });
}

/** intl-messageformat's mark of a pattern's own words; its enum is not exported. */
const LITERAL = 0;

function sayingOfArgument(kind: KindName, given: unknown): Argument {
  if (kind === 'number') return Number(given);
  if (kind === 'text') return sayingOfLine(String(given));
  if (kind === 'lines') return sayingOfLines(String(given));
  return kind === 'choice' ? String(given) : (given as Saying);
}

function say({ mrkdwn, plain }: Formats, values: Readonly<Record<string, Argument>>): Saying {
  return {
    mrkdwn: String(mrkdwn.format(formOf(values, 'mrkdwn'))),
    plain: String(plain.format(formOf(values, 'plain'))),
  };
}

function formOf(values: Readonly<Record<string, Argument>>, form: keyof Saying) {
  const formed = Object.entries(values).map(([name, given]) => {
    return [name, typeof given === 'object' ? given[form] : given] as const;
  });
  return Object.fromEntries(formed);
}

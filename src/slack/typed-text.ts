/**
 * What a person typed into a command or a message, as plain text. Slack sends it with three
 * entities for `& < >`, and with people, channels and links in angle brackets.
 */
export function plainTypedText(text: string): string {
  return text
    .replaceAll(/<([^<>]*)>/gu, (_, inside: string) => plainReference(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** True where somebody asks for help instead of giving words of their own. */
export function asksForHelp(text: string): boolean {
  return /^(?:help|\?)$/iu.test(text.trim());
}

/** `@U1|ana` → “@ana”, `#C1|rota` → “#rota”, `https://a.example|label` → “label (address)”. */
function plainReference(inside: string): string {
  const bar = inside.indexOf('|');
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
  const mark = target.slice(0, 1);
  if (mark === '@' || mark === '#') return label ? `${mark}${label.replace(/^[@#]/u, '')}` : target;
  if (mark === '!') return label || `@${target.slice(1).replace(/\^.*$/u, '')}`;
  // Slack makes `<https://a.example|a.example>` of what was typed without its beginning.
  if (label && target.endsWith(label)) return label;
  return label ? `${label} (${target})` : target;
}

/** What somebody reads of blocks: every text in them, in order, one a line. */
export function shownIn(content: unknown): string {
  return textsIn(content).join('\n');
}

/** The `action_id` of everything that can be pressed or chosen. */
export function actionsIn(content: unknown): string[] {
  return valuesOf(content, 'action_id');
}

/** The values of options, in order. */
export function optionsIn(content: unknown): string[] {
  return childrenOf(content).flatMap(([name, value]) =>
    name === 'options' && Array.isArray(value) ? valuesOf(value, 'value') : optionsIn(value),
  );
}

function textsIn(content: unknown): string[] {
  return childrenOf(content).flatMap(([name, value]) => {
    if (name === 'text' && typeof value === 'string') return [value];
    return textsIn(value);
  });
}

function valuesOf(content: unknown, wanted: string): string[] {
  return childrenOf(content).flatMap(([name, value]) => {
    if (name === wanted && typeof value === 'string') return [value];
    return valuesOf(value, wanted);
  });
}

function childrenOf(content: unknown): [string, unknown][] {
  return typeof content === 'object' && content !== null ? Object.entries(content) : [];
}

/** The value, where there is one; a test that expects one fails at once where there is none. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Nothing was found');
  return value;
}

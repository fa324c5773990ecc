/** Reads what a person has entered, and helps with formatted text. */

/** What one field holds: its type, and its text, choice or list of choices. */
export function entered(field) {
  const { type } = field.dataset;
  if (field.matches('[role=radiogroup]')) {
    return { type, value: field.querySelector('input:checked')?.value ?? null };
  }
  if (field.matches('[role=group]')) {
    return { type, value: [...field.querySelectorAll('input:checked')].map(({ value }) => value) };
  }
  const isEmptyMenu = field.tagName === 'SELECT' && field.value === '';
  return { type, value: isEmptyMenu ? null : field.value };
}

/** What a whole form holds, by block. */
export function enteredIn(form) {
  const fields = [...form.querySelectorAll('.input [data-block]')];
  return Object.fromEntries(fields.map((field) => [field.dataset.block, entered(field)]));
}

const MARKS = {
  bold: ['*', '*'],
  italic: ['_', '_'],
  strike: ['~', '~'],
  code: ['`', '`'],
};
const LINE_MARKS = { bullet: () => '- ', number: (place) => `${place + 1}. `, quote: () => '> ' };

/** Puts marks around the selection, or before each line of it. */
export function mark(field, name) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (name in MARKS) {
    const [open, close] = MARKS[name];
    field.setRangeText(`${open}${value.slice(start, end)}${close}`, start, end, 'end');
    const caret = start === end ? start + open.length : end + open.length + close.length;
    field.setSelectionRange(caret, caret);
  } else {
    const from = value.lastIndexOf('\n', start - 1) + 1;
    const lines = value.slice(from, end).split('\n');
    const marked = lines.map((line, place) => `${LINE_MARKS[name](place)}${line}`).join('\n');
    field.setRangeText(marked, from, end, 'end');
  }
  field.focus();
}

/** Goes on with the list in which Enter was pressed; leaves it where the item is empty. */
export function continueList(field) {
  const { selectionStart: at, value } = field;
  const from = value.lastIndexOf('\n', at - 1) + 1;
  const line = value.slice(from, at);
  const [, blanks = '', sign = '', rest = ''] = /^( *)([-*•]|\d+[.)]|>) (.*)$/.exec(line) ?? [];
  if (sign === '') return false;
  if (rest.trim() === '') {
    field.setRangeText('', from, at, 'end');
    return true;
  }
  const next = /^\d/.test(sign) ? `${Number.parseInt(sign, 10) + 1}.` : sign;
  field.setRangeText(`\n${blanks}${next} `, at, at, 'end');
  return true;
}

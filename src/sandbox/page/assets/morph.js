/**
 * Makes the page like a newer one without losing what a person is doing in it: the focus, what is
 * typed, what is open and how far it is scrolled stay. Elements are recognised by their ids.
 */

/** What belongs to the browser and not to the server. */
const KEPT_ATTRIBUTES = {
  DIALOG: ['open'],
  DETAILS: ['open'],
  HTML: ['data-theme', 'data-strip'],
};

/** @param {Element} from what is shown @param {Element} to what is to be shown */
export function morph(from, to) {
  if (from.dataset?.kept !== undefined) return;
  morphAttributes(from, to);
  morphChildren(from, to);
}

function morphAttributes(from, to) {
  const kept = KEPT_ATTRIBUTES[from.tagName] ?? [];
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !kept.includes(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (kept.includes(name) || from.getAttribute(name) === value) continue;
    from.setAttribute(name, value);
    // What the server has changed wins over what was typed; nothing else does.
    if (name === 'value' && 'value' in from) from.value = value;
    if (name === 'checked') from.checked = true;
    if (name === 'selected') from.selected = true;
  }
}

function morphChildren(from, to) {
  if (from.tagName === 'TEXTAREA') {
    if (from.defaultValue !== to.defaultValue) {
      from.defaultValue = to.defaultValue;
      from.value = to.defaultValue;
    }
    return;
  }
  let next = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const match = matching(next, wanted, from);
    if (match === null) {
      from.insertBefore(document.importNode(wanted, true), next);
      continue;
    }
    if (match === next) next = next.nextSibling;
    else from.insertBefore(match, next);
    if (match.nodeType === Node.ELEMENT_NODE) morph(match, wanted);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (next !== null) {
    const gone = next;
    next = next.nextSibling;
    // A question that is being asked is not the server's, and stays until it is answered.
    if (gone.dataset?.kept === undefined) gone.remove();
  }
}

/** The node among what is still to come that `wanted` is a newer state of. */
function matching(next, wanted, parent) {
  if (wanted.id) {
    const same = document.getElementById(wanted.id);
    return same?.parentNode === parent && same.tagName === wanted.tagName ? same : null;
  }
  if (next === null || next.id || next.nodeType !== wanted.nodeType) return null;
  return next.nodeName === wanted.nodeName ? next : null;
}

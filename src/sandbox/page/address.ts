/** What a window of the page shows: whose eyes, which place, and which thread beside it. */
export type Address = {
  /** The handle of the person, such as `ana`. */
  readonly handle: string;
  /** The id of a channel or direct message, or `home` for the app's Home. */
  readonly place: string;
  /** The parent of the thread that is open beside it. */
  readonly thread: string | undefined;
};

/** The path of a window, such as `/ana/CWILLOW?thread=1772618400.000100`. */
export function pathOf({ handle, place, thread }: Address): string {
  const query = thread === undefined ? '' : `?thread=${encodeURIComponent(thread)}`;
  return `/${encodeURIComponent(handle)}/${encodeURIComponent(place)}${query}`;
}

/** The same place as somebody else sees it, without the thread. */
export function asOther(address: Address, handle: string): string {
  return pathOf({ ...address, handle, thread: undefined });
}

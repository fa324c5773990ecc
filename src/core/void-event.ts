import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';

/** Somebody says that it was opened by mistake, and nobody agreed yet (docs/process.md §2.1). */
export type VoidWish = { readonly by: MemberId; readonly at: Instant; readonly reason: string };

/** It was opened by mistake: asked, let be, or agreed to (docs/process.md §2.1, `void`). */
export type VoidEvent =
  | { readonly type: 'void_asked'; readonly reason: string }
  | { readonly type: 'void_taken_back'; readonly askedBy: MemberId }
  | { readonly type: 'round_voided'; readonly reason: string; readonly askedBy: MemberId };

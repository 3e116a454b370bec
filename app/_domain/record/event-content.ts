import type { Json } from '../canonical-json';
import type { ClaimEventContent } from './claim-content';
import type { DeskEventContent } from './desk-content';
import type { EventAction } from './events';

/** Every kind has its content, and each content can be hashed: else this does not compile. */
type Whole<
  Contents extends Readonly<Record<EventAction, { readonly before?: Json; readonly after?: Json }>>,
> = Contents;

/** What each kind of event says was before and is after it, in its present version. */
export type EventContent = Whole<ClaimEventContent & DeskEventContent>;

import type { NewClaimField } from './claims/new/schema';

/** The fields of a new claim, as the desk guesses them from selected words. */
export type GuessedClaim = { readonly [Field in NewClaimField]: string };

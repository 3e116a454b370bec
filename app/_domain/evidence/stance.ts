export const STANCES = ['supports', 'refutes', 'context', 'inconclusive'] as const;
export type Stance = (typeof STANCES)[number];

export const DIRECTNESSES = ['primary', 'secondary', 'tertiary'] as const;
export type Directness = (typeof DIRECTNESSES)[number];

/** What a reviewer says that a source says about a claim. */
export type EvidenceStatement = {
  readonly quote: string;
  readonly stance: Stance;
  readonly directness: Directness;
  readonly note: string | null;
};

import type { Directness, Stance } from './stance';

export const STANCE_LABELS: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
  inconclusive: 'Inconclusive',
};

export const STANCE_HINTS: Record<Stance, string> = {
  supports: 'The source says what the claim says.',
  refutes: 'The source says something the claim cannot be true beside.',
  context: 'The source does not settle it, but a reader should know.',
  inconclusive: 'The source deals with it and leaves it open.',
};

export const DIRECTNESS_LABELS: Record<Directness, string> = {
  primary: 'Primary',
  secondary: 'Secondary',
  tertiary: 'Tertiary',
};

export const DIRECTNESS_HINTS: Record<Directness, string> = {
  primary:
    'From those who did, saw, counted or decided it: a record, a register, a first-hand account.',
  secondary: 'Reports what a primary source says.',
  tertiary: 'Gathers what others reported: an encyclopaedia, a digest.',
};
